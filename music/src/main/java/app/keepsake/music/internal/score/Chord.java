package app.keepsake.music.internal.score;

import app.keepsake.music.ScoreStyle.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chord in a key.
 *
 * @param root semitones above the tonic, 0 to 11
 * @param tones semitones above the root, rising from 0
 * @param bass semitones of the lowest tone above the tonic, 0 to 11
 */
public record Chord(int root, List<Integer> tones, int bass) {
    private static final Pattern NUMERAL =
            Pattern.compile("([b#]?)(VII|VI|IV|V|III|II|I|vii|vi|iv|v|iii|ii|i)(o?)([a-z0-9]*)(?:/([1-7]))?");
    private static final List<String> DEGREES = List.of("i", "ii", "iii", "iv", "v", "vi", "vii");

    public Chord {
        tones = List.copyOf(tones);
    }

    /**
     * Reads a Roman numeral: upper case major, lower case minor, {@code o} diminished; then {@code 7}, {@code maj7},
     * {@code add9}, {@code 9}, {@code 6}, {@code sus2}, {@code sus4}; then a slash and the scale degree in the bass. A
     * leading b or # shifts the root: {@code bVII}, {@code V7}, {@code IVadd9}, {@code V/7}.
     */
    public static Chord parse(String numeral, Mode mode) {
        Matcher matcher = NUMERAL.matcher(numeral);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Expected a chord in Roman numerals such as IVadd9 or V/7, found '%s'.".formatted(numeral));
        }
        String degree = matcher.group(2);
        int shift = matcher.group(1).equals("b") ? -1 : matcher.group(1).equals("#") ? 1 : 0;
        int step = DEGREES.indexOf(degree.toLowerCase(java.util.Locale.ROOT));
        int root = Math.floorMod(mode.steps().get(step) + shift, 12);
        boolean minor = Character.isLowerCase(degree.charAt(0));
        List<Integer> tones = tones(minor, !matcher.group(3).isEmpty(), matcher.group(4), numeral);
        int bass = matcher.group(5) == null ? root : mode.steps().get(Integer.parseInt(matcher.group(5)) - 1);
        return new Chord(root, tones, bass);
    }

    private static List<Integer> tones(boolean minor, boolean diminished, String colour, String numeral) {
        int third = minor || diminished ? 3 : 4;
        int fifth = diminished ? 6 : 7;
        List<Integer> tones = new ArrayList<>(List.of(0, third, fifth));
        switch (colour) {
            case "" -> {}
            case "7" -> tones.add(10);
            case "maj7" -> tones.add(11);
            case "6" -> tones.add(9);
            case "add9" -> tones.add(14);
            case "9" -> tones.addAll(List.of(minor ? 10 : 11, 14));
            case "sus2" -> tones.set(1, 2);
            case "sus4" -> tones.set(1, 5);
            default ->
                throw new IllegalArgumentException(
                        "Expected 7, maj7, 6, add9, 9, sus2 or sus4 after the numeral, found '%s'.".formatted(numeral));
        }
        return tones;
    }

    /** Whether a pitch is one of its tones. */
    public boolean has(int pitch, int tonic) {
        int relative = Math.floorMod(pitch - tonic - root, 12);
        return tones.stream().anyMatch(tone -> tone % 12 == relative);
    }

    /** Pitch classes, 0 to 11, root first. */
    public List<Integer> classes(int tonic) {
        return tones.stream()
                .map(tone -> Math.floorMod(tonic + root + tone, 12))
                .toList();
    }
}
