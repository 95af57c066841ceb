package app.keepsake.music;

import java.nio.file.Path;
import java.util.List;

/**
 * A piece of the user's own and where its beats fall.
 *
 * @param file the recording
 * @param seconds its whole length
 * @param beats times of its beats in seconds, rising
 * @param beatsPerBar 3 or 4
 * @param firstDownbeat number of the first beat that begins a bar
 * @param energy how full the music is at each beat, 0 to 1
 * @param turns numbers of the beats where a new section begins, rising
 */
public record Music(
        Path file,
        double seconds,
        List<Double> beats,
        int beatsPerBar,
        int firstDownbeat,
        List<Double> energy,
        List<Integer> turns) {
    public Music {
        beats = List.copyOf(beats);
        energy = List.copyOf(energy);
        turns = List.copyOf(turns);
    }
}
