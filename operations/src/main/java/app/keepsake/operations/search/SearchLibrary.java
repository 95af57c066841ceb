package app.keepsake.operations.search;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.memories.Meanings;
import app.keepsake.memories.Search;
import app.keepsake.memories.SearchAnswer;
import app.keepsake.memories.SearchIndex;
import app.keepsake.memories.TextVectors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds pictures of a library by words, once. */
public final class SearchLibrary {
    private final Catalog catalog;
    private final Locale locale;
    private final Meanings meanings;
    private final Optional<String> encoder;
    private final TextVectors vectors;

    /**
     * By words alone.
     *
     * @param locale of what things are called
     * @param meanings of words that are nobody's name
     */
    public SearchLibrary(Catalog catalog, Locale locale, Meanings meanings) {
        this(catalog, locale, meanings, Optional.empty(), TextVectors.NONE);
    }

    /**
     * @param locale of what things are called
     * @param meanings of words that are nobody's name
     * @param encoder the version of the one that has seen pictures
     * @param vectors of words, by the same encoder
     */
    public SearchLibrary(
            Catalog catalog, Locale locale, Meanings meanings, Optional<String> encoder, TextVectors vectors) {
        this.catalog = catalog;
        this.locale = locale;
        this.meanings = meanings;
        this.encoder = encoder;
        this.vectors = vectors;
    }

    /**
     * What was found.
     *
     * @param pictures those of the answer, in its order, with all that is known of them
     */
    public record Found(SearchAnswer answer, List<AssetView> pictures) {
        public Found {
            pictures = List.copyOf(pictures);
        }
    }

    /** What fits. @param most pictures */
    public Found of(String words, LocalDate day, int most) {
        SearchIndex index = SearchIndex.read(catalog, locale, encoder);
        // Asked after the reading: what was hidden meanwhile is not told.
        Search search = index.with(catalog.people().all(), catalog.assets().unseen());
        SearchAnswer answer = search.find(new Search.Asking(words, day, false, 0, most), meanings, vectors);
        Map<Long, AssetView> views = new HashMap<>();
        catalog.assets()
                .views(answer.pictures())
                .forEach(view -> views.put(view.asset().id(), view));
        List<AssetView> pictures = new ArrayList<>();
        answer.pictures().stream().map(views::get).filter(Objects::nonNull).forEach(pictures::add);
        return new Found(answer, pictures);
    }
}
