package app.keepsake.memories;

import java.util.List;

/**
 * An album as memories see it.
 *
 * @param id the catalog's number
 * @param anchor what makes it this one and no other, also where it is indexed anew
 * @param items what is in it, in the library's order; not empty
 */
public record LibraryAlbum(long id, String anchor, String title, List<Item> items) {
    public LibraryAlbum {
        items = List.copyOf(items);
    }
}
