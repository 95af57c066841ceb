package app.keepsake.film.internal.plan;

import app.keepsake.music.ScorePlan.Section;
import app.keepsake.music.ScoreStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * Beats that are not all of one length, where a style asks for it: phrases that linger, move on and linger again, and a
 * last one that slows down. A phrase takes as long as by the clock, and the last chord gives what the slowing takes, so
 * that films stay as long as they are. Each beat is a whole number of frames.
 */
final class Agogics {
    private static final int PHRASE = 4;
    /** So many bars before the last chord slow down. */
    private static final int SLOWING = 2;
    /** The last chord keeps at least this share of its time. */
    private static final double KEPT = 0.7;

    private Agogics() {}

    /**
     * The frame of each beat, and of the end; empty where all beats are even.
     *
     * @param lastChord bar at which the last chord begins
     */
    static List<Integer> grid(ScoreStyle style, List<Section> sections, int beatFrames, int lastChord) {
        double rubato = style.feel().rubato();
        double ritardando = style.feel().ritardando();
        if (rubato == 0 && ritardando == 0) {
            return List.of();
        }
        int perBar = style.beatsPerBar();
        List<Double> frames = new ArrayList<>();
        for (Section section : sections) {
            for (int bar = 0; bar < section.bars(); bar += PHRASE) {
                int beats = perBar * Math.min(PHRASE, section.bars() - bar);
                double first = (double) beatFrames * perBar * (section.firstBar() + bar);
                double most = beatFrames * rubato * beats / (2 * Math.PI);
                for (int i = 0; i < beats; i++) {
                    frames.add(first + (double) i * beatFrames + most * Math.sin(2 * Math.PI * i / beats));
                }
            }
        }
        double end = (double) beatFrames * frames.size();
        slow(frames, end, ritardando * beatFrames, lastChord * perBar, SLOWING * perBar);
        frames.add(end);
        return frames.stream().map(frame -> (int) Math.round(frame)).toList();
    }

    /** Beats before the last chord become longer, up to {@code most} frames; it is shorter for that. */
    private static void slow(List<Double> frames, double end, double most, int lastChord, int slowing) {
        int first = Math.max(0, lastChord - slowing);
        double room = (1 - KEPT) * (end - frames.get(lastChord));
        double taken = 0;
        for (int beat = first; beat < lastChord; beat++) {
            double along = (double) (beat + 1 - first) / slowing;
            frames.set(beat, frames.get(beat) + taken);
            taken = Math.min(room, taken + most * along * along);
        }
        double start = frames.get(lastChord) + taken;
        int held = frames.size() - lastChord;
        for (int i = 0; i < held; i++) {
            frames.set(lastChord + i, start + i * (end - start) / held);
        }
    }
}
