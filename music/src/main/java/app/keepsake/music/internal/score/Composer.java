package app.keepsake.music.internal.score;

import app.keepsake.music.ScorePlan;
import app.keepsake.music.ScorePlan.Role;
import app.keepsake.music.ScorePlan.Section;
import app.keepsake.music.ScoreStyle;
import app.keepsake.music.ScoreStyle.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes a piece for a film's grid of bars in a mood's style. The same arguments give the same notes. */
public final class Composer {
    private final ScoreStyle style;
    private final ScorePlan plan;
    private final int tonic;

    private Composer(ScoreStyle style, ScorePlan plan) {
        this.style = style;
        this.plan = plan;
        this.tonic = new Chance(plan.seed(), "key").oneOf(style.keys());
    }

    /** Composes the piece. */
    public static Composition compose(ScoreStyle style, ScorePlan plan) {
        return new Composer(style, plan).compose();
    }

    private Composition compose() {
        List<Chord> chords = chords();
        List<Bar> bars = bars(chords);
        List<Note> tune = tune(chords);
        List<Composition.Line> lines = new ArrayList<>();
        for (int i = 0; i < style.parts().size(); i++) {
            Part part = style.parts().get(i);
            lines.add(new Composition.Line(part, human(notes(part, bars, tune), i)));
        }
        return new Composition(lines, chords);
    }

    private List<Chord> chords() {
        List<Chord> result = new ArrayList<>();
        for (Section section : plan.sections()) {
            List<String> line = line(section);
            for (int bar = 0; bar < section.bars(); bar++) {
                boolean close = bar == section.bars() - 1;
                int index = section.role() == Role.ENDING || close
                        ? Math.min(close ? line.size() - 1 : bar, line.size() - 1)
                        : bar % line.size();
                result.add(Chord.parse(line.get(index), style.mode()));
            }
        }
        return result;
    }

    private List<String> line(Section section) {
        int count = style.progressions().size();
        return switch (section.role()) {
            case INTRO, VERSE -> style.progressions().getFirst();
            case BUILD -> style.progressions().get(1 % count);
            case PEAK -> style.progressions().get(2 % count);
            case ENDING -> style.ending();
        };
    }

    private List<Bar> bars(List<Chord> chords) {
        List<List<Integer>> voices = new Voicing(50, 74, 4).lead(chords, tonic);
        List<Bar> result = new ArrayList<>();
        int bass = 43;
        int guide = 60;
        int lastChord = lastChord();
        for (int number = 0; number < chords.size(); number++) {
            Section section = plan.sectionAt(number);
            int into = number - section.firstBar();
            Chord chord = chords.get(number);
            bass = nearest(Math.floorMod(tonic + chord.bass(), 12), 36, 50, bass);
            guide = guide(chord, guide);
            result.add(new Bar(
                    number,
                    plan.beatsPerBar(),
                    chords.size() - number,
                    section.role(),
                    into == 0,
                    into == section.bars() - 1,
                    number == lastChord,
                    energy(section, into),
                    chord,
                    voices.get(number),
                    bass,
                    guide));
        }
        return result;
    }

    /** First bar of the chord that is held to the end. */
    private int lastChord() {
        int held = Math.max(1, plan.sections().getLast().bars() - style.ending().size() + 1);
        return plan.bars() - held;
    }

    private static double energy(Section section, int into) {
        double along = section.bars() == 1 ? 0 : (double) into / (section.bars() - 1);
        return section.energy() + (section.role() == Role.BUILD ? 0.15 * along : 0);
    }

    private int guide(Chord chord, int before) {
        int third = Math.floorMod(tonic + chord.root() + chord.tones().get(1), 12);
        int colour = Math.floorMod(tonic + chord.root() + chord.tones().getLast(), 12);
        int a = nearest(third, 52, 67, before);
        int b = nearest(colour, 52, 67, before);
        return Math.abs(a - before) <= Math.abs(b - before) ? a : b;
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

    private List<Note> tune(List<Chord> chords) {
        Melody melody = new Melody(tonic, style.mode(), plan.beatsPerBar(), style.melody());
        List<Note> result = new ArrayList<>();
        int lastChord = lastChord();
        for (Section section : plan.sections()) {
            int end = section.role() == Role.ENDING ? lastChord + 1 : section.firstBar() + section.bars();
            int phrase = 0;
            for (int bar = section.firstBar(); bar < end; bar += 4) {
                List<Chord> part = chords.subList(bar, Math.min(end, bar + 4));
                boolean home = section.role() == Role.ENDING || phrase % 2 == 1;
                String theme = section.role() == Role.BUILD ? "theme B" : "theme A";
                double lift = section.role() == Role.PEAK ? 0.9 : section.role() == Role.BUILD ? 0.6 : 0.35;
                for (Note note : melody.phrase(part, new Chance(plan.seed(), theme), home, lift)) {
                    result.add(moved(note, bar, lastChord));
                }
                phrase++;
            }
        }
        return result;
    }

    private Note moved(Note note, int bar, int lastChord) {
        double beat = note.beat() + (double) bar * plan.beatsPerBar();
        boolean last = beat >= (double) lastChord * plan.beatsPerBar();
        double beats = last ? (double) plan.bars() * plan.beatsPerBar() - beat : note.beats();
        return new Note(beat, beats, note.pitch(), note.velocity());
    }

    private List<Note> notes(Part part, List<Bar> bars, List<Note> tune) {
        List<Note> result = new ArrayList<>();
        for (Bar bar : bars.subList(0, lastChord() + 1)) {
            if (!plays(part, bar)) {
                continue;
            }
            double loudness = 0.6 + 0.5 * bar.energy();
            switch (part.pattern()) {
                case "melody" ->
                    tune.stream()
                            .filter(note -> within(note, bar))
                            .forEach(note -> result.add(scaled(note, part, loudness)));
                default -> {
                    boolean known = PitchedPatterns.play(
                                    part.pattern(), bar, note -> result.add(scaled(note, part, loudness)))
                            || DrumPatterns.play(part.pattern(), bar, note -> result.add(scaled(note, part, loudness)));
                    if (!known) {
                        throw new IllegalStateException(
                                "Expected a part's pattern, found '%s'.".formatted(part.pattern()));
                    }
                }
            }
        }
        return result;
    }

    private static boolean plays(Part part, Bar bar) {
        double energy = bar.energy();
        return energy >= part.from() - 1e-9 && energy <= part.to() + 1e-9;
    }

    private static boolean within(Note note, Bar bar) {
        return note.beat() >= bar.start() && note.beat() < bar.start() + bar.beats();
    }

    private static Note scaled(Note note, Part part, double loudness) {
        double velocity = Math.min(1, note.velocity() * loudness);
        return new Note(note.beat(), note.beats(), note.pitch() + 12 * part.octave(), velocity, note.delay());
    }

    /** Small unevenness of hands, and swing. */
    private List<Note> human(List<Note> notes, int part) {
        Chance chance = new Chance(plan.seed(), "hands " + part);
        List<Note> result = new ArrayList<>();
        for (Note note : notes) {
            double fraction = note.beat() - Math.floor(note.beat());
            double swung = Math.abs(fraction - 0.5) < 1e-6 ? style.swing() / 2 : 0;
            double delay = Math.max(0, note.delay() + 0.004 * chance.around());
            double velocity = Math.clamp(note.velocity() * (1 + 0.07 * chance.around()), 0.05, 1);
            result.add(new Note(note.beat() + swung, note.beats(), note.pitch(), velocity, delay));
        }
        result.sort(Comparator.comparingDouble(Note::beat).thenComparingInt(Note::pitch));
        return result;
    }
}
