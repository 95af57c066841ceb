package app.keepsake.music.internal.score;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.music.ScorePlan.Role;
import app.keepsake.music.ScoreStyle.Figure;
import app.keepsake.music.ScoreStyle.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A second voice under a tune in C major, in bars of four beats. */
final class CounterLineTest {
    private static final Figure FIGURE = new Figure("plain", "", "", "", "");

    private static Bar bar(int number, String numeral) {
        return new Bar(
                number,
                4,
                8 - number,
                Role.VERSE,
                number == 0,
                number == 7,
                number == 7,
                false,
                number % 4 == 3,
                Optional.empty(),
                0.5,
                Chord.parse(numeral, Mode.MAJOR),
                List.of(50, 55, 60, 64),
                36,
                FIGURE);
    }

    @Test
    void itKeepsTheRulesOfTwoPartCounterpoint() {
        List<String> numerals = List.of("I", "V/7", "vi", "IV", "I/3", "ii7", "V", "I");
        List<Chord> chords =
                numerals.stream().map(one -> Chord.parse(one, Mode.MAJOR)).toList();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < numerals.size(); i++) {
            bars.add(bar(i, numerals.get(i)));
        }
        Melody melody = new Melody(60, Mode.MAJOR, 4, 2.5, 0, Melody.Compass.ALL.getFirst());
        for (long seed = 0; seed < 40; seed++) {
            List<Note> tune = melody.phrase(chords, new Chance(seed, "theme"), true, 0.5);
            List<Note> counter = new CounterLine(60, Mode.MAJOR, tune).over(bars);

            int parallels = 0;
            for (int i = 0; i < counter.size(); i++) {
                Note note = counter.get(i);
                Chord chord = chords.get((int) note.beat() / 4);
                assertThat(note.beat() % 4 != 0 || chord.has(note.pitch(), 60))
                        .as("%s", note)
                        .isTrue();
                assertThat(note.pitch()).isLessThan(above(tune, note.beat()));
                if (i > 0) {
                    Note before = counter.get(i - 1);
                    assertThat(Math.abs(note.pitch() - before.pitch())).isLessThanOrEqualTo(9);
                    parallels += parallel(tune, before, note) ? 1 : 0;
                }
            }
            assertThat(parallels).as("parallels, seed %d", seed).isZero();
            assertThat(counter.size()).isGreaterThan(bars.size());
        }
    }

    private static boolean parallel(List<Note> tune, Note before, Note note) {
        int earlier = above(tune, before.beat());
        int now = above(tune, note.beat());
        int interval = Math.floorMod(now - note.pitch(), 12);
        return earlier != now
                && before.pitch() != note.pitch()
                && interval == Math.floorMod(earlier - before.pitch(), 12)
                && (interval == 0 || interval == 7);
    }

    private static int above(List<Note> tune, double beat) {
        return tune.stream()
                .filter(note -> note.beat() <= beat)
                .reduce((first, second) -> second)
                .orElse(tune.getFirst())
                .pitch();
    }
}
