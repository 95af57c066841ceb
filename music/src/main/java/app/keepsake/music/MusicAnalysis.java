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

    /** What repeats itself less is no beat: wind, speech and long tones stay below, drums and plucked strings above. */
    private static final double LEAST_CLARITY = 0.12;

    private MusicAnalysis() {}

    /**
     * Says how long a recording is, and whether there is a beat in it.
     *
     * @throws MediaException as {@link #of}
     */
    public static MusicSummary summary(Path file) throws MediaException {
        Sound sound = sound(file);
        OnsetEnvelope envelope = OnsetEnvelope.of(sound);
        List<Double> beats = BeatTracker.track(envelope);
        boolean found = beats.size() > 1 && BeatTracker.clarity(envelope) >= LEAST_CLARITY;
        double perMinute = found ? 60 * (beats.size() - 1) / (beats.getLast() - beats.getFirst()) : 0;
        return new MusicSummary(sound.frames() / (double) Sound.RATE, found, perMinute);
    }

    /**
     * Listens to a recording; of a longer one, to the first twelve minutes.
     *
     * @throws MediaException when the file is no sound that can be read, or too short for a film
     */
    public static Music of(Path file) throws MediaException {
        Sound sound = sound(file);
        OnsetEnvelope envelope = OnsetEnvelope.of(sound);
        List<Double> beats = BeatTracker.track(envelope);
        Sections sections = Sections.of(envelope, beats);
        return new Music(
                file,
                sound.frames() / (double) Sound.RATE,
                beats,
                sections.beatsPerBar(),
                sections.firstDownbeat(),
                sections.energy(),
                sections.turns());
    }

    private static Sound sound(Path file) throws MediaException {
        Sound sound = Sound.recording(file, LONGEST);
        double seconds = sound.frames() / (double) Sound.RATE;
        if (seconds < SHORTEST_SECONDS) {
            throw new MediaException(
                    file, "music of at least 6 seconds", "%.1f seconds".formatted(seconds), "Choose a longer piece.");
        }
        return sound;
    }
}
