package app.keepsake.sources;

/**
 * A face with a name, in fractions of the upright picture.
 *
 * @param x left edge, 0 to 1
 * @param y upper edge, 0 to 1
 */
public record SourceFace(String name, double x, double y, double width, double height) {}
