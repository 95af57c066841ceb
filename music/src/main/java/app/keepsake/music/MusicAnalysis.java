package app.keepsake.music;

import app.keepsake.media.MediaException;
import app.keepsake.media.Sound;
import app.keepsake.music.internal.analysis.BeatTracker;
import app.keepsake.music.internal.analysis.OnsetEnvelope;
import app.keepsake.music.internal.analysis.Sections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Finds beats, bars and sections in music of the user's own. Thread-safe. */
public final class MusicAnalysis {
    private static final Duration LONGEST = Duration.ofMinutes(12);
    private static final double SHORTEST_SECONDS = 6;

    private MusicAnalysis() {}

    /**
     * Listens to a recording; of a longer one, to the first twelve minutes.
     *
     * @throws MediaException when the file is no sound that can be read, or too short for a film
     */
    public static Music of(Path file) throws MediaException {
        Sound sound = Sound.recording(file, LONGEST);
        double seconds = sound.frames() / (double) Sound.RATE;
        if (seconds < SHORTEST_SECONDS) {
            throw new MediaException(
                    file, "music of at least 6 seconds", "%.1f seconds".formatted(seconds), "Choose a longer piece.");
        }
        OnsetEnvelope envelope = OnsetEnvelope.of(sound);
        List<Double> beats = BeatTracker.track(envelope);
        Sections sections = Sections.of(envelope, beats);
        return new Music(
                file,
                seconds,
                beats,
                sections.beatsPerBar(),
                sections.firstDownbeat(),
                sections.energy(),
                sections.turns());
    }
}
