package app.keepsake.kernels;

/** Where a window lies and how its sums end, in the order of the kernels' numbers. */
enum WindowPlace {
    /** Inside the map. */
    RELU("Relu"),
    /** Inside the map. */
    BOUNDED("Bounded"),
    /** With some rows above or below the map. */
    ROWS("Rows"),
    /** With half of the columns left of the map, and maybe some rows outside. */
    LEFT("Left"),
    /** With half of the columns right of the map, and maybe some rows outside. */
    RIGHT("Right");

    private final String suffix;

    WindowPlace(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }

    /** True if the whole window lies inside the map. */
    boolean isWhole() {
        return this == RELU || this == BOUNDED;
    }

    Ending ending() {
        return this == RELU ? Ending.RELU : Ending.BOUNDED;
    }
}
