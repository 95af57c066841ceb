package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.Library;
import app.keepsake.memories.Storyteller;
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

    private static Storyteller storyteller(Catalog catalog) {
        return new Storyteller(Library.read(catalog), Locale.getDefault());
    }
}
