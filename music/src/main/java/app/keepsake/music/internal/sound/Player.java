package app.keepsake.music.internal.sound;

import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;
import app.keepsake.music.internal.score.Composition;
import app.keepsake.music.internal.score.Note;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One part of a piece, played from its start on. Notes that ring on wait in a window that moves along, so memory does
 * not grow with the piece. Not thread-safe.
 */
final class Player {
    private final Composition.Line line;
    private final double beatSamples;
    private final int frames;
    private StereoBuffer window = new StereoBuffer(0);
    private int next;

    /**
     * @param frames length of the film in samples
     */
    Player(Composition.Line line, double beatSamples, int frames) {
        this.line = line;
        this.beatSamples = beatSamples;
        this.frames = frames;
    }

    Composition.Line line() {
        return line;
    }

    private List<Note> notes(int end) {
        int last = next;
        while (last < line.notes().size() && line.notes().get(last).beat() * beatSamples < end) {
            last++;
        }
        return line.notes().subList(next, last);
    }

    /** The instrument for what is played up to before a sample; its recordings are decoded now. */
    Instrument instrument(Instruments all, int end) throws MediaException {
        Set<Integer> pitches = notes(end).stream().map(Note::pitch).collect(Collectors.toSet());
        return all.get(line.part().instrument(), pitches);
    }

    /** Plays on up to before a sample; the answer begins where the last one ended, and may reach further. */
    StereoBuffer play(Instrument instrument, int from, int end) {
        List<Note> notes = notes(end);
        double reach = end;
        for (Note note : notes) {
            reach = Math.max(reach, at(note) + Sound.RATE * instrument.lasts(seconds(note), note.pitch()));
        }
        int to = (int) Math.min(frames, Math.max(window.end(), Math.ceil(reach) + 1));
        window = window.moved(from, to);
        for (Note note : notes) {
            instrument.play(window, at(note), seconds(note), note.pitch(), note.velocity(), next++);
        }
        return window;
    }

    private double at(Note note) {
        return note.beat() * beatSamples + note.delay() * Sound.RATE;
    }

    private double seconds(Note note) {
        return note.beats() * beatSamples / Sound.RATE;
    }
}
