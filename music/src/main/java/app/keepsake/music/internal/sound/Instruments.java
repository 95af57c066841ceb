package app.keepsake.music.internal.sound;

import app.keepsake.media.MediaException;
import app.keepsake.music.internal.sound.SampledInstrument.Voice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The instruments that there are: recorded ones as {@code instruments.tsv} lists them, and synthesised ones. Recordings
 * are decoded when first needed, and only those near the notes that will be played. Not thread-safe.
 */
final class Instruments {
    private static final List<String> NOTES = List.of("C", "Cs", "D", "Ds", "E", "F", "Fs", "G", "Gs", "A", "As", "B");
    private static final int UNPITCHED = 60;

    /** One line of the table. */
    private record Entry(String folder, String format, double gain, Voice voice, List<String> names) {}

    private final Map<String, Entry> table = table();
    private final Map<String, Sample> samples = new HashMap<>();

    /**
     * An instrument that can play the given pitches.
     *
     * @throws MediaException when its recordings cannot be decoded
     */
    Instrument get(String name, Set<Integer> pitches) throws MediaException {
        return switch (name) {
            case "warm-pad" -> new Pad();
            case "bells" -> new Bells();
            case "shaker" -> new Noise(false);
            case "swell" -> new Noise(true);
            case "electric-piano" -> new Tines();
            case "saw-bass" -> Analog.SAW_BASS;
            case "round-bass" -> Analog.ROUND_BASS;
            case "pluck" -> Analog.PLUCK;
            case "lead" -> Analog.LEAD;
            case "driven-guitar" -> Analog.DRIVEN;
            default -> sampled(name, pitches);
        };
    }

    private Instrument sampled(String name, Set<Integer> pitches) throws MediaException {
        Entry entry = table.get(name);
        if (entry == null) {
            throw new IllegalStateException(
                    "Expected an instrument of %s, found '%s'.".formatted(table.keySet(), name));
        }
        Map<Integer, String> byPitch = new HashMap<>();
        for (String recorded : entry.names) {
            byPitch.put(pitch(recorded), recorded);
        }
        Set<Integer> needed = new java.util.TreeSet<>();
        for (int pitch : pitches) {
            needed.add(byPitch.keySet().stream()
                    .min(java.util.Comparator.comparingInt((Integer p) -> Math.abs(p - pitch))
                            .thenComparingInt(p -> p))
                    .orElseThrow());
        }
        List<Sample> near = new ArrayList<>();
        for (int pitch : needed) {
            near.add(sample(
                    "samples/%s/%s.%s".formatted(entry.folder, byPitch.get(pitch), entry.format), pitch, entry.gain));
        }
        return new SampledInstrument(near, entry.voice);
    }

    private Sample sample(String file, int pitch, double gain) throws MediaException {
        Sample known = samples.get(file);
        if (known == null) {
            known = Sample.of(pitch, Recordings.decode(file), 0.5 * Math.pow(10, gain / 20));
            samples.put(file, known);
        }
        return known;
    }

    /** MIDI number of "Fs3"; names that are no notes stand for sounds without pitch. */
    static int pitch(String name) {
        int digit = name.length() - 1;
        int step = NOTES.indexOf(name.substring(0, digit));
        return step < 0 ? UNPITCHED : 12 * (name.charAt(digit) - '0' + 1) + step;
    }

    private static Map<String, Entry> table() {
        Map<String, Entry> result = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(
                        Instruments.class.getResourceAsStream("/app/keepsake/music/instruments.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
                String[] cell = line.split("\t");
                Voice voice = new Voice(
                        Double.parseDouble(cell[4]),
                        Double.parseDouble(cell[5]),
                        cell[6].equals("sustain"),
                        Integer.parseInt(cell[7]),
                        Double.parseDouble(cell[8]));
                double gain = Double.parseDouble(cell[3]);
                result.put(cell[0], new Entry(cell[1], cell[2], gain, voice, List.of(cell[9].split(" "))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }
}
