package app.keepsake.music.internal.sound;

import app.keepsake.media.MediaException;
import app.keepsake.music.internal.score.Note;
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
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The instruments that there are: recorded ones as {@code instruments.tsv} lists them, and synthesised ones. Recordings
 * are decoded when first needed, and only those near the notes and touches that will be played. Not thread-safe.
 */
final class Instruments {
    private static final List<String> NOTES = List.of("C", "Cs", "D", "Ds", "E", "F", "Fs", "G", "Gs", "A", "As", "B");
    /** What stands for the pitch of sounds that have none. */
    static final int UNPITCHED = 60;

    /** One line of the table. */
    private record Entry(List<String> folders, String format, double gain, Voice voice, List<String> names) {
        Map<Integer, String> byPitch() {
            return names.stream().collect(Collectors.toMap(Instruments::pitch, name -> name));
        }
    }

    private final Map<String, Entry> table = table();
    private final Map<String, Sample> samples = new HashMap<>();

    /**
     * An instrument that can play the given notes.
     *
     * @throws MediaException when its recordings cannot be decoded
     */
    Instrument get(String name, List<Note> notes) throws MediaException {
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
            default -> sampled(name, notes);
        };
    }

    private Instrument sampled(String name, List<Note> notes) throws MediaException {
        Entry entry = table.get(name);
        if (entry == null) {
            throw new IllegalStateException(
                    "Expected an instrument of %s, found '%s'.".formatted(table.keySet(), name));
        }
        Map<Integer, String> byPitch = entry.byPitch();
        int touches = entry.folders.size();
        List<Set<Integer>> needed =
                Stream.generate(() -> (Set<Integer>) new TreeSet<Integer>()).limit(touches).toList();
        for (Note note : notes) {
            needed.get(SampledInstrument.touch(note.velocity(), touches))
                    .addAll(SampledInstrument.near(byPitch.keySet(), note.pitch()));
        }
        List<List<Sample>> layers = new ArrayList<>();
        for (int touch = 0; touch < touches; touch++) {
            List<Sample> layer = new ArrayList<>();
            for (int pitch : needed.get(touch)) {
                String file = "samples/%s/%s.%s".formatted(entry.folders.get(touch), byPitch.get(pitch), entry.format);
                layer.add(sample(file, pitch, entry.gain));
            }
            layers.add(layer);
        }
        return new SampledInstrument(layers, entry.voice);
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
                        Double.parseDouble(cell[8]),
                        Double.parseDouble(cell[9]));
                double gain = Double.parseDouble(cell[3]);
                List<String> folders = List.of(cell[1].split(","));
                result.put(cell[0], new Entry(folders, cell[2], gain, voice, List.of(cell[10].split(" "))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }
}
