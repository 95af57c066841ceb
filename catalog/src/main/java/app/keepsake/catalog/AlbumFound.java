package app.keepsake.catalog;

import java.util.List;

/**
 * An album as something tells of it: folders, or another program.
 *
 * @param key what makes it this one and no other, for whoever tells of it: a folder, a number. It keeps its number in the
 *     catalog while this stays
 * @param title never blank
 * @param description may be empty
 * @param shared whether its owner shared it with others
 * @param assetIds what is in it, in no certain order; what the catalog does not know is left out
 */
public record AlbumFound(String key, String title, String description, boolean shared, List<Long> assetIds) {
    public AlbumFound {
        if (title.isBlank()) {
            throw new IllegalArgumentException("Expected an album's title, found none for \"%s\".".formatted(key));
        }
        assetIds = List.copyOf(assetIds);
    }
}
