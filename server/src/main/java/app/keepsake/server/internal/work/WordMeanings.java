package app.keepsake.server.internal.work;

import app.keepsake.memories.Meanings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Meanings of words, found out in a process of its own, which holds the model. Safe for use by several threads. */
public final class WordMeanings implements Meanings, AutoCloseable {
    private final Enquiry enquiry;
    private Set<String> tags = Set.of();

    /** @param command that starts the process */
    public WordMeanings(Supplier<List<String>> command) {
        enquiry = new Enquiry("meanings", command);
    }

    @Override
    public synchronized Optional<List<String>> of(String phrase, Collection<String> wanted) {
        if (!tags.equals(wanted)) {
            tags = Set.copyOf(wanted);
            enquiry.forget();
        }
        Set<String> asked = tags;
        return asked.isEmpty()
                ? Optional.of(List.of())
                : enquiry.of(phrase, () -> Map.of("words", phrase, "tags", new TreeSet<>(asked)))
                        .map(WordMeanings::meant);
    }

    private static List<String> meant(JsonNode told) {
        List<String> meant = new ArrayList<>();
        told.path("tags").forEach(tag -> meant.add(tag.asString("")));
        return List.copyOf(meant);
    }

    @Override
    public void close() {
        enquiry.close();
    }
}
