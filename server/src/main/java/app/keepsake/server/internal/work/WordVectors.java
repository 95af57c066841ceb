package app.keepsake.server.internal.work;

import app.keepsake.memories.TextVectors;
import app.keepsake.operations.library.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Directions of words by the owner's encoder, found out in a process of its own, which holds it. Safe for use by several
 * threads.
 */
public final class WordVectors implements TextVectors, AutoCloseable {
    private static final float[] NONE = {};

    private final Supplier<Optional<Settings.Encoder>> set;
    private final Enquiry enquiry;

    /**
     * @param set the encoder at present
     * @param command that starts the process
     */
    public WordVectors(Supplier<Optional<Settings.Encoder>> set, Supplier<List<String>> command) {
        this.set = set;
        enquiry = new Enquiry("encoder", command);
    }

    @Override
    public Optional<float[]> of(String words) {
        Optional<Settings.Encoder> encoder = set.get();
        return encoder.isEmpty()
                ? Optional.of(NONE)
                : enquiry.of(key(encoder.get(), words), () -> Map.of("words", words))
                        .map(WordVectors::direction);
    }

    /** Only what is known already: nothing is found out while somebody types. */
    public TextVectors known() {
        return words ->
                set.get().flatMap(encoder -> enquiry.known(key(encoder, words))).map(WordVectors::direction);
    }

    private static String key(Settings.Encoder encoder, String words) {
        return encoder.version() + " " + words;
    }

    private static float[] direction(JsonNode told) {
        JsonNode numbers = told.path("vector");
        float[] direction = new float[numbers.size()];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) numbers.path(i).asDouble(0);
        }
        return direction;
    }

    @Override
    public void close() {
        enquiry.close();
    }
}
