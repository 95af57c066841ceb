package app.keepsake.vision;

/**
 * A line of writing that was read in a picture.
 *
 * @param text words with spaces between them
 * @param score how sure the reader is, 0 to 1
 * @param x of the left edge of the upright box around it, pixels
 * @param y of the upper edge, pixels
 * @param width pixels
 * @param height pixels
 */
public record TextLine(String text, double score, double x, double y, double width, double height) {}
