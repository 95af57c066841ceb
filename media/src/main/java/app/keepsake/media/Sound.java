package app.keepsake.media;

import app.keepsake.media.internal.ffmpeg.SoundReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Stereo sound, 48 kHz.
 *
 * @param samples interleaved left, right; full scale is -1 to 1
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Pixels and samples are passed without copies; equality by content is not wanted.
public record Sound(float[] samples) {
    /** Samples per second and channel of all sound in this program. */
    public static final int RATE = 48_000;

    /**
     * Reads a span of a clip's sound, resampled and mixed to stereo.
     *
     * @param file the clip
     * @param from start of the span, from the clip's start
     * @param length of the span; the result is shorter if the sound ends before it, and empty if there is no sound
     * @throws MediaException when the file cannot be read
     */
    public static Sound read(Path file, Duration from, Duration length) throws MediaException {
        return SoundReader.read(file, from, length);
    }

    /**
     * The same of a clip that may be a part of a file, as in a motion photo.
     *
     * @param inset where in the file it lies; empty for a file that is a clip
     */
    public static Sound read(Path file, Optional<Inset> inset, Duration from, Duration length) throws MediaException {
        return inset.isEmpty() ? read(file, from, length) : SoundReader.read(file, inset, from, length);
    }

    /**
     * Reads a file of sound alone (Ogg Vorbis, MP3, FLAC, WAV, AIFF, AAC) from its start.
     *
     * @param file the recording
     * @param length at most this much
     * @throws MediaException when the file cannot be read
     */
    public static Sound recording(Path file, Duration length) throws MediaException {
        return SoundReader.recording(file, length);
    }

    /** Length in sample pairs. */
    public int frames() {
        return samples.length / 2;
    }
}
