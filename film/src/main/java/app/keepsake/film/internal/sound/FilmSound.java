package app.keepsake.film.internal.sound;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Media;
import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.music.Soundtrack;
import java.util.List;

/** What is heard in a film: its score or the user's own music, and the clips' own sound beside it. */
final class FilmSound {
    private FilmSound() {}

    /**
     * The sound of a film, exactly as long as its picture.
     *
     * @param problems told of clips whose sound cannot be read; they stay silent
     * @throws MediaException when the user's own music cannot be read
     */
    static Soundtrack of(FilmPlan plan, List<String> problems) throws MediaException {
        int frames = Math.toIntExact(
                (long) plan.frames() * Sound.RATE / plan.request().fps());
        ClipSounds clips = new ClipSounds(plan, problems);
        Clip clip = (Clip) plan.timeline().track("music").items().getFirst();
        if (clip.media() instanceof Media.Recording recording) {
            Sound all = Sound.recording(recording.file(), clip.source().end().duration());
            int from = (int) Math.round(clip.source().start().seconds() * Sound.RATE);
            return Soundtrack.recorded(all, from, frames, clips::mix);
        }
        return Soundtrack.composed(plan.request().mood().score(), plan.score(), frames, clips::mix);
    }
}
