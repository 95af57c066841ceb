package app.keepsake.music.internal.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.music.ScoreStyle.Mode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chords and tunes. */
final class ComposerTest {
    @Test
    void numeralsAreRead() {
        assertThat(Chord.parse("I", Mode.MAJOR)).isEqualTo(new Chord(0, List.of(0, 4, 7), 0));
        assertThat(Chord.parse("vi7", Mode.MAJOR)).isEqualTo(new Chord(9, List.of(0, 3, 7, 10), 9));
        assertThat(Chord.parse("V/7", Mode.MAJOR)).isEqualTo(new Chord(7, List.of(0, 4, 7), 11));
        assertThat(Chord.parse("bVII", Mode.MAJOR)).isEqualTo(new Chord(10, List.of(0, 4, 7), 10));
        assertThat(Chord.parse("VI", Mode.MINOR)).isEqualTo(new Chord(8, List.of(0, 4, 7), 8));
        assertThat(Chord.parse("IVadd9", Mode.MAJOR).tones()).containsExactly(0, 4, 7, 14);
        assertThat(Chord.parse("iio", Mode.MINOR).tones()).containsExactly(0, 3, 6);
        assertThatThrownBy(() -> Chord.parse("H7", Mode.MAJOR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Chord.parse("I13", Mode.MAJOR)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tunesRestOnTheChordMoveBySmallStepsAndComeHome() {
        Melody melody = new Melody(60, Mode.MAJOR, 4, 3, 0.3, Melody.Compass.ALL.getLast());
        List<Chord> chords = Stream.of("I", "vi7", "IV", "V")
                .map(numeral -> Chord.parse(numeral, Mode.MAJOR))
                .toList();
        List<Chord> home = Stream.of("I", "IV", "V", "I")
                .map(numeral -> Chord.parse(numeral, Mode.MAJOR))
                .toList();
        int steps = 0;
        int moves = 0;
        for (long seed = 0; seed < 60; seed++) {
            List<Note> tune = melody.phrase(chords, new Chance(seed, "test"), false, 0.4);
            for (Note note : tune) {
                Chord chord = chords.get((int) note.beat() / 4);
                assertThat(note.beat() % 4 != 0 || chord.has(note.pitch(), 60))
                        .as("downbeat of %s", tune)
                        .isTrue();
            }
            for (int i = 1; i < tune.size(); i++) {
                int leap = Math.abs(tune.get(i).pitch() - tune.get(i - 1).pitch());
                assertThat(leap).isLessThanOrEqualTo(12);
                moves++;
                steps += leap > 0 && leap <= 2 ? 1 : 0;
            }
            List<Note> closed = melody.phrase(home, new Chance(seed, "test"), true, 0.4);
            assertThat(Math.floorMod(closed.getLast().pitch(), 12)).isZero();
        }
        assertThat(steps).isGreaterThan(moves / 2);
    }
}
