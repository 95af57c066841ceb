package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Request;
import app.keepsake.memories.Explanation;
import app.keepsake.memories.MayShow;
import app.keepsake.memories.Retelling;
import app.keepsake.memories.Storyteller;
import app.keepsake.memories.Succession;
import app.keepsake.memories.Suggestion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Memories told from a catalog, and put on its shelf so that other commands find them by name. What is given back is
 * told as the user edited it.
 */
final class MemoriesRun {
    private MemoriesRun() {}

    /** All that can be told on a day, the best first. What was asked for before stays on the shelf. */
    static List<Memory> make(Catalog catalog, LocalDate day) {
        List<Memory> told = MemoriesBasis.writing(catalog, basis -> make(basis, catalog, day));
        return retelling(catalog).retold(told);
    }

    private static boolean mayBeTold(Catalog catalog, Memory memory) {
        return retelling(catalog).retold(memory).isPresent();
    }

    /** What to say of a name that no memory has. */
    static IOException unknown(String id) {
        return new IOException(
                "%s: expected the name of a memory, found none of that name. Run 'keepsake memories' to see them."
                        .formatted(id));
    }

    static Retelling retelling(Catalog catalog) {
        return new Retelling(catalog, Locale::getDefault, new MayShow(catalog, Locale.getDefault()));
    }

    /** Empty when what it was told from has changed meanwhile. */
    static Optional<List<Memory>> make(MemoriesBasis basis, Catalog catalog, LocalDate day) {
        List<Memory> memories = basis.teller().makeMemories(day, basis.choices());
        List<Memory> shelf = new ArrayList<>(memories);
        Set<String> before = new HashSet<>();
        for (Memory memory : catalog.memories().all()) {
            before.add(memory.id());
            basis.teller().askAgain(memory, day, basis.choices()).ifPresent(shelf::add);
        }
        Set<String> told = new HashSet<>(before);
        shelf.forEach(memory -> told.add(memory.id()));
        for (Request request : catalog.memories().requests()) {
            if (!told.contains(request.memory())) {
                asked(request, basis, day)
                        .filter(memory -> mayBeTold(catalog, memory) && told.add(memory.id()))
                        .ifPresent(shelf::add);
            }
        }
        Map<String, String> successors = Succession.of(catalog, basis.teller(), shelf);
        return catalog.memories().replace(before, shelf, successors, basis.revision())
                ? Optional.of(memories)
                : Optional.empty();
    }

    /** What was asked for and is not on the shelf, as after a restoring; empty while nothing here fits it. */
    private static Optional<Memory> asked(Request request, MemoriesBasis basis, LocalDate day) {
        if (request.isFolder()) {
            return basis.teller().ofFolder(Path.of(request.words()), day, basis.choices());
        }
        try {
            return basis.teller().create(request.words(), day, basis.choices());
        } catch (IllegalArgumentException namesNothingHere) {
            return Optional.empty();
        }
    }

    /** Those to show on a day, noted as shown: none that was shown in the year before, or is much like one that was. */
    static List<Memory> feature(Catalog catalog, LocalDate day, int count) {
        List<Memory> featured = MemoriesBasis.writing(
                catalog,
                basis -> make(basis, catalog, day)
                        .map(all -> basis.teller()
                                .feature(
                                        day, basis.choices(), catalog.memories().shownSince(day.minusYears(1)), count))
                        .filter(chosen -> catalog.memories().put(chosen, basis.revision())));
        List<Memory> retold = retelling(catalog).retold(featured);
        catalog.memories().shown(day, retold);
        return retold;
    }

    /** One memory of a folder; empty when nothing in it may be shown. */
    static Optional<Memory> ofFolder(Catalog catalog, Path folder, LocalDate day) {
        return one(
                catalog,
                folder.toAbsolutePath().toString(),
                basis -> basis.teller().ofFolder(folder, day, basis.choices()));
    }

    /** @param words that make it anew */
    private static Optional<Memory> one(
            Catalog catalog, String words, Function<MemoriesBasis, Optional<Memory>> telling) {
        Optional<Memory> told = MemoriesBasis.writing(catalog, basis -> {
            // Of a kind that is never to be told, nothing goes on the shelf, even on request.
            Optional<Memory> memory = telling.apply(basis).filter(allowed -> mayBeTold(catalog, allowed));
            boolean isWritten = memory.isEmpty()
                    || catalog.memories()
                            .put(
                                    memory.get(),
                                    new Request(memory.get().id(), memory.get().kind(), words),
                                    basis.revision());
            return isWritten ? Optional.of(memory) : Optional.empty();
        });
        return told.flatMap(retelling(catalog)::retold);
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
        List<String> readings = new ArrayList<>();
        Optional<Memory> memory = one(catalog, request, basis -> {
            readings.clear();
            readings.addAll(basis.teller().readings(request));
            return basis.teller().create(request, day, basis.choices());
        });
        return new Created(List.copyOf(readings), memory);
    }

    /** Why a memory is as it is; empty when none of that name can be told on the day. */
    static Optional<Explanation> explain(Catalog catalog, String id, LocalDate day) {
        MemoriesBasis basis = MemoriesBasis.of(catalog);
        Storyteller teller = basis.teller();
        return teller.explain(id, day, basis.choices())
                .or(() -> catalog.memories()
                        .find(id)
                        .flatMap(memory -> teller.explainAsked(memory, day, basis.choices())))
                .flatMap(retelling(catalog)::explained);
    }

    /** What the user may want to decide. */
    static List<Suggestion> suggest(Catalog catalog, LocalDate day) {
        MemoriesBasis basis = MemoriesBasis.of(catalog);
        return basis.teller().suggest(day, basis.choices());
    }
}
