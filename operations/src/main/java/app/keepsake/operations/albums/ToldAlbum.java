package app.keepsake.operations.albums;

/**
 * What a folder's own file tells of it.
 *
 * @param title as its owner wrote it; never blank
 * @param description may be empty
 */
public record ToldAlbum(String title, String description, boolean shared) {}
