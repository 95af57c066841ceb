package app.keepsake.operations.memories;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Request;
import app.keepsake.memories.Retelling;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells a memory that is asked for, and puts it on the shelf. */
public final class CreateMemory {
    private final Catalog catalog;
    private final Locale locale;
    private final Retelling retelling;

    /** @param locale of titles and reasons */
    public CreateMemory(Catalog catalog, Locale locale) {
        this.catalog = catalog;
        this.locale = locale;
        this.retelling = Retelling.of(catalog, locale);
    }

    /**
     * A memory that was asked for.
     *
     * @param readings what words that are no names were taken for, a sentence each
     * @param memory empty when nothing fits or may be shown
     */
    public record Created(List<String> readings, Optional<Memory> memory) {
        public Created {
            readings = List.copyOf(readings);
        }
    }

    /**
     * Of the user's own words.
     *
     * @throws IllegalArgumentException naming the words that mean nothing in this library
     */
    public Created of(String words, LocalDate day) {
        List<String> readings = new ArrayList<>();
        Optional<Memory> memory = one(words, basis -> {
            readings.clear();
            readings.addAll(basis.teller().readings(words));
            return basis.teller().create(words, day, basis.choices());
        });
        return new Created(readings, memory);
    }

    /** Of the best event in a folder; empty when nothing in it may be shown. */
    public Optional<Memory> ofFolder(Path folder, LocalDate day) {
        return one(folder.toAbsolutePath().toString(), basis -> basis.teller().ofFolder(folder, day, basis.choices()));
    }

    /**
     * Of an album; empty when nothing of it may be shown.
     *
     * @param album the catalog's number
     */
    public Optional<Memory> ofAlbum(long album, LocalDate day) {
        String title =
                catalog.albums().get(album).map(one -> one.album().title()).orElse("");
        return one(title, basis -> basis.teller().ofAlbum(album, day, basis.choices()));
    }

    /** Of some pictures, which are identified by their hashes; empty when none of them may be shown. */
    public Optional<Memory> ofSelection(Set<ContentHash> pictures, LocalDate day) {
        String words = pictures.stream().map(ContentHash::toString).sorted().collect(Collectors.joining(" "));
        return one(words, basis -> basis.teller().ofSelection(pictures, day, basis.choices()));
    }

    /** The pictures that the words of a selection's request name. */
    static Set<ContentHash> pictures(String words) {
        return Arrays.stream(words.split(" ")).map(ContentHash::parse).collect(Collectors.toSet());
    }

    /** @param words that make it anew */
    private Optional<Memory> one(String words, Function<TellingBasis, Optional<Memory>> telling) {
        Optional<Memory> told = TellingBasis.writing(catalog, locale, basis -> {
            // Of a kind that is never to be told, nothing goes on the shelf, even on request.
            Optional<Memory> memory = telling.apply(basis)
                    .filter(allowed -> retelling.retold(allowed).isPresent());
            boolean isWritten = memory.isEmpty()
                    || catalog.memories()
                            .put(
                                    memory.get(),
                                    new Request(memory.get().id(), memory.get().kind(), words),
                                    basis.revision());
            return isWritten ? Optional.of(memory) : Optional.empty();
        });
        return told.flatMap(retelling::retold);
    }
}
