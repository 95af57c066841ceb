package app.keepsake.film.internal.plan;

import app.keepsake.music.ScorePlan;
import app.keepsake.music.ScorePlan.Role;
import app.keepsake.music.ScorePlan.Section;
import app.keepsake.music.ScoreStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * The form of a score that is composed: a tempo, and sections of four-bar phrases that build up and come to rest. Short
 * ones have a form of their own: they are at their peak within five seconds, draw breath once if there is time, and end
 * with a chord.
 */
public final class ComposedForm implements Form {
    /** A title is read in this time. */
    private static final double TITLE_SECONDS = 3.6;
    /** The last chord rings at least this long. */
    private static final double LAST_CHORD_SECONDS = 2.6;

    /** Films up to this length have the short form, in which a title and a last chord make do with a share of that time. */
    private static final double SHORT_SECONDS = 30;

    private static final double SHORT_SHARE = 0.6;
    /** In the short form the peak begins by then. */
    private static final double PEAK_BY_SECONDS = 5;
    /** So many bars of peak are broken up by a breath. */
    private static final int MOST_PEAK = 7;

    /** A length that is met so nearly is met. */
    private static final double NEAR_SECONDS = 0.3;
    /** Where no tempo of the style meets a length, it may be so much slower or faster: hardly anybody hears it. */
    private static final double MOST_RUBATO = 1.16;

    private static final int PHRASE = 4;

    private final ScoreStyle style;
    private final int fps;
    private final long seed;
    private final int beatFrames;
    private final boolean brief;

    private ComposedForm(ScoreStyle style, int fps, long seed, int beatFrames, boolean brief) {
        this.style = style;
        this.fps = fps;
        this.seed = seed;
        this.beatFrames = beatFrames;
        this.brief = brief;
    }

    /** The form whose whole bars come near to a length; of several tempos that do, the seed chooses. */
    public static ComposedForm near(ScoreStyle style, double seconds, int fps, long seed) {
        ComposedForm usual = nearest(style, seconds, fps, seed, 1);
        return usual.miss(seconds) <= NEAR_SECONDS ? usual : nearest(style, seconds, fps, seed, MOST_RUBATO);
    }

    private static ComposedForm nearest(ScoreStyle style, double seconds, int fps, long seed, double rubato) {
        int shortest = (int) Math.ceil(60.0 * fps / (style.fastest() * rubato));
        int longest = Math.max(shortest, (int) Math.floor(60.0 * fps * rubato / style.slowest()));
        int count = longest - shortest + 1;
        ComposedForm best = at(style, seconds, fps, seed, shortest);
        for (int i = 0; i < count && (i == 0 || best.miss(seconds) > NEAR_SECONDS); i++) {
            int beat = shortest + (int) Math.floorMod(seed + i, (long) count);
            ComposedForm one = at(style, seconds, fps, seed, beat);
            if (i == 0 || one.miss(seconds) < best.miss(seconds)) {
                best = one;
            }
        }
        return best;
    }

    /** At a tempo; brief where the film is, or the usual form would be too long for it. */
    private static ComposedForm at(ScoreStyle style, double seconds, int fps, long seed, int beat) {
        ComposedForm usual = new ComposedForm(style, fps, seed, beat, false);
        return seconds > SHORT_SECONDS && Math.round(seconds / usual.barSeconds()) >= usual.leastBars()
                ? usual
                : new ComposedForm(style, fps, seed, beat, true);
    }

    private double miss(double seconds) {
        return Math.abs(bars(seconds) * barSeconds() - seconds);
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
        return barsOf(TITLE_SECONDS * (brief ? SHORT_SHARE : 1));
    }

    private int ending() {
        double ring = LAST_CHORD_SECONDS * (brief ? SHORT_SHARE : 1);
        return barsOf(ring) + (brief ? 0 : style.endingBars() - 1);
    }

    private int barsOf(double seconds) {
        return Math.max(1, (int) Math.ceil(seconds / barSeconds() - 0.15));
    }

    @Override
    public int lastChord(int bars) {
        return bars - ending() + (brief ? 0 : style.endingBars() - 1);
    }

    @Override
    public ScorePlan of(int bars) {
        List<Section> sections = brief ? brief(bars) : usual(bars);
        List<Integer> grid = Agogics.grid(style, sections, beatFrames, lastChord(bars));
        return new ScorePlan(fps, beatFrames, style.beatsPerBar(), sections, seed, grid);
    }

    /** A bar or so, the peak, a breath, the peak again, a chord. */
    private List<Section> brief(int bars) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(Role.INTRO, 0, intro(), 0.25));
        int end = bars - ending();
        int lead = Math.clamp((int) (PEAK_BY_SECONDS / barSeconds()) - intro(), 0, 2);
        int bar = intro();
        if (lead > 0 && bar + lead < end) {
            sections.add(new Section(Role.BUILD, bar, lead, energy(Role.BUILD, 0, 1)));
            bar += lead;
        }
        int peak = end - bar;
        if (peak >= MOST_PEAK) {
            int breath = peak >= 3 * PHRASE ? PHRASE : 2;
            sections.add(new Section(Role.PEAK, bar, PHRASE, 0.82));
            sections.add(new Section(Role.VERSE, bar + PHRASE, breath, 0.5));
            bar += PHRASE + breath;
        }
        if (end > bar) {
            sections.add(new Section(Role.PEAK, bar, end - bar, 0.92));
        }
        sections.add(new Section(Role.ENDING, end, ending(), style.feel().button() ? 0.8 : peak > 0 ? 0.5 : 0.35));
        return sections;
    }

    private List<Section> usual(int bars) {
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
        return sections;
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
