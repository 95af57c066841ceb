package app.keepsake.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a movie's bytes are weighed against. */
public enum CodingQuality {
    /** To send: about half the bytes of the usual. */
    SMALL,
    /** What nobody tells from the original at an arm's length from the screen. */
    STANDARD,
    /** To keep: about twice the bytes of the usual. */
    BEST,
    /** Without losses, to measure others by: a hundred times the bytes, and few players take it. */
    LOSSLESS;

    /** The name that users write. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The quality of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static CodingQuality named(String word) {
        return Arrays.stream(values())
                .filter(quality -> quality.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A film's quality is one of %s, found \"%s\"."
                        .formatted(
                                Arrays.stream(values()).map(CodingQuality::word).collect(Collectors.joining(", ")),
                                word)));
    }
}
