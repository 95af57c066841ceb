package app.keepsake.catalog;

import java.util.Optional;

/**
 * What the user said of one shot of a memory.
 *
 * @param caption words over it, at most 120 characters on one line: an empty text for none, nothing
 *     for what Keepsake writes there
 * @param hold how long it stands
 */
public record ShotEdit(Optional<String> caption, Hold hold) {
    /** Nothing was said. */
    public static final ShotEdit NONE = new ShotEdit(Optional.empty(), Hold.USUAL);

    /** How long a shot stands, beside what its film would have it. */
    public enum Hold {
        SHORTER,
        USUAL,
        LONGER
    }

    public ShotEdit {
        caption.ifPresent(text -> OneLine.check("caption", text));
    }

    /** Whether nothing was said. */
    public boolean isNone() {
        return equals(NONE);
    }
}
