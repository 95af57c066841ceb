package app.keepsake.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.timeline.FilmShot;
import app.keepsake.music.PieceSummary;
import app.keepsake.music.ScorePlan;
import app.keepsake.music.ScorePlan.Role;
import app.keepsake.music.ScorePlan.Section;
import app.keepsake.music.internal.score.Chord;
import app.keepsake.music.internal.score.Composer;
import app.keepsake.music.internal.score.Composition;
import app.keepsake.music.internal.score.Note;
import app.keepsake.music.internal.score.Voicing;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the moods have composed. */
final class MoodScoresTest {
    static Stream<Mood> moods() {
        return Mood.names().stream().map(Mood::named);
    }

    private static ScorePlan plan(Mood mood, long seed) {
        return new ScorePlan(
                30,
                22,
                mood.score().beatsPerBar(),
                List.of(
                        new Section(Role.INTRO, 0, 2, 0.25),
                        new Section(Role.VERSE, 2, 4, 0.45),
                        new Section(Role.BUILD, 6, 4, 0.62),
                        new Section(Role.PEAK, 10, 8, 0.9),
                        new Section(Role.ENDING, 18, 3, 0.5)),
                seed);
    }

    @ParameterizedTest
    @MethodSource("moods")
    void theSameSeedGivesTheSameNotes(Mood mood) {
        Composition once = Composer.compose(mood.score(), plan(mood, 3));

        assertThat(Composer.compose(mood.score(), plan(mood, 3))).isEqualTo(once);
        assertThat(Composer.compose(mood.score(), plan(mood, 4))).isNotEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("moods")
    void everyPartPlaysAndNothingSoundsBeyondTheEnd(Mood mood) {
        ScorePlan plan = plan(mood, 1);
        double beats = plan.bars() * (double) plan.beatsPerBar();

        for (Composition.Line line : Composer.compose(mood.score(), plan).lines()) {
            assertThat(line.notes()).as("%s", line.part()).isNotEmpty().allSatisfy(note -> {
                assertThat(note.beat()).isBetween(0.0, beats - 0.01);
                assertThat(note.beat() + note.beats()).isLessThanOrEqualTo(beats + 0.2);
                assertThat(note.pitch()).isBetween(21, 108);
                assertThat(note.velocity()).isBetween(0.0, 1.0);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("moods")
    void theMusicIsNeverEmpty(Mood mood) {
        ScorePlan plan = plan(mood, 2);
        List<Composition.Line> lines = Composer.compose(mood.score(), plan).lines();
        for (int bar = 0; bar < plan.bars(); bar++) {
            double from = bar * (double) plan.beatsPerBar();
            double to = from + plan.beatsPerBar();
            assertThat(lines.stream()
                            .flatMap(line -> line.notes().stream())
                            .filter(note -> note.beat() < to && note.beat() + note.beats() > from))
                    .as("bar %d", bar)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("moods")
    void itEndsAtHome(Mood mood) {
        for (long seed = 0; seed < 20; seed++) {
            Composition piece = Composer.compose(mood.score(), plan(mood, seed));

            assertThat(piece.chords().getLast().root()).isZero();
            assertThat(piece.chords().getLast().bass()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("moods")
    void voicesMoveLittleAndHoldTheChord(Mood mood) {
        List<Chord> chords = Composer.compose(mood.score(), plan(mood, 9)).chords();
        List<List<Integer>> voices = new Voicing(50, 74, 4).lead(chords, 62);
        for (int i = 0; i < chords.size(); i++) {
            Chord chord = chords.get(i);
            assertThat(voices.get(i)).isSorted().allMatch(pitch -> chord.has(pitch, 62));
            for (int voice = 0; i > 0 && voice < 4; voice++) {
                assertThat(Math.abs(voices.get(i).get(voice) - voices.get(i - 1).get(voice)))
                        .isLessThanOrEqualTo(7);
            }
        }
    }

    private static FilmPlan film(Mood mood, double seconds, long seed) {
        List<FilmShot> photos = Collections.nCopies(200, FilmShot.photo(Path.of("photo"), 4, 3));
        Length length = Length.parse(Double.toString(seconds));
        return FilmPlanner.plan(new FilmRequest("T", "", photos, mood, length, seed, FrameSize.HD_720, 30));
    }

    @ParameterizedTest
    @MethodSource("moods")
    void tenFilmsAreManyPieces(Mood mood) {
        for (long first = 0; first < 100; first += 10) {
            List<PieceSummary> pieces = LongStream.range(first, first + 10)
                    .mapToObj(seed -> PieceSummary.of(mood.score(), plan(mood, seed)))
                    .toList();
            assertThat(pieces.stream().map(PieceSummary::progression).distinct().count())
                    .isGreaterThanOrEqualTo(3);
            assertThat(pieces.stream().map(PieceSummary::arrangement).distinct().count())
                    .isGreaterThanOrEqualTo(2);
            assertThat(pieces.stream().map(PieceSummary::figure).distinct().count())
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("moods")
    void eachPartIsHeardInFilmsOfEachLength(Mood mood) {
        for (double seconds : new double[] {10, 20, 30, 60, 180}) {
            for (long seed = 1; seed <= 6; seed++) {
                PieceSummary piece =
                        PieceSummary.of(mood.score(), film(mood, seconds, seed).score());
                assertThat(piece.heard()).as("%s s, seed %d", seconds, seed).isEqualTo(piece.parts());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("moods")
    void shortFilmsAreAtTheirPeakWithinFiveSecondsAndEndWithAChord(Mood mood) {
        for (double seconds : new double[] {10, 20, 30}) {
            for (long seed = 1; seed <= 6; seed++) {
                ScorePlan score = film(mood, seconds, seed).score();
                Section peak = score.sections().stream()
                        .filter(section -> section.role() == Role.PEAK)
                        .findFirst()
                        .orElseThrow();
                assertThat(score.frame(peak.firstBar() * score.beatsPerBar()) / 30.0)
                        .as("%s s, seed %d", seconds, seed)
                        .isLessThanOrEqualTo(5);
                assertThat(score.sections().getLast().bars()).isLessThanOrEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("moods")
    void beatsMayLingerButTheFilmIsAsLongAsItsBars(Mood mood) {
        ScorePlan score = film(mood, 60, 2).score();
        int beats = score.bars() * score.beatsPerBar();
        assertThat(score.frames()).isEqualTo(beats * score.beatFrames());
        List<Integer> lengths = IntStream.range(0, beats)
                .mapToObj(beat -> score.frame(beat + 1) - score.frame(beat))
                .toList();
        assertThat(lengths).allMatch(length -> length > 0.6 * score.beatFrames());
        assertThat(lengths.stream().distinct().count() > 1)
                .isEqualTo(mood.score().feel().ritardando() > 0);
    }

    /** It is a voice of its own: it moves, mostly by small steps. */
    @ParameterizedTest
    @MethodSource("moods")
    void theCounterLineIsAVoice(Mood mood) {
        for (long seed = 0; seed < 12; seed++) {
            List<Composition.Line> lines =
                    Composer.compose(mood.score(), plan(mood, seed)).lines();
            for (Composition.Line counter : lines) {
                if (!counter.part().pattern().equals("counter")) {
                    continue;
                }
                assertThat(counter.notes().stream().map(Note::pitch).distinct().count())
                        .isGreaterThan(2);
                for (int i = 1; i < counter.notes().size(); i++) {
                    int step = counter.notes().get(i).pitch()
                            - counter.notes().get(i - 1).pitch();
                    assertThat(Math.abs(step)).isLessThanOrEqualTo(12);
                }
            }
        }
    }
}
