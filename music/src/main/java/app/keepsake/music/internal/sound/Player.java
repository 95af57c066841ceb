package app.keepsake.music.internal.sound;

import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.music.StereoBuffer;
import app.keepsake.music.internal.score.Composition;
import app.keepsake.music.internal.score.Note;
import java.util.Comparator;
import java.util.List;

/**
 * One part of a piece, played from its start on. Notes that ring on wait in a window that moves along, so memory does
 * not grow with the piece. Not thread-safe.
 */
final class Player {
    private final Composition.Line line;
    private final List<Struck> notes;
    private final int frames;
    private StereoBuffer window = new StereoBuffer(0);
    private int next;

    /**
     * A note in time.
     *
     * @param at its first sample
     * @param seconds how long it is held
     */
    record Struck(Note note, double at, double seconds) {
        static Struck of(Note note, Tempo tempo) {
            double beat = tempo.sample(note.beat());
            double seconds = (tempo.sample(note.beat() + note.beats()) - beat) / Sound.RATE;
            return new Struck(note, Math.max(0, beat + note.delay() * Sound.RATE), seconds);
        }
    }

    /**
     * @param frames length of the film in samples
     */
    Player(Composition.Line line, Tempo tempo, int frames) {
        this.line = line;
        this.notes = line.notes().stream()
                .map(note -> Struck.of(note, tempo))
                .sorted(Comparator.comparingDouble(Struck::at))
                .toList();
        this.frames = frames;
    }

    Composition.Line line() {
        return line;
    }

    private List<Struck> notes(int end) {
        int last = next;
        while (last < notes.size() && notes.get(last).at < end) {
            last++;
        }
        return notes.subList(next, last);
    }

    /** The instrument for what is played up to before a sample; its recordings are decoded now. */
    Instrument instrument(Instruments all, int end) throws MediaException {
        return all.get(line.part().instrument(), notes(end).stream().map(Struck::note).toList());
    }

    /** Plays on up to before a sample; the answer begins where the last one ended, and may reach further. */
    StereoBuffer play(Instrument instrument, int from, int end) {
        List<Struck> now = notes(end);
        double reach = end;
        for (Struck one : now) {
            reach = Math.max(reach, one.at + Sound.RATE * instrument.lasts(one.seconds, one.note.pitch()));
        }
        int to = (int) Math.min(frames, Math.max(window.end(), Math.ceil(reach) + 1));
        window = window.moved(from, to);
        for (Struck one : now) {
            instrument.play(window, one.at, one.seconds, one.note.pitch(), one.note.velocity(), next++);
        }
        return window;
    }
}
