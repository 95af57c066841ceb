package app.keepsake.catalog;

/**
 * Something that a picture shows.
 *
 * @param name lower-case English, for example "beach"
 * @param confidence calibrated probability, 0 to 1
 * @param source name and version of the model that says so
 */
public record Tag(String name, double confidence, String source) {
    /** From this confidence on a picture counts as one of it; of less a model is not sure. */
    public static final double SURE = 0.5;
}
