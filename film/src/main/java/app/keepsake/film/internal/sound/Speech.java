package app.keepsake.film.internal.sound;

import app.keepsake.media.Sound;
import java.util.Arrays;

/** Where in a sound somebody speaks, and where speakers draw breath. */
final class Speech {
    /** Samples of one level. */
    static final int HOP = Sound.RATE / 100;

    /** A silence of so many hundredths of a second ends a sentence, or a part of one. */
    private static final int PAUSE = 20;
    /** So far about a hop what is loud is measured. */
    private static final int AROUND = 150;

    private static final double QUIET_DB = 25;
    private static final double LEAST_QUIET_DB = 10;
    private static final double OVER_FLOOR_DB = 5;
    private static final double FLOOR = 0.1;

    private final boolean[] spoken;
    private final double[] level;
    private final boolean[] pause;

    /**
     * @param spoken for each {@link Voices#SLOT} whether somebody speaks
     * @param level of each {@link #HOP} in the range of voices, in dB
     */
    Speech(boolean[] spoken, double[] level) {
        this.spoken = spoken;
        this.level = level;
        this.pause = pauses();
    }

    private boolean[] pauses() {
        boolean[] result = new boolean[level.length];
        double[] sorted = level.clone();
        Arrays.sort(sorted);
        double floor = sorted.length == 0 ? 0 : sorted[(int) (FLOOR * (sorted.length - 1))];
        int quiet = 0;
        for (int i = 0; i < level.length; i++) {
            double loudest = Arrays.stream(level, Math.max(0, i - AROUND), Math.min(level.length, i + AROUND))
                    .max()
                    .orElse(0);
            double threshold = Math.min(loudest - LEAST_QUIET_DB, Math.max(loudest - QUIET_DB, floor + OVER_FLOOR_DB));
            quiet = level[i] < threshold ? quiet + 1 : 0;
            if (quiet >= PAUSE) {
                Arrays.fill(result, i + 1 - PAUSE, i + 1, true);
            }
        }
        return result;
    }

    /** Share of the half seconds in which somebody speaks. */
    double share() {
        int count = 0;
        for (boolean one : spoken) {
            count += one ? 1 : 0;
        }
        return spoken.length == 0 ? 0 : (double) count / spoken.length;
    }

    /** How far a sample lies in speech, 0 to 1: it grows and falls within half a second. */
    double at(int sample) {
        double at = (double) sample / Voices.SLOT - 0.5;
        int slot = (int) Math.floor(at);
        double along = at - slot;
        return (1 - along) * slot(slot) + along * slot(slot + 1);
    }

    private double slot(int slot) {
        return spoken.length > 0 && spoken[Math.clamp(slot, 0, spoken.length - 1)] ? 1 : 0;
    }

    /**
     * Where to come in, so that a sentence is heard from its beginning: the pause before, or else the next one.
     *
     * @param wanted sample at which the picture begins
     * @param latest sample before which it has to be
     */
    int begin(int wanted, int latest) {
        if (!speaks(wanted)) {
            return wanted;
        }
        int before = pauseAt(wanted, 0, -1);
        return before >= 0 ? before : Math.max(wanted, pauseAt(wanted, latest, 1));
    }

    /**
     * Where to go out, so that a sentence is heard to its end: the next pause, or else the one before.
     *
     * @param wanted sample at which the picture ends
     * @param earliest sample after which it has to be
     * @param end of the sound that there is
     */
    int end(int wanted, int earliest, int end) {
        if (!speaks(wanted)) {
            return wanted;
        }
        int after = pauseAt(wanted, end, 1);
        int before = after >= 0 ? after : pauseAt(wanted, earliest, -1);
        return before >= 0 ? Math.min(end, before) : wanted;
    }

    private boolean speaks(int sample) {
        return at(sample) > 0;
    }

    /** The middle of the pause that is nearest to a sample in one direction, up to another; -1 without one. */
    private int pauseAt(int from, int to, int direction) {
        int last = Math.clamp(to / HOP, 0, Math.max(0, pause.length - 1));
        for (int i = Math.clamp(from / HOP, 0, Math.max(0, pause.length - 1));
                pause.length > 0 && direction * (last - i) >= 0;
                i += direction) {
            if (pause[i]) {
                return Math.clamp(i + direction * (PAUSE / 2), Math.min(i, last), Math.max(i, last)) * HOP;
            }
        }
        return -1;
    }
}
