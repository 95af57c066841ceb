package app.keepsake.catalog;

/**
 * A line of writing in a picture.
 *
 * @param text words with spaces between them
 * @param score how surely it was read, 0 to 1
 * @param box where it stands
 */
public record WrittenLine(String text, double score, Box box) {}
