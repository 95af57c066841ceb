package app.keepsake.operations.film;

import app.keepsake.catalog.Memory;
import app.keepsake.film.Mood;
import java.util.List;

/**
 * The mood that fits a memory, where none is asked for: the one of its edit, or else calm where it is sombre, glad where
 * people smile, and what suits its kind. No party track plays under a sombre memory, unless the user wants it.
 */
public final class MoodFit {
    private static final double SOMBRE = 0;
    private static final double GLAD = 0.25;

    private MoodFit() {}

    /** One of the moods that fit; the same memory always gets the same. */
    public static String of(Memory memory) {
        List<String> fitting = fitting(memory);
        return memory.edit()
                .mood()
                .filter(Mood.names()::contains)
                .orElseGet(() -> fitting.get(Math.floorMod(memory.id().hashCode(), fitting.size())));
    }

    private static List<String> fitting(Memory memory) {
        if (memory.valence() < SOMBRE) {
            return List.of("gentle", "sentimental", "dreamy");
        }
        boolean glad = memory.valence() >= GLAD;
        return switch (memory.kind()) {
            case "trip" -> glad ? List.of("uplifting", "happy", "chill") : List.of("uplifting", "chill", "epic");
            case "birthday", "holiday" -> glad ? List.of("happy", "uplifting") : List.of("gentle", "happy");
            case "person", "family", "two", "then-and-now", "old-album" ->
                List.of("sentimental", "gentle", "uplifting");
            case "last-weekend", "season" -> glad ? List.of("happy", "chill") : List.of("chill", "dreamy");
            default -> glad ? List.of("uplifting", "happy", "gentle") : List.of("dreamy", "chill", "uplifting");
        };
    }
}
