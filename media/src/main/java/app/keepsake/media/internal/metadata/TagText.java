package app.keepsake.media.internal.metadata;

import com.drew.metadata.Directory;
import java.util.Optional;

/** What a tag says, without padding; empty where it says nothing. */
final class TagText {
    private TagText() {}

    static Optional<String> of(Directory directory, int tag) {
        return Optional.ofNullable(directory.getString(tag))
                .map(text -> text.replace("\0", "").strip())
                .filter(text -> !text.isEmpty());
    }
}
