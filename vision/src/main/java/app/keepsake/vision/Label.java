package app.keepsake.vision;

/**
 * Something that a picture shows.
 *
 * @param name lower-case English, for example "coast"
 * @param confidence calibrated probability, 0 to 1
 * @param source name and version of what says so
 */
public record Label(String name, double confidence, String source) {}
