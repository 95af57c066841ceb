package app.keepsake.catalog;

import java.util.List;

/** The writing in photos. Safe for use by several threads. */
public interface Texts extends Unread {
    /** Hears a line. */
    interface Visitor {
        void line(long assetId, String text);
    }

    /** The lines of a photo, in the order in which one reads them. */
    List<WrittenLine> of(long assetId);

    /** Goes through the lines of all photos, those of one photo together. Reads as it goes: holds one at a time. */
    void each(Visitor visitor);

    /** Replaces what is known of a photo's writing. */
    void write(long assetId, List<WrittenLine> lines, String version);
}
