package app.keepsake.memories;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Request;
import app.keepsake.catalog.Shot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the edits, marks and requests belong to of memories that are called otherwise now, because somebody else was given the
 * same name, or a library was indexed anew.
 */
public final class Succession {
    private final Storyteller teller;
    private final Map<String, Edit> edits;
    private final Map<String, Set<Long>> shotsBefore = new HashMap<>();
    private final Set<String> said = new HashSet<>();

    private Succession(Catalog catalog, Storyteller teller) {
        this.teller = teller;
        this.edits = catalog.edits().all();
        said.addAll(edits.keySet());
        said.addAll(catalog.marks().all().keySet());
        catalog.memories().requests().stream().map(Request::memory).forEach(said::add);
        catalog.memories().all().forEach(memory -> shotsBefore.put(memory.id(), shots(memory)));
    }

    private static Set<Long> shots(Memory memory) {
        Set<Long> shots = new HashSet<>();
        memory.shots().forEach(shot -> shots.add(shot.assetId()));
        return shots;
    }

    /**
     * The present ids of such memories, by the former ones.
     *
     * @param teller that has told the memories
     * @param shelf all memories that are to be on the shelf; the catalog has those that were before
     */
    public static Map<String, String> of(Catalog catalog, Storyteller teller, Collection<Memory> shelf) {
        return new Succession(catalog, teller).of(shelf);
    }

    private Map<String, String> of(Collection<Memory> shelf) {
        Set<String> present = new HashSet<>();
        shelf.forEach(memory -> present.add(memory.id()));
        Map<String, List<Memory>> heirs = new LinkedHashMap<>();
        for (Memory memory : shelf) {
            for (String former : teller.formerIds(memory.id())) {
                if (said.contains(former) && !said.contains(memory.id()) && !present.contains(former)) {
                    heirs.computeIfAbsent(former, id -> new ArrayList<>()).add(memory);
                }
            }
        }
        Map<String, String> successors = new HashMap<>();
        Set<String> given = new HashSet<>();
        heirs.forEach((former, memories) -> likeliest(former, memories)
                .filter(memory -> given.add(memory.id()))
                .ifPresent(memory -> successors.put(former, memory.id())));
        return successors;
    }

    /** Of several people of one name, the one whose pictures were told; anyone if it is not known which they were. */
    private Optional<Memory> likeliest(String former, List<Memory> memories) {
        Set<Long> known = new HashSet<>(shotsBefore.getOrDefault(former, Set.of()));
        known.addAll(edits.getOrDefault(former, Edit.NONE).shots());
        Memory best = memories.getFirst();
        long most = 0;
        for (Memory memory : memories) {
            long same = memory.shots().stream()
                    .map(Shot::assetId)
                    .filter(known::contains)
                    .count();
            if (same > most) {
                best = memory;
                most = same;
            }
        }
        return known.isEmpty() || most > 0 ? Optional.of(best) : Optional.empty();
    }
}
