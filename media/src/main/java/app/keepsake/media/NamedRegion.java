package app.keepsake.media;

/**
 * A face that the owner named in another program (MWG regions).
 *
 * @param name as written
 * @param x left edge, 0 to 1 of the upright width
 * @param y top edge, 0 to 1 of the upright height
 * @param width 0 to 1 of the upright width
 * @param height 0 to 1 of the upright height
 */
public record NamedRegion(String name, double x, double y, double width, double height) {}
