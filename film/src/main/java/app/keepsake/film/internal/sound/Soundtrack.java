package app.keepsake.film.internal.sound;

import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.Mood.ScoreStyle;
import app.keepsake.film.ScorePlan;
import app.keepsake.film.Shot;
import app.keepsake.film.internal.score.Composer;
import app.keepsake.film.internal.score.Composition;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Media;
import app.keepsake.film.timeline.Track;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import java.util.List;

/** All that is heard in a film: its score, and the clips' own sound beside it. */
public final class Soundtrack {
    /** Loudness of clips against the music's, both before mastering. */
    private static final double AMBIENT_LUFS = Mastering.TARGET_LUFS - 11;

    private static final double VOICE_LUFS = Mastering.TARGET_LUFS - 1;
    private static final double MUSIC_UNDER_AMBIENT = 0.8;
    private static final double MUSIC_UNDER_VOICE = 0.2;
    private static final int FADE = Sound.RATE / 4;
    private static final double LAST_FADE_SECONDS = 1.2;
    /** Clips are not made louder than this: what is that quiet is noise. */
    private static final double MOST_GAIN = 6;

    private Soundtrack() {}

    /** A score alone, mastered. */
    public static Sound score(ScoreStyle style, ScorePlan score, CancelSignal cancel) throws MediaException {
        Composition piece = Composer.compose(style, score);
        StereoBuffer mix = new Orchestra(new Instruments()).play(piece, style, score, cancel);
        if (!cancel.requested()) {
            Mastering.master(mix, LAST_FADE_SECONDS);
        }
        return mix.interleaved();
    }

    /**
     * Makes the sound of a film, exactly as long as its picture.
     *
     * @param problems told of clips whose sound cannot be read; they stay silent
     */
    public static Sound of(FilmPlan plan, CancelSignal cancel, List<String> problems) throws MediaException {
        StereoBuffer mix = music(plan, cancel);
        double loudness = Loudness.integrated(mix);
        if (Double.isFinite(loudness)) {
            mix.scale(Math.pow(10, (Mastering.TARGET_LUFS - loudness) / 20));
        }
        for (Track.Placed placed : plan.timeline().track("clips").placed()) {
            if (placed.item() instanceof Clip clip
                    && clip.media() instanceof Media.FootageSound footage
                    && !cancel.requested()) {
                add(clip, footage.shot(), placed, mix, problems);
            }
        }
        if (!cancel.requested()) {
            Mastering.master(mix, LAST_FADE_SECONDS);
        }
        return mix.interleaved();
    }

    private static StereoBuffer music(FilmPlan plan, CancelSignal cancel) throws MediaException {
        Clip clip = (Clip) plan.timeline().track("music").items().getFirst();
        if (!(clip.media() instanceof Media.Recording recording)) {
            Composition piece = Composer.compose(plan.request().mood().score(), plan.score());
            return new Orchestra(new Instruments())
                    .play(piece, plan.request().mood().score(), plan.score(), cancel);
        }
        Sound all = Sound.recording(recording.file(), clip.source().end().duration());
        int from = (int) Math.round(clip.source().start().seconds() * Sound.RATE);
        StereoBuffer part = new StereoBuffer(Math.toIntExact(
                clip.duration().value() * Sound.RATE / clip.duration().rate()));
        for (int i = 0; i < Math.min(part.frames(), all.frames() - from); i++) {
            part.left()[i] = all.samples()[2 * (from + i)];
            part.right()[i] = all.samples()[2 * (from + i) + 1];
        }
        return part;
    }

    private static void add(Clip clip, Shot.Clip shot, Track.Placed placed, StereoBuffer mix, List<String> problems) {
        StereoBuffer sound;
        try {
            sound = StereoBuffer.of(Sound.read(
                    shot.file(),
                    clip.source().start().duration(),
                    clip.duration().duration()));
        } catch (MediaException e) {
            problems.add(e.getMessage());
            return;
        }
        boolean voice = shot.sound() == Shot.ClipSound.VOICE;
        double loudness = Loudness.integrated(sound);
        if (!Double.isFinite(loudness)) {
            return;
        }
        double gain = Math.min(MOST_GAIN, Math.pow(10, ((voice ? VOICE_LUFS : AMBIENT_LUFS) - loudness) / 20));
        int at = (int) Math.round(placed.start().seconds() * Sound.RATE);
        lower(mix, at, sound.frames(), voice ? MUSIC_UNDER_VOICE : MUSIC_UNDER_AMBIENT);
        for (int i = 0; i < sound.frames(); i++) {
            double fade = fade(i, sound.frames());
            sound.left()[i] *= (float) fade;
            sound.right()[i] *= (float) fade;
        }
        mix.add(sound, at, gain);
    }

    /** Turns the music down for a while. */
    private static void lower(StereoBuffer mix, int at, int frames, double to) {
        int end = Math.min(mix.frames(), at + frames);
        for (int i = Math.max(0, at); i < end; i++) {
            double gain = 1 - (1 - to) * fade(i - at, frames);
            mix.left()[i] *= (float) gain;
            mix.right()[i] *= (float) gain;
        }
    }

    private static double fade(int i, int frames) {
        double edge = Math.min(1, Math.min(i, frames - 1 - i) / (double) Math.min(FADE, Math.max(1, frames / 2)));
        return edge * edge * (3 - 2 * edge);
    }
}
