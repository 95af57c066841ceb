package app.keepsake.catalog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What the user changed of a memory. What is empty stays as it was told.
 *
 * @param title at most {@link #LONGEST_TEXT} characters on one line
 * @param subtitle as the title; an empty text shows none
 * @param mood of its film, where none is asked for
 * @param piece which of the pieces that can be composed for its film: 0 for the first, at most {@link #MOST}
 * @param music of the user's own instead of a score
 * @param shots numbers of the assets that it shows, each once, in the order of telling; at most {@link #MOST}
 */
public record Edit(
        Optional<String> title,
        Optional<String> subtitle,
        Optional<String> mood,
        int piece,
        Optional<Path> music,
        List<Long> shots) {
    /** Of titles and subtitles. */
    public static final int LONGEST_TEXT = 120;

    /** Of shots, and of pieces. */
    public static final int MOST = 1000;

    /** Nothing was changed. */
    public static final Edit NONE =
            new Edit(Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(), List.of());

    public Edit {
        shots = List.copyOf(shots);
        title.ifPresent(text -> check("title", text));
        subtitle.ifPresent(text -> check("subtitle", text));
        if (title.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("A memory needs a title, found an empty one. Leave it out instead.");
        }
        if (piece < 0 || piece > MOST) {
            throw new IllegalArgumentException(
                    "A piece of music has a number from 0 to %d, found %d.".formatted(MOST, piece));
        }
        if (shots.size() > MOST || new HashSet<>(shots).size() < shots.size()) {
            throw new IllegalArgumentException(
                    "A memory has at most %d shots, each once, found %d.".formatted(MOST, shots.size()));
        }
    }

    private static void check(String what, String text) {
        if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A %s is one line of at most %d characters, found %d."
                    .formatted(what, LONGEST_TEXT, text.length()));
        }
    }

    /** Whether nothing was changed. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** A short text that is another one for another edit; empty for none. */
    public String print() {
        return isNone()
                ? ""
                : ContentHash.ofContent(toString().getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 16);
    }
}
