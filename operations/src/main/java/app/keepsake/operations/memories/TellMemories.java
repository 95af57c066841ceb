package app.keepsake.operations.memories;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Marks.Mark;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Request;
import app.keepsake.memories.Retelling;
import app.keepsake.memories.Succession;
import app.keepsake.operations.people.SettleAtOnce;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells all memories of a library, and puts them on its shelf, where everybody finds them by name. What is given back is
 * told as the user edited it. What was asked for before stays on the shelf, and so does what is pinned.
 */
public final class TellMemories {
    private final Catalog catalog;
    private final Locale locale;
    private final Retelling retelling;

    /** @param locale of titles and reasons */
    public TellMemories(Catalog catalog, Locale locale) {
        this.catalog = catalog;
        this.locale = locale;
        this.retelling = Retelling.of(catalog, locale);
    }

    /** All that can be told on a day, the best first; of people as they are by what was said of them. */
    public List<Memory> on(LocalDate day) {
        new SettleAtOnce(catalog, locale).catchUp();
        List<Memory> told = TellingBasis.writing(catalog, locale, basis -> tell(basis, day));
        return retelling.retold(told);
    }

    /** Empty when what it was told from has changed meanwhile. */
    Optional<List<Memory>> tell(TellingBasis basis, LocalDate day) {
        List<Memory> memories = basis.teller().makeMemories(day, basis.choices());
        List<Memory> shelf = new ArrayList<>(memories);
        Set<String> before = new HashSet<>();
        for (Memory memory : catalog.memories().all()) {
            before.add(memory.id());
            basis.teller().askAgain(memory, day, basis.choices()).ifPresent(shelf::add);
        }
        Set<String> told = new HashSet<>(before);
        // An album is told by its request alone, unless it is told unasked; a selection by its request alone.
        List<Request> requests = catalog.memories().requests();
        requests.stream()
                .filter(request -> request.isAlbum() || request.isSelection())
                .map(Request::memory)
                .forEach(told::remove);
        shelf.forEach(memory -> told.add(memory.id()));
        for (Request request : requests) {
            if (!request.isSearch() && !told.contains(request.memory())) {
                asked(request, basis, day)
                        .filter(memory -> retelling.retold(memory).isPresent() && told.add(memory.id()))
                        .ifPresent(shelf::add);
            }
        }
        // What is pinned stays as it was told when it is not told any more.
        Set<String> anew = new HashSet<>();
        shelf.forEach(memory -> anew.add(memory.id()));
        catalog.marks().all().forEach((id, mark) -> {
            if (mark == Mark.PINNED && !anew.contains(id)) {
                before.remove(id);
            }
        });
        Map<String, String> successors = Succession.of(catalog, basis.teller(), shelf);
        return catalog.memories().replace(before, shelf, successors, basis.revision())
                ? Optional.of(memories)
                : Optional.empty();
    }

    /** What was asked for and is not on the shelf, as after a restoring; empty while nothing here fits it. */
    private static Optional<Memory> asked(Request request, TellingBasis basis, LocalDate day) {
        if (request.isAlbum()) {
            return basis.teller().ofAlbum(request.words(), request.memory(), day, basis.choices());
        }
        if (request.isSelection()) {
            return basis.teller().ofSelection(CreateMemory.pictures(request.words()), day, basis.choices());
        }
        if (request.isFolder()) {
            return basis.teller().ofFolder(Path.of(request.words()), day, basis.choices());
        }
        try {
            return basis.teller().create(request.words(), day, basis.choices());
        } catch (IllegalArgumentException namesNothingHere) {
            return Optional.empty();
        }
    }
}
