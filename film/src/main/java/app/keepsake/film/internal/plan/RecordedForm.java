package app.keepsake.film.internal.plan;

import app.keepsake.music.Music;
import app.keepsake.music.ScorePlan;
import app.keepsake.music.ScorePlan.Role;
import app.keepsake.music.ScorePlan.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * The form of a recording: its own bars and sections, of which a film takes a phrase. The phrase begins with the piece or
 * with a section, and ends as near as possible to where a section does.
 */
public final class RecordedForm implements Form {
    private static final double TITLE_SECONDS = 3.6;
    private static final double LAST_SECONDS = 2.6;
    private static final int PHRASE = 4;

    private final Music music;
    private final int fps;
    private final int firstBar;
    private final int phraseBars;

    private RecordedForm(Music music, int fps, int firstBar, int phraseBars) {
        this.music = music;
        this.fps = fps;
        this.firstBar = firstBar;
        this.phraseBars = phraseBars;
    }

    /** The phrase that comes closest to a length. */
    static RecordedForm near(Music music, double seconds, int fps) {
        RecordedForm all = new RecordedForm(music, fps, 0, 0);
        int bars = all.musicBars();
        if (bars < 2) {
            throw new IllegalArgumentException(
                    "%s: expected music with a beat, found fewer than two bars. Choose another piece, or leave --music out."
                            .formatted(music.file()));
        }
        List<Integer> turns = music.turns().stream().map(all::bar).toList();
        List<Integer> starts = new ArrayList<>(List.of(0));
        starts.addAll(turns);
        double best = Double.MAX_VALUE;
        int start = 0;
        int length = bars;
        for (int from : starts) {
            for (int to = from + 2; to <= bars; to++) {
                double miss = Math.abs(all.time(to) - all.time(from) - seconds) / seconds;
                boolean turn = to == bars || turns.contains(to);
                boolean phrase = (to - from) % PHRASE == 0;
                double cost = 3 * miss + (from == 0 ? 0 : 0.12) + (turn ? 0 : phrase ? 0.1 : 0.3);
                if (cost < best) {
                    best = cost;
                    start = from;
                    length = to - from;
                }
            }
        }
        return new RecordedForm(music, fps, start, length);
    }

    private int bar(int beat) {
        return (beat - music.firstDownbeat()) / music.beatsPerBar();
    }

    private int musicBars() {
        return (music.beats().size() - 1 - music.firstDownbeat()) / music.beatsPerBar();
    }

    /** When a bar begins, in seconds. */
    private double time(int bar) {
        return music.beats().get(music.firstDownbeat() + bar * music.beatsPerBar());
    }

    /** Film frame of the recording at which the film's music begins. */
    long startFrame() {
        return (long) Math.floor(time(firstBar) * fps);
    }

    @Override
    public double barSeconds() {
        int bars = musicBars();
        return (time(bars) - time(0)) / bars;
    }

    @Override
    public int bars(double seconds) {
        return Math.max(leastBars(), phraseBars);
    }

    @Override
    public int leastBars() {
        return Math.min(phraseBars, intro() + ending());
    }

    private int intro() {
        return Math.max(1, (int) Math.ceil(TITLE_SECONDS / barSeconds() - 0.15));
    }

    private int ending() {
        return Math.max(1, (int) Math.ceil(LAST_SECONDS / barSeconds() - 0.15));
    }

    @Override
    public int lastChord(int bars) {
        return bars - ending();
    }

    @Override
    public ScorePlan of(int bars) {
        List<Section> sections = new ArrayList<>();
        int intro = Math.min(intro(), bars - 1);
        int end = Math.max(intro, bars - ending());
        sections.add(new Section(Role.INTRO, 0, intro, energy(0, intro)));
        int from = intro;
        for (int bar = intro + 1; bar <= end; bar++) {
            int beat = music.firstDownbeat() + (firstBar + bar) * music.beatsPerBar();
            if (bar == end || (music.turns().contains(beat) && bar - from >= 2)) {
                double energy = energy(from, bar);
                sections.add(new Section(energy > 0.7 ? Role.PEAK : Role.VERSE, from, bar - from, energy));
                from = bar;
            }
        }
        sections.add(new Section(Role.ENDING, end, bars - end, energy(end, bars)));
        int beats = bars * music.beatsPerBar();
        List<Integer> grid = new ArrayList<>();
        for (int beat = 0; beat <= beats; beat++) {
            double seconds = music.beats().get(music.firstDownbeat() + firstBar * music.beatsPerBar() + beat);
            grid.add(beat == 0 ? 0 : (int) (Math.round(seconds * fps) - startFrame()));
        }
        int beatFrames = Math.max(1, Math.round((float) grid.getLast() / beats));
        return new ScorePlan(fps, beatFrames, music.beatsPerBar(), sections, 0, grid);
    }

    private double energy(int fromBar, int toBar) {
        int base = music.firstDownbeat() + firstBar * music.beatsPerBar();
        double sum = 0;
        int count = 0;
        for (int i = base + fromBar * music.beatsPerBar(); i < base + toBar * music.beatsPerBar(); i++) {
            sum += music.energy().get(i);
            count++;
        }
        return count == 0 ? 0.5 : sum / count;
    }
}
