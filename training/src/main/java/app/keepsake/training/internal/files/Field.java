package app.keepsake.training.internal.files;

/** What is compared of a file. */
public enum Field {
    READABLE("readable"),
    DATE("date"),
    ZONE("zone"),
    PLACE("place"),
    TURN("turn"),
    CAMERA("camera"),
    SIZE("size");

    private final String title;

    Field(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
