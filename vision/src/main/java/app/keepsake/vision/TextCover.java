package app.keepsake.vision;

/**
 * How much writing a picture shows.
 *
 * @param share of the picture that lines of text cover, 0 to 1
 * @param lines how many lines (words that stand apart count as lines)
 * @param lineHeight the median line's height as a part of the picture's, 0 without lines
 * @param spread share of a grid of 8 x 8 fields that have writing in them, 0 to 1
 * @param caption how much of the width large letters at the upper or lower edge cover, 0 to 1; 0 if there is writing
 *     between the edges
 */
public record TextCover(double share, int lines, double lineHeight, double spread, double caption) {
    public static final TextCover NONE = new TextCover(0, 0, 0, 0, 0);
}
