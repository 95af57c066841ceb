package app.keepsake.cli;

import java.util.List;

/**
 * The mood that fits a memory, where the user asks for none: calm where it is sombre, glad where people smile. No party
 * track plays under a sombre memory.
 */
final class MoodFit {
    private static final double SOMBRE = 0;
    private static final double GLAD = 0.25;
    private static final List<String> CALM = List.of("gentle", "dreamy");
    private static final List<String> WARM = List.of("dreamy", "uplifting");
    private static final List<String> LIVELY = List.of("uplifting", "happy");

    private MoodFit() {}

    /**
     * @param valence -1 (sombre) to 1 (joyful)
     * @param seed decides between moods that fit as well
     */
    static String of(double valence, int seed) {
        List<String> fitting = valence < SOMBRE ? CALM : valence < GLAD ? WARM : LIVELY;
        return fitting.get(Math.floorMod(seed, fitting.size()));
    }
}
