package app.keepsake.film.internal.sound;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.Mood.Part;
import app.keepsake.film.Mood.ScoreStyle;
import app.keepsake.film.ScorePlan;
import app.keepsake.film.internal.score.Composition;
import app.keepsake.film.internal.score.Note;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Plays a composition in a room. The same arguments give the same samples. */
final class Orchestra {
    private final Instruments instruments;

    Orchestra(Instruments instruments) {
        this.instruments = instruments;
    }

    /** Plays a piece as long as its film; silent where it was cancelled. */
    StereoBuffer play(Composition piece, ScoreStyle style, ScorePlan plan, CancelSignal cancel) throws MediaException {
        int frames = Math.toIntExact((long) plan.frames() * Sound.RATE / plan.fps());
        StereoBuffer mix = new StereoBuffer(frames);
        StereoBuffer send = new StereoBuffer(frames);
        double beatSamples = (double) plan.beatFrames() * Sound.RATE / plan.fps();
        StereoBuffer dry = new StereoBuffer(frames);
        for (Composition.Line line : piece.lines()) {
            if (cancel.requested() || line.notes().isEmpty()) {
                continue;
            }
            dry.scale(0);
            perform(line.part(), line.notes(), beatSamples, dry);
            place(line.part(), dry, mix, send);
        }
        new Room(style.roomSeconds()).answer(send, mix, 0.9 * style.room());
        return mix;
    }

    private void perform(Part part, List<Note> notes, double beatSamples, StereoBuffer dry) throws MediaException {
        Set<Integer> pitches = notes.stream().map(Note::pitch).collect(Collectors.toSet());
        Instrument instrument = instruments.get(part.instrument(), pitches);
        int turn = 0;
        for (Note note : notes) {
            double at = note.beat() * beatSamples + note.delay() * Sound.RATE;
            double seconds = note.beats() * beatSamples / Sound.RATE;
            instrument.play(dry, at, seconds, note.pitch(), note.velocity(), turn++);
        }
    }

    private static void place(Part part, StereoBuffer dry, StereoBuffer mix, StereoBuffer send) {
        double gain = Math.pow(10, part.gain() / 20);
        double left = gain * Math.cos((part.pan() + 1) * Math.PI / 4) * Math.sqrt(2);
        double right = gain * Math.sin((part.pan() + 1) * Math.PI / 4) * Math.sqrt(2);
        for (int i = 0; i < dry.frames(); i++) {
            float l = (float) (left * dry.left()[i]);
            float r = (float) (right * dry.right()[i]);
            mix.left()[i] += l;
            mix.right()[i] += r;
            send.left()[i] += l;
            send.right()[i] += r;
        }
    }
}
