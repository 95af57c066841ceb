package app.keepsake.music.internal.score;

import java.util.ArrayList;
import java.util.List;

/**
 * A note of a figure.
 *
 * @param beat from the bar's start
 * @param beats until the next one, or the bar's end
 * @param mark as it is written: {@code X}, {@code x}, {@code o} or a digit
 */
record Step(double beat, double beats, char mark) {
    /** Reads one voice of a figure, as {@link app.keepsake.music.ScoreStyle.Figure} writes it. */
    static List<Step> of(String voice, int beatsPerBar) {
        List<Step> steps = new ArrayList<>();
        double length = (double) beatsPerBar / voice.length();
        int end = voice.length();
        for (int i = voice.length() - 1; i >= 0; i--) {
            if (voice.charAt(i) != '.') {
                steps.addFirst(new Step(i * length, (end - i) * length, voice.charAt(i)));
                end = i;
            }
        }
        return steps;
    }

    /** A figure's voice, or a pattern's own where it has none. */
    static List<Step> of(String voice, Bar bar, String four, String three) {
        return of(voice.isEmpty() ? bar.beats() == 3 ? three : four : voice, bar.beats());
    }

    boolean strong() {
        return mark == 'X';
    }

    boolean soft() {
        return mark == 'o';
    }

    boolean onBeat() {
        return beat == Math.floor(beat);
    }

    int digit() {
        return Character.digit(mark, 10);
    }

    /** The loudness of a usual note, as this one is played. */
    double velocity(double usual) {
        return usual * (strong() ? 1.14 : soft() ? 0.78 : 1);
    }
}
