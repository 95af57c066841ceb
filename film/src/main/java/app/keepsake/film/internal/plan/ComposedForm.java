package app.keepsake.film.internal.plan;

import app.keepsake.music.ScorePlan;
import app.keepsake.music.ScorePlan.Role;
import app.keepsake.music.ScorePlan.Section;
import app.keepsake.music.ScoreStyle;
import java.util.ArrayList;
import java.util.List;

/** The form of a score that is composed: a tempo, and sections of four-bar phrases that build up and come to rest. */
public final class ComposedForm implements Form {
    /** A title is read in this time. */
    private static final double TITLE_SECONDS = 3.6;
    /** The last chord rings at least this long. */
    private static final double LAST_CHORD_SECONDS = 2.6;

    private static final int PHRASE = 4;

    private final ScoreStyle style;
    private final int fps;
    private final long seed;
    private final int beatFrames;

    private ComposedForm(ScoreStyle style, int fps, long seed, int beatFrames) {
        this.style = style;
        this.fps = fps;
        this.seed = seed;
        this.beatFrames = beatFrames;
    }

    /** The form at the tempo whose whole bars come closest to a length. */
    public static ComposedForm near(ScoreStyle style, double seconds, int fps, long seed) {
        int shortest = (int) Math.ceil(60.0 * fps / style.fastest());
        int longest = Math.max(shortest, (int) Math.floor(60.0 * fps / style.slowest()));
        int count = longest - shortest + 1;
        int best = shortest;
        double bestMiss = Double.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            int beat = shortest + (int) Math.floorMod(seed + i, (long) count);
            double bar = (double) beat * style.beatsPerBar() / fps;
            double miss = Math.abs(Math.round(seconds / bar) * bar - seconds);
            if (miss < bestMiss - 0.25) {
                bestMiss = miss;
                best = beat;
            }
        }
        return new ComposedForm(style, fps, seed, best);
    }

    @Override
    public double barSeconds() {
        return (double) beatFrames * style.beatsPerBar() / fps;
    }

    @Override
    public int leastBars() {
        return intro() + ending();
    }

    private int intro() {
        return Math.max(1, (int) Math.ceil(TITLE_SECONDS / barSeconds() - 0.15));
    }

    private int ending() {
        return style.ending().size() - 1 + Math.max(1, (int) Math.ceil(LAST_CHORD_SECONDS / barSeconds() - 0.15));
    }

    @Override
    public int lastChord(int bars) {
        return bars - ending() + style.ending().size() - 1;
    }

    @Override
    public ScorePlan of(int bars) {
        List<Section> sections = new ArrayList<>();
        int body = bars - leastBars();
        sections.add(new Section(Role.INTRO, 0, intro(), 0.25));
        int phrases = body < PHRASE ? Math.min(body, 1) : body / PHRASE;
        int bar = intro();
        for (int i = 0; i < phrases; i++) {
            int length = i == phrases - 1 ? bars - ending() - bar : PHRASE;
            Role role = role(i, phrases);
            double energy = energy(role, i, phrases);
            Section before = sections.getLast();
            if (before.role() == role && role == Role.PEAK) {
                sections.set(sections.size() - 1, new Section(role, before.firstBar(), before.bars() + length, energy));
            } else {
                sections.add(new Section(role, bar, length, energy));
            }
            bar += length;
        }
        sections.add(new Section(Role.ENDING, bar, ending(), phrases == 0 ? 0.35 : 0.5));
        return new ScorePlan(fps, beatFrames, style.beatsPerBar(), sections, seed);
    }

    /** Quiet, growing, full; long pieces draw breath and grow once more. */
    private static Role role(int phrase, int phrases) {
        if (phrases == 1) {
            return Role.VERSE;
        }
        int fromEnd = phrases - 1 - phrase;
        boolean secondRise = phrases >= 7;
        int half = phrases / 2;
        if (fromEnd == 0 || (fromEnd == 1 && phrases >= 4) || (secondRise && phrase == half - 1)) {
            return Role.PEAK;
        }
        boolean beforePeak = fromEnd == (phrases >= 4 ? 2 : 1) || (secondRise && phrase == half - 2);
        return beforePeak && phrases > 2 ? Role.BUILD : Role.VERSE;
    }

    private static double energy(Role role, int phrase, int phrases) {
        double along = (double) phrase / phrases;
        return switch (role) {
            case INTRO -> 0.25;
            case VERSE -> phrases == 1 ? 0.55 : 0.42 + 0.1 * along;
            case BUILD -> 0.62;
            case PEAK -> phrase == phrases - 1 ? 0.92 : 0.82;
            case ENDING -> 0.5;
        };
    }
}
