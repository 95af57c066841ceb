package app.keepsake.music.internal.score;

import app.keepsake.music.ScorePlan;
import app.keepsake.music.ScorePlan.Role;
import app.keepsake.music.ScorePlan.Section;
import app.keepsake.music.ScoreStyle;
import app.keepsake.music.ScoreStyle.Approach;
import app.keepsake.music.ScoreStyle.Part;
import app.keepsake.music.Variation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a piece for a film's grid of bars in a mood's style. The same arguments give the same notes. */
public final class Composer {
    /** An ending as lively as this is short, where the style has short ones. */
    private static final double BUTTON_ENERGY = 0.7;

    private static final int PHRASE = 4;
    private static final int DOMINANT = 7;
    private static final Set<String> BEHIND = Set.of("melody", "backbeat");

    private final ScoreStyle style;
    private final ScorePlan plan;
    private final Variation chosen;
    private final int tonic;

    private Composer(ScoreStyle style, ScorePlan plan) {
        this.style = style;
        this.plan = plan;
        this.chosen = Variation.of(style, plan.seed());
        this.tonic = chosen.tonic();
    }

    /** Composes the piece. */
    public static Composition compose(ScoreStyle style, ScorePlan plan) {
        return new Composer(style, plan).compose();
    }

    private Composition compose() {
        List<Chord> chords = chords();
        List<Bar> bars = bars(chords);
        List<Tune.Sung> tune = new Tune(style, plan, tonic).over(chords, lastChord());
        List<Note> counter = counter(bars, tune);
        List<Composition.Line> lines = new ArrayList<>();
        List<Part> parts = chosen.arrangement().parts();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            List<Note> notes =
                    switch (part.pattern()) {
                        case "melody" -> sung(part, bars, tune);
                        case "counter" -> played(part, bars, counter);
                        default -> patterned(part, bars);
                    };
            lines.add(new Composition.Line(part, human(notes, part, i)));
        }
        return new Composition(lines, chords);
    }

    private List<Chord> chords() {
        List<Chord> result = new ArrayList<>();
        for (Section section : plan.sections()) {
            List<String> line = line(section);
            for (int bar = 0; bar < section.bars(); bar++) {
                // The last chord of a line leads on; an intro of one bar has nowhere to come from.
                boolean close = bar == section.bars() - 1 && (bar > 0 || section.role() != Role.INTRO);
                int index = section.role() == Role.ENDING || close
                        ? Math.min(close ? line.size() - 1 : bar, line.size() - 1)
                        : bar % line.size();
                result.add(Chord.parse(line.get(index), style.mode()));
            }
        }
        return result;
    }

    private List<String> line(Section section) {
        return switch (section.role()) {
            case INTRO, VERSE -> chosen.progression().verse();
            case BUILD -> chosen.progression().build();
            case PEAK -> chosen.progression().peak();
            case ENDING -> chosen.progression().ending();
        };
    }

    private List<Bar> bars(List<Chord> chords) {
        List<List<Integer>> voices = new Voicing(50, 74, 4).lead(chords, tonic);
        List<Bar> result = new ArrayList<>();
        int bass = 43;
        int lastChord = lastChord();
        boolean button = style.feel().button() && plan.sections().getLast().energy() >= BUTTON_ENERGY;
        for (int number = 0; number < chords.size(); number++) {
            Section section = plan.sectionAt(number);
            int into = number - section.firstBar();
            Chord chord = chords.get(number);
            boolean closing = into == section.bars() - 1;
            Optional<Approach> approach = approach(section, number);
            int low = approach.filter(Approach.LIFT::equals).isPresent() ? DOMINANT : chord.bass();
            bass = nearest(Math.floorMod(tonic + low, 12), 36, 50, bass);
            result.add(new Bar(
                    number,
                    plan.beatsPerBar(),
                    chords.size() - number,
                    section.role(),
                    into == 0,
                    closing,
                    number == lastChord,
                    button,
                    closing || into % PHRASE == PHRASE - 1,
                    approach,
                    energy(section, into),
                    chord,
                    voices.get(number),
                    bass,
                    chosen.figure()));
        }
        return result;
    }

    /** How a bar leads to a peak; after few bars nothing has to fall silent yet. */
    private Optional<Approach> approach(Section section, int bar) {
        int next = section.firstBar() + section.bars();
        boolean leads = bar == next - 1
                && next < plan.bars()
                && plan.sectionAt(next).role() == Role.PEAK
                && (section.role() == Role.BUILD || section.role() == Role.VERSE);
        return leads ? Optional.of(section.bars() < PHRASE ? Approach.LIFT : chosen.approach()) : Optional.empty();
    }

    /** First bar of the chord that is held to the end. */
    private int lastChord() {
        int held = Math.max(1, plan.sections().getLast().bars() - style.endingBars() + 1);
        return plan.bars() - held;
    }

    private static double energy(Section section, int into) {
        double along = section.bars() == 1 ? 0 : (double) into / (section.bars() - 1);
        return section.energy() + (section.role() == Role.BUILD ? 0.15 * along : 0);
    }

    /** The pitch of a class in a range that is closest to another. */
    private static int nearest(int pitchClass, int lowest, int highest, int to) {
        int best = lowest + Math.floorMod(pitchClass - lowest, 12);
        for (int pitch = best; pitch <= highest; pitch += 12) {
            if (Math.abs(pitch - to) < Math.abs(best - to)) {
                best = pitch;
            }
        }
        return best;
    }

    private List<Note> counter(List<Bar> bars, List<Tune.Sung> tune) {
        List<Note> notes = tune.stream().map(Tune.Sung::note).toList();
        return new CounterLine(tonic, style.mode(), notes).over(bars.subList(0, lastChord() + 1));
    }

    private List<Note> sung(Part part, List<Bar> bars, List<Tune.Sung> tune) {
        return heard(part, bars, bar -> tune.stream()
                .filter(one -> one.bar() == bar.number())
                .map(one -> bar.button() && bar.last() ? shortened(one.note(), bar.held()) : one.note())
                .toList());
    }

    private static Note shortened(Note note, double beats) {
        return new Note(note.beat(), Math.min(beats, note.beats()), note.pitch(), note.velocity());
    }

    private List<Note> played(Part part, List<Bar> bars, List<Note> line) {
        return heard(part, bars, bar -> line.stream()
                .filter(note -> note.beat() >= bar.start() && note.beat() < bar.start() + bar.beats())
                .toList());
    }

    private List<Note> patterned(Part part, List<Bar> bars) {
        return heard(part, bars, bar -> {
            List<Note> notes = new ArrayList<>();
            if (!PitchedPatterns.play(part.pattern(), bar, notes::add)
                    && !DrumPatterns.play(part.pattern(), bar, notes::add)) {
                throw new IllegalStateException("Expected a part's pattern, found '%s'.".formatted(part.pattern()));
            }
            return notes;
        });
    }

    private interface InBar {
        List<Note> notes(Bar bar);
    }

    /** Where the music is as full as the part wants it; where it never is, in the section that is nearest to it. */
    private List<Note> heard(Part part, List<Bar> bars, InBar pattern) {
        List<Bar> all = bars.subList(0, lastChord() + 1);
        List<Note> result =
                notes(part, all.stream().filter(bar -> away(part, bar) < 1e-9).toList(), pattern);
        List<Section> sections = plan.sections().stream()
                .sorted(Comparator.comparingDouble(section -> away(part, bars.get(section.firstBar()))))
                .toList();
        for (int i = 0; i < sections.size() && result.isEmpty(); i++) {
            Section section = sections.get(i);
            List<Bar> inside = all.stream()
                    .filter(bar -> plan.sectionAt(bar.number()).equals(section))
                    .toList();
            result = notes(part, inside, pattern);
        }
        return result;
    }

    private static double away(Part part, Bar bar) {
        return Math.max(0, Math.max(part.from() - bar.energy(), bar.energy() - part.to()));
    }

    private static List<Note> notes(Part part, List<Bar> bars, InBar pattern) {
        List<Note> result = new ArrayList<>();
        for (Bar bar : bars) {
            double loudness = 0.6 + 0.5 * bar.energy();
            pattern.notes(bar).forEach(note -> result.add(scaled(note, part, loudness)));
        }
        return result;
    }

    private static Note scaled(Note note, Part part, double loudness) {
        double velocity = Math.min(1, note.velocity() * loudness);
        return new Note(note.beat(), note.beats(), note.pitch() + 12 * part.octave(), velocity, note.delay());
    }

    /** Unevenness of hands, who play about the beat, swing, and phrases that swell and fade. */
    private List<Note> human(List<Note> notes, Part part, int number) {
        Chance chance = new Chance(plan.seed(), "hands " + number);
        double phrase = PHRASE * (double) plan.beatsPerBar();
        double behind = BEHIND.contains(part.pattern()) ? style.feel().layBack() / 1000 : 0;
        List<Note> result = new ArrayList<>();
        for (Note note : notes) {
            double fraction = note.beat() - Math.floor(note.beat());
            double swung = Math.abs(fraction - 0.5) < 1e-6 ? style.feel().swing() / 2 : 0;
            double uneven = 0.004 * (chance.around() + chance.around());
            double swell = 0.05 * Math.sin(Math.PI * (note.beat() % phrase) / phrase);
            double velocity = Math.clamp(note.velocity() * (0.98 + swell + 0.07 * chance.around()), 0.05, 1);
            double delay = note.delay() + behind + uneven;
            result.add(new Note(note.beat() + swung, note.beats(), note.pitch(), velocity, delay));
        }
        result.sort(Comparator.comparingDouble(Note::beat).thenComparingInt(Note::pitch));
        return result;
    }
}
