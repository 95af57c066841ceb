package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.Explanation;
import app.keepsake.memories.Library;
import app.keepsake.memories.Storyteller;
import app.keepsake.memories.Suggestion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Memories told from a catalog, and put on its shelf so that other commands find them by name. */
final class MemoriesRun {
    private MemoriesRun() {}

    /** All that can be told on a day, the best first. */
    static List<Memory> make(Catalog catalog, LocalDate day) {
        List<Memory> memories = storyteller(catalog).tell(day, catalog.choices().all());
        catalog.memories().replaceAll(memories);
        return memories;
    }

    /** One memory of a folder; empty when nothing in it may be shown. */
    static Optional<Memory> ofFolder(Catalog catalog, Path folder, LocalDate day) {
        Optional<Memory> memory =
                storyteller(catalog).ofFolder(folder, day, catalog.choices().all());
        memory.ifPresent(catalog.memories()::put);
        return memory;
    }

    /**
     * A memory that was asked for in words, put on the shelf; empty when nothing fits or may be shown.
     *
     * @throws IllegalArgumentException naming the words that mean nothing in this library
     */
    static Optional<Memory> create(Catalog catalog, String request, LocalDate day) {
        Optional<Memory> memory =
                storyteller(catalog).create(request, day, catalog.choices().all());
        memory.ifPresent(catalog.memories()::put);
        return memory;
    }

    /** Why a memory is as it is; empty when none of that name can be told on the day. */
    static Optional<Explanation> explain(Catalog catalog, String id, LocalDate day) {
        return storyteller(catalog).explain(id, day, catalog.choices().all());
    }

    /** What the user may want to decide. */
    static List<Suggestion> suggest(Catalog catalog, LocalDate day) {
        return storyteller(catalog).suggest(day, catalog.choices().all());
    }

    private static Storyteller storyteller(Catalog catalog) {
        return new Storyteller(Library.read(catalog), Locale.getDefault());
    }
}
