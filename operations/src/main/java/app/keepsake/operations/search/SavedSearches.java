package app.keepsake.operations.search;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Request;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Searches that the user keeps, to be answered anew each time. Durable, and part of backups. Safe for use by several threads. */
public final class SavedSearches {
    /** The most letters of a search. */
    public static final int LONGEST = 200;

    private static final String PREFIX = "search-";
    private static final int DIGITS = 16;

    private final Catalog catalog;

    public SavedSearches(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * A search that is kept.
     *
     * @param id stable: of the same words the same
     */
    public record Saved(String id, String words) {}

    /** All, by their words. */
    public List<Saved> all() {
        return catalog.memories().requests().stream()
                .filter(Request::isSearch)
                .map(request -> new Saved(request.memory(), request.words()))
                .sorted(Comparator.comparing((Saved saved) -> saved.words().toLowerCase(Locale.ROOT))
                        .thenComparing(Saved::id))
                .toList();
    }

    public Optional<Saved> find(String id) {
        return all().stream().filter(saved -> saved.id().equals(id)).findFirst();
    }

    /**
     * Keeps a search. The same words again are kept once.
     *
     * @throws IllegalArgumentException when there are no words, or too many
     */
    public Saved keep(String words) {
        String asked = words.strip().replaceAll("\\s+", " ");
        if (asked.isEmpty() || asked.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "Expected what to look for in at most %d letters, such as \"Lisbon 2024\"; found %d."
                            .formatted(LONGEST, asked.length()));
        }
        String digest = ContentHash.ofContent(asked.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                .toString();
        Saved saved = new Saved(PREFIX + digest.substring(0, DIGITS), asked);
        catalog.memories().asked(new Request(saved.id(), Request.SEARCH, saved.words()));
        return saved;
    }

    /** Forgets a search; false when there is none. */
    public boolean forget(String id) {
        return id.startsWith(PREFIX)
                && find(id).isPresent()
                && catalog.memories().takeBack(id);
    }
}
