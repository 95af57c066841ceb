package app.keepsake.kernels;

/** Chooses the tile for the machine's panels. */
record TileChoice(String name, int panels, int vectors, Ending ending) {
    private static final Code CALL = Code.of("""
            if (ROWS == ${panel}) {
                ${tile}(a, aAt,${nextAt} segments, length, b, bAt, c, cAt, cStride${bias}${bounds});
            }
            """);

    Code method() {
        Code calls = Code.each(Panels.ROWS.size(), i -> call(Panels.ROWS.get(i)));
        return TileMethod.of(name, panels, ending, calls);
    }

    private Code call(int panel) {
        return CALL.with("panel", panel)
                .with("tile", new Tile(panel, panels, vectors, ending).name() + ending.suffix())
                .with("nextAt", panels > 1 ? " nextAt," : "")
                .with("bias", ending.ifBias(", bias, biasAt"))
                .with("bounds", ending.ifBounded(", slope, most"));
    }
}
