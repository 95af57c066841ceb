package app.keepsake.media.internal.metadata;

import com.drew.metadata.Directory;
import java.util.Optional;

/** What a tag says, without padding; empty where it says nothing. */
final class TagText {
    private TagText() {}

    static Optional<String> of(Directory directory, int tag) {
        return Optional.ofNullable(directory.getString(tag))
                // What stands behind a zero was there before.
                .map(text -> text.indexOf('\0') > 0 ? text.substring(0, text.indexOf('\0')) : text)
                .map(text -> text.replace("\0", "").strip())
                .filter(text -> !text.isEmpty());
    }
}
