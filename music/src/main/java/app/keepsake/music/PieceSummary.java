package app.keepsake.music;

import app.keepsake.music.ScoreStyle.Part;
import app.keepsake.music.internal.score.Composer;
import app.keepsake.music.internal.score.Composition;
import java.util.List;

/**
 * What a composer would read off a score.
 *
 * @param key its tonic and mode, such as {@code Eb major}
 * @param progression chords of its verse in Roman numerals
 * @param arrangement name of who plays
 * @param figure name of its rhythm
 * @param approach what leads to its peak
 * @param parts instrument and pattern of each part of the arrangement
 * @param heard those of them that have notes in this piece
 */
public record PieceSummary(
        String key,
        String progression,
        String arrangement,
        String figure,
        String approach,
        List<String> parts,
        List<String> heard) {
    private static final List<String> NOTES =
            List.of("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B");

    public PieceSummary {
        parts = List.copyOf(parts);
        heard = List.copyOf(heard);
    }

    /** Composes the piece and reads it. */
    public static PieceSummary of(ScoreStyle style, ScorePlan plan) {
        Variation chosen = Variation.of(style, plan.seed());
        List<Composition.Line> lines = Composer.compose(style, plan).lines();
        return new PieceSummary(
                NOTES.get(chosen.tonic() - 60) + " " + lower(style.mode()),
                chosen.progression().name(),
                chosen.arrangement().name(),
                chosen.figure().name(),
                lower(chosen.approach()),
                chosen.arrangement().parts().stream().map(Part::name).toList(),
                lines.stream()
                        .filter(line -> !line.notes().isEmpty())
                        .map(line -> line.part().name())
                        .toList());
    }

    private static String lower(Enum<?> choice) {
        return choice.name().toLowerCase(java.util.Locale.ROOT);
    }
}
