package app.keepsake.media.internal.metadata;

import com.drew.metadata.Directory;
import java.util.Optional;

/** What a tag says, without padding; empty where it says nothing. */
final class TagText {
    private TagText() {}

    static Optional<String> of(Directory directory, int tag) {
        return Optional.ofNullable(directory.getString(tag))
                .map(TagText::unpadded)
                .filter(text -> !text.isEmpty());
    }

    /** What stands behind a zero was there before. */
    static String unpadded(String text) {
        int end = text.indexOf('\0');
        return (end > 0 ? text.substring(0, end) : text).replace("\0", "").strip();
    }
}
