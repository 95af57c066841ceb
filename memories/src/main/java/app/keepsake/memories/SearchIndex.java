package app.keepsake.memories;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.internal.search.LibrarySearch;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be searched of a library, gathered in one reading and kept in memory: some 100 bytes a picture, and what an encoder
 * says of it. It holds what
 * was so when it was read; who is in it, and what may be seen, is said anew at each {@link #with}. Immutable, safe for
 * use by several threads.
 */
public final class SearchIndex {
    private final LibrarySearch.Base base;

    private SearchIndex(LibrarySearch.Base base) {
        this.base = base;
    }

    /**
     * Reads a whole catalog.
     *
     * @param locale of what things are called, and of holidays where no country is known
     * @param encoder the version of the owner's encoder; empty where there is none
     */
    public static SearchIndex read(Catalog catalog, Locale locale, Optional<String> encoder) {
        Set<ContentHash> favourites = catalog.choices().all().stream()
                .filter(choice -> choice.stance() == Choice.Stance.FAVOURITE)
                .flatMap(choice -> choice.subject() instanceof Subject.OfAsset(ContentHash hash)
                        ? Stream.of(hash)
                        : Stream.empty())
                .collect(Collectors.toSet());
        return new SearchIndex(LibrarySearch.read(
                locale,
                favourites,
                catalog.assets()::each,
                catalog.texts()::each,
                visitor -> encoder.ifPresent(version -> catalog.encodings().each(version, visitor))));
    }

    /**
     * The same for a moment.
     *
     * @param people as they are called now
     * @param unseen assets that may not be seen now
     */
    public Search with(List<Person> people, Collection<Long> unseen) {
        return new LibrarySearch(base, people, Set.copyOf(unseen));
    }
}
