package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.Explanation;
import app.keepsake.memories.Library;
import app.keepsake.memories.Retelling;
import app.keepsake.memories.Storyteller;
import app.keepsake.memories.Suggestion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Memories told from a catalog, and put on its shelf so that other commands find them by name. What is given back is
 * told as the user edited it.
 */
final class MemoriesRun {
    private MemoriesRun() {}

    /** All that can be told on a day, the best first. What was asked for before stays on the shelf. */
    static List<Memory> make(Catalog catalog, LocalDate day) {
        return retelling(catalog).retold(make(storyteller(catalog), catalog, day));
    }

    /** What to say of a name that no memory has. */
    static IOException unknown(String id) {
        return new IOException(
                "%s: expected the name of a memory, found none of that name. Run 'keepsake memories' to see them."
                        .formatted(id));
    }

    static Retelling retelling(Catalog catalog) {
        return new Retelling(catalog, Locale.getDefault());
    }

    private static List<Memory> make(Storyteller teller, Catalog catalog, LocalDate day) {
        List<Choice> choices = catalog.choices().all();
        List<Memory> memories = teller.tell(day, choices);
        List<Memory> shelf = new ArrayList<>(memories);
        for (Memory memory : catalog.memories().all()) {
            teller.askAgain(memory, day, choices).ifPresent(shelf::add);
        }
        catalog.memories().replaceAll(shelf);
        return memories;
    }

    /** Those to show on a day, noted as shown: none that was shown in the year before, or is much like one that was. */
    static List<Memory> feature(Catalog catalog, LocalDate day, int count) {
        Storyteller teller = storyteller(catalog);
        make(teller, catalog, day);
        List<Memory> featured =
                teller.feature(day, catalog.choices().all(), catalog.memories().shownSince(day.minusYears(1)), count);
        featured.forEach(catalog.memories()::put);
        List<Memory> retold = retelling(catalog).retold(featured);
        catalog.memories().shown(day, retold);
        return retold;
    }

    /** One memory of a folder; empty when nothing in it may be shown. */
    static Optional<Memory> ofFolder(Catalog catalog, Path folder, LocalDate day) {
        Optional<Memory> memory =
                storyteller(catalog).ofFolder(folder, day, catalog.choices().all());
        memory.ifPresent(catalog.memories()::put);
        return memory.map(retelling(catalog)::retold);
    }

    /**
     * A memory that was asked for.
     *
     * @param readings what words that are no names were taken for, a sentence each
     * @param memory empty when nothing fits or may be shown
     */
    record Created(List<String> readings, Optional<Memory> memory) {}

    /**
     * A memory that is asked for in words, put on the shelf.
     *
     * @throws IllegalArgumentException naming the words that mean nothing in this library
     */
    static Created create(Catalog catalog, String request, LocalDate day) {
        Storyteller teller = storyteller(catalog);
        Optional<Memory> memory = teller.create(request, day, catalog.choices().all());
        memory.ifPresent(catalog.memories()::put);
        return new Created(teller.readings(request), memory.map(retelling(catalog)::retold));
    }

    /** Why a memory is as it is; empty when none of that name can be told on the day. */
    static Optional<Explanation> explain(Catalog catalog, String id, LocalDate day) {
        Storyteller teller = storyteller(catalog);
        List<Choice> choices = catalog.choices().all();
        return teller.explain(id, day, choices)
                .or(() -> catalog.memories().find(id).flatMap(memory -> teller.explainAsked(memory, day, choices)))
                .map(retelling(catalog)::explained);
    }

    /** What the user may want to decide. */
    static List<Suggestion> suggest(Catalog catalog, LocalDate day) {
        return storyteller(catalog).suggest(day, catalog.choices().all());
    }

    private static Storyteller storyteller(Catalog catalog) {
        return new Storyteller(Library.read(catalog), Locale.getDefault());
    }
}
