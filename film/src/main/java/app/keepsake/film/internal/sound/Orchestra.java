package app.keepsake.film.internal.sound;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.Mood.Part;
import app.keepsake.film.Mood.ScoreStyle;
import app.keepsake.film.ScorePlan;
import app.keepsake.film.internal.score.Composition;
import app.keepsake.film.internal.score.Note;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plays a composition in a room. The same arguments give the same samples. */
final class Orchestra {
    private static final int PLAYERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private static final String KICK = "four-floor";
    private static final Set<String> DRUMS =
            Set.of(KICK, "backbeat", "offs", "sixteenths", "eighths", "arrival", "rise", "roll", "fill");
    /** Time in which a part that gave way to the kick comes back. */
    private static final double PUMP_SECONDS = 0.11;

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
        List<Composition.Line> lines =
                piece.lines().stream().filter(line -> !line.notes().isEmpty()).toList();
        double[] kicks = lines.stream()
                .filter(line -> line.part().pattern().equals(KICK))
                .flatMap(line -> line.notes().stream())
                .mapToDouble(note -> note.beat() * beatSamples)
                .toArray();
        StereoBuffer[] dry = new StereoBuffer[Math.min(PLAYERS, lines.size())];
        Arrays.setAll(dry, i -> new StereoBuffer(frames));
        for (int first = 0; first < lines.size() && !cancel.requested(); first += dry.length) {
            List<Composition.Line> together = lines.subList(first, Math.min(lines.size(), first + dry.length));
            perform(together, beatSamples, dry);
            for (int i = 0; i < together.size(); i++) {
                if (style.pump() > 0 && !DRUMS.contains(together.get(i).part().pattern())) {
                    giveWay(dry[i], kicks, style.pump());
                }
                place(together.get(i).part(), dry[i], mix, send);
                dry[i].clear();
            }
        }
        new Room(style.roomSeconds()).answer(send, mix, 0.9 * style.room());
        return mix;
    }

    /** Several parts at once, each into a buffer of its own, so that the mix does not depend on who is ready first. */
    private void perform(List<Composition.Line> lines, double beatSamples, StereoBuffer[] dry) throws MediaException {
        Instrument[] chosen = new Instrument[lines.size()];
        for (int i = 0; i < chosen.length; i++) {
            Set<Integer> pitches =
                    lines.get(i).notes().stream().map(Note::pitch).collect(Collectors.toSet());
            chosen[i] = instruments.get(lines.get(i).part().instrument(), pitches);
        }
        IntStream.range(0, chosen.length)
                .parallel()
                .forEach(i -> perform(chosen[i], lines.get(i).notes(), beatSamples, dry[i]));
    }

    private static void perform(Instrument instrument, List<Note> notes, double beatSamples, StereoBuffer dry) {
        int turn = 0;
        for (Note note : notes) {
            double at = note.beat() * beatSamples + note.delay() * Sound.RATE;
            double seconds = note.beats() * beatSamples / Sound.RATE;
            instrument.play(dry, at, seconds, note.pitch(), note.velocity(), turn++);
        }
    }

    /** Turns a part down at each kick and up again before the next, which makes room for it and breathes. */
    private static void giveWay(StereoBuffer dry, double[] kicks, double depth) {
        for (double kick : kicks) {
            int from = (int) kick;
            int to = Math.min(dry.frames(), from + (int) (PUMP_SECONDS * 4 * Sound.RATE));
            for (int i = from; i < to; i++) {
                double time = (i - kick) / Sound.RATE;
                double rise = Math.min(1, time / 0.006);
                double gain = 1 - depth * rise * Math.exp(-time / PUMP_SECONDS);
                dry.left()[i] *= (float) gain;
                dry.right()[i] *= (float) gain;
            }
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
