package app.keepsake.film;

import app.keepsake.film.Mood.Backdrop;
import app.keepsake.film.Mood.CutStyle;
import app.keepsake.film.Mood.LetterCase;
import app.keepsake.film.Mood.Look;
import app.keepsake.film.Mood.Opening;
import app.keepsake.film.timeline.Transition;
import app.keepsake.music.ScorePlan.Role;
import app.keepsake.music.ScoreStyle;
import app.keepsake.music.ScoreStyle.Approach;
import app.keepsake.music.ScoreStyle.Arrangement;
import app.keepsake.music.ScoreStyle.Feel;
import app.keepsake.music.ScoreStyle.Figure;
import app.keepsake.music.ScoreStyle.Mix;
import app.keepsake.music.ScoreStyle.Mode;
import app.keepsake.music.ScoreStyle.Part;
import app.keepsake.music.ScoreStyle.Progression;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads moods from {@code moods/NAME.properties}; each key is explained in {@code moods/README.md}. */
final class MoodFiles {
    static final List<String> NAMES =
            List.of("dreamy", "sentimental", "gentle", "chill", "happy", "uplifting", "epic", "extreme", "club");

    private static final List<String> NOTES = List.of("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B");
    private static final Set<String> FIGURE_VOICES = Set.of("chords", "broken", "bass", "kick");

    private final String name;
    private final Properties values;

    private MoodFiles(String name, Properties values) {
        this.name = name;
        this.values = values;
    }

    static Mood read(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "There is no mood '%s'. Choose one of %s.".formatted(name, String.join(", ", NAMES)));
        }
        try (InputStream file =
                Objects.requireNonNull(MoodFiles.class.getResourceAsStream("moods/" + name + ".properties"), name)) {
            Properties values = new Properties();
            values.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return new MoodFiles(name, values).mood();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Mood mood() {
        return new Mood(name, text("about"), score(), cuts(), look());
    }

    private ScoreStyle score() {
        return new ScoreStyle(
                number("score.tempo.slowest", 40, 200),
                number("score.tempo.fastest", 40, 200),
                beatsPerBar(),
                words("score.keys").map(this::tonic).toList(),
                Mode.valueOf(text("score.mode").toUpperCase(Locale.ROOT)),
                progressions(),
                numbered("score.figure").map(this::figure).toList(),
                words("score.arrangements").map(this::arrangement).toList(),
                feel(),
                number("score.melody-notes-per-bar", 0.5, 8),
                mix(),
                loudness());
    }

    private int beatsPerBar() {
        return (int) number("score.beats-per-bar", 3, 4);
    }

    private List<Progression> progressions() {
        List<Progression> all = IntStream.iterate(
                        1, i -> values.containsKey("score.progression." + i + ".verse"), i -> i + 1)
                .mapToObj(i -> new Progression(
                        chords(i, "verse"), chords(i, "build"), chords(i, "peak"), chords(i, "ending")))
                .toList();
        long lengths = all.stream().map(one -> one.ending().size()).distinct().count();
        if (lengths != 1) {
            throw wrong("score.progression", "endings of as many bars each", lengths + " lengths");
        }
        return all;
    }

    private List<String> chords(int progression, String section) {
        return words("score.progression." + progression + "." + section).toList();
    }

    private Figure figure(String line) {
        List<String> words = List.of(line.split("\\s+"));
        Map<String, String> voices = new HashMap<>();
        for (int i = 1; i + 1 < words.size(); i += 2) {
            voices.put(words.get(i), voice(words.get(i), words.get(i + 1)));
        }
        if (words.size() % 2 == 0 || !FIGURE_VOICES.containsAll(voices.keySet())) {
            throw wrong("score.figure", "a name, and voices of " + FIGURE_VOICES + " with their steps", line);
        }
        return new Figure(
                words.getFirst(),
                voices.getOrDefault("chords", ""),
                voices.getOrDefault("broken", ""),
                voices.getOrDefault("bass", ""),
                voices.getOrDefault("kick", ""));
    }

    private String voice(String name, String steps) {
        String marks = name.equals("broken") ? "[.0-7]+" : "[.oxX]+";
        if (!steps.matches(marks) || steps.length() % beatsPerBar() != 0 || steps.replace(".", "").isEmpty()) {
            throw wrong("score.figure", "as many steps a beat, of " + marks, steps);
        }
        return steps;
    }

    private Arrangement arrangement(String arrangement) {
        List<Part> parts = IntStream.iterate(1, i -> values.containsKey("score.part." + i), i -> i + 1)
                .mapToObj(i -> {
                    String own = "score.part." + i + "." + arrangement;
                    return part(text(values.containsKey(own) ? own : "score.part." + i));
                })
                .toList();
        return new Arrangement(arrangement, parts);
    }

    private Feel feel() {
        return new Feel(
                number("score.swing", 0, 0.34),
                number("score.syncopation", 0, 1),
                number("score.lay-back", -30, 30),
                number("score.rubato", 0, 0.2),
                number("score.ritardando", 0, 0.5),
                words("score.before-peak")
                        .map(word -> choice("score.before-peak", Approach.values(), word))
                        .toList(),
                choice("score.short-ending", ShortEnding.values()) == ShortEnding.BUTTON);
    }

    /** How short pieces end. */
    private enum ShortEnding {
        BUTTON,
        HELD
    }

    private Mix mix() {
        return new Mix(
                number("score.room", 0, 1),
                number("score.room-seconds", 0.2, 8),
                number("score.plate", 0, 1),
                number("score.air", 0, 18),
                number("score.width", 0, 1),
                number("score.glue", 0, 1),
                values.containsKey("score.pump") ? number("score.pump", 0, 1) : 0);
    }

    private Map<Role, Double> loudness() {
        Map<Role, Double> result = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            result.put(role, number("score.loudness." + role.name().toLowerCase(Locale.ROOT), -60, 0));
        }
        return result;
    }

    private CutStyle cuts() {
        return new CutStyle(
                number("cuts.calm-seconds", 0.5, 12),
                number("cuts.lively-seconds", 0.4, 12),
                number("cuts.fade-seconds", 0, 3),
                number("cuts.straight", 0, 1),
                palette(),
                transition("cuts.chapter", text("cuts.chapter")),
                number("cuts.motion", 0, 3),
                rhythm(),
                choice("cuts.opening", Opening.values()));
    }

    private List<Double> rhythm() {
        List<Double> parts = words("cuts.rhythm").map(Double::parseDouble).toList();
        double mean = parts.stream().mapToDouble(part -> part).average().orElse(1);
        if (parts.stream().anyMatch(part -> !(part >= 0.2 && part <= 5))) {
            throw wrong("cuts.rhythm", "numbers from 0.2 to 5", text("cuts.rhythm"));
        }
        return parts.stream().map(part -> part / mean).toList();
    }

    private Look look() {
        return new Look(
                number("look.warmth", -1, 1),
                number("look.saturation", 0, 2),
                number("look.contrast", 0.5, 2),
                number("look.lift", 0, 0.2),
                choice("look.backdrop", Backdrop.values()),
                text("look.title-font"),
                choice("look.title-case", LetterCase.values()),
                number("look.title-size", 0.4, 2),
                number("look.title-tracking", 0, 0.5),
                text("look.text-font"));
    }

    private Map<Transition.Kind, Double> palette() {
        List<String> words = words("cuts.transitions").toList();
        Map<Transition.Kind, Double> result = new EnumMap<>(Transition.Kind.class);
        for (int i = 0; i + 1 < words.size(); i += 2) {
            result.put(transition("cuts.transitions", words.get(i)), Double.parseDouble(words.get(i + 1)));
        }
        if (result.isEmpty()) {
            throw wrong("cuts.transitions", "transitions with weights", text("cuts.transitions"));
        }
        return result;
    }

    private Transition.Kind transition(String key, String word) {
        return Transition.Kind.named(word)
                .orElseThrow(() -> wrong(key, "one of " + Arrays.toString(Transition.Kind.values()), word));
    }

    private <T extends Enum<T>> T choice(String key, T[] choices) {
        return choice(key, choices, text(key));
    }

    private <T extends Enum<T>> T choice(String key, T[] choices, String word) {
        return Stream.of(choices)
                .filter(one -> one.name().equalsIgnoreCase(word.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> wrong(key, "one of " + Arrays.toString(choices), word));
    }

    private int tonic(String note) {
        int index = NOTES.indexOf(note);
        if (index < 0) {
            throw wrong("score.keys", "notes of " + NOTES, note);
        }
        return 60 + index;
    }

    private Part part(String line) {
        String[] cell = line.split("\\s+");
        if (cell.length != 7) {
            throw wrong("score.part", "7 words: instrument pattern from to gain pan octave", line);
        }
        return new Part(
                cell[0],
                cell[1],
                Double.parseDouble(cell[2]),
                Double.parseDouble(cell[3]),
                Double.parseDouble(cell[4]),
                Double.parseDouble(cell[5]),
                Integer.parseInt(cell[6]));
    }

    private Stream<String> numbered(String key) {
        return IntStream.iterate(1, i -> values.containsKey(key + "." + i), i -> i + 1)
                .mapToObj(i -> text(key + "." + i));
    }

    private Stream<String> words(String key) {
        return Stream.of(text(key).split("\\s+"));
    }

    private double number(String key, double least, double most) {
        String text = text(key);
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrong(key, "a number", text);
        }
        if (!(value >= least && value <= most)) {
            throw wrong(key, "a number from %s to %s".formatted(least, most), text);
        }
        return value;
    }

    private String text(String key) {
        @Nullable String text = values.getProperty(key);
        if (text == null || text.isBlank()) {
            throw wrong(key, "a value", "none");
        }
        return text.trim();
    }

    private IllegalStateException wrong(String key, String expected, String found) {
        return new IllegalStateException(
                "moods/%s.properties, %s: expected %s, found %s.".formatted(name, key, expected, found));
    }
}
