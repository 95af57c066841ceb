package app.keepsake.catalog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the user changed of a memory. What is empty stays as it was told.
 *
 * @param title at most {@link #LONGEST_TEXT} characters on one line
 * @param subtitle as the title; an empty text shows none
 * @param mood of its film, where none is asked for
 * @param piece which of the pieces that can be composed for its film: 0 for the first, at most {@link #MOST}
 * @param music of the user's own instead of a score
 * @param shots numbers of the assets that it shows, each once, in the order of telling; at most {@link #MOST}
 * @param moves photos of which the user said whether they move in its film, by their numbers; at most {@link #MOST}. What
 *     is not in it moves where that is good
 * @param details what else was said of single shots, by their numbers; at most {@link #MOST}
 */
public record Edit(
        Optional<String> title,
        Optional<String> subtitle,
        Optional<String> mood,
        int piece,
        Optional<Path> music,
        List<Long> shots,
        Map<Long, Boolean> moves,
        Map<Long, ShotEdit> details) {
    /** Of titles, subtitles and captions. */
    public static final int LONGEST_TEXT = OneLine.LONGEST;

    /** Of shots, and of pieces. */
    public static final int MOST = 1000;

    /** Nothing was changed. */
    public static final Edit NONE =
            new Edit(Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(), List.of());

    /** An edit that says nothing of movements. */
    public Edit(
            Optional<String> title,
            Optional<String> subtitle,
            Optional<String> mood,
            int piece,
            Optional<Path> music,
            List<Long> shots) {
        this(title, subtitle, mood, piece, music, shots, Map.of());
    }

    /** An edit that says nothing of single shots but whether they move. */
    public Edit(
            Optional<String> title,
            Optional<String> subtitle,
            Optional<String> mood,
            int piece,
            Optional<Path> music,
            List<Long> shots,
            Map<Long, Boolean> moves) {
        this(title, subtitle, mood, piece, music, shots, moves, Map.of());
    }

    public Edit {
        shots = List.copyOf(shots);
        // In an order that is the same in each run.
        moves = Collections.unmodifiableSortedMap(new TreeMap<>(moves));
        TreeMap<Long, ShotEdit> said = new TreeMap<>(details);
        said.values().removeIf(ShotEdit::isNone);
        details = Collections.unmodifiableSortedMap(said);
        title.ifPresent(text -> OneLine.check("title", text));
        subtitle.ifPresent(text -> OneLine.check("subtitle", text));
        if (title.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("A memory needs a title, found an empty one. Leave it out instead.");
        }
        if (piece < 0 || piece > MOST) {
            throw new IllegalArgumentException(
                    "A piece of music has a number from 0 to %d, found %d.".formatted(MOST, piece));
        }
        if (moves.size() > MOST) {
            throw new IllegalArgumentException(
                    "A memory has at most %d photos that move or stand still, found %d.".formatted(MOST, moves.size()));
        }
        if (details.size() > MOST) {
            throw new IllegalArgumentException("A memory has at most %d shots of which something was said, found %d."
                    .formatted(MOST, details.size()));
        }
        if (shots.size() > MOST || new HashSet<>(shots).size() < shots.size()) {
            throw new IllegalArgumentException(
                    "A memory has at most %d shots, each once, found %d.".formatted(MOST, shots.size()));
        }
    }

    /** Whether nothing was changed. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** The same to other music, or to what is composed for it. */
    public Edit to(Optional<Path> other) {
        return new Edit(title, subtitle, mood, piece, other, shots, moves, details);
    }

    /** The same with other details. */
    public Edit detailed(Map<Long, ShotEdit> other) {
        return new Edit(title, subtitle, mood, piece, music, shots, moves, other);
    }

    /** A short text that is another one for another edit; empty for none. */
    public String print() {
        // Of what was edited before movements or single shots could be, films and links keep their names.
        String all = details.isEmpty() ? toString().replace(", details={}]", "]") : toString();
        String text = moves.isEmpty() && details.isEmpty() ? all.replace(", moves={}]", "]") : all;
        return isNone()
                ? ""
                : ContentHash.ofContent(text.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 16);
    }
}
