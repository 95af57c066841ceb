package app.keepsake.memories;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the first page shows: parts, each with a few memories. No two on the page share more than a third of the shots of the
 * shorter one, and no picture stands for two. What the user pinned is always there.
 */
public final class FirstPage {
    private static final int MOST = 8;
    private static final int MOST_OTHERS = 16;
    /** In a part; more would be a list. */
    private static final int MOST_OF_A_KIND = 4;

    private static final int FEWEST_YEARS = 3;
    /** Until a day is told, there are only those of the day before. */
    private static final String OF_ANOTHER_DAY = "on-this-day";

    private static final Set<String> ASKED = Set.of("request", "folder");
    private static final Set<String> EVENTS = Set.of("trip", "days", "album", "holiday", "wedding");
    private static final Set<String> OF_PEOPLE =
            Set.of("person", "together", "pet", "family", "birthday", "gathering", "wedding");

    private static final Set<String> OF_YEARS = Set.of("then-and-now", "old-album", "holiday", "first");

    private final List<Set<Long>> shown = new ArrayList<>();
    private final Set<Long> covers = new HashSet<>();
    private final Map<Part, List<Placed>> parts = new EnumMap<>(Part.class);

    private FirstPage() {}

    /** In the order of the page. */
    public enum Part {
        TODAY,
        PINNED,
        NEW,
        TRIPS,
        PEOPLE,
        YEARS,
        PLACES,
        OTHERS
    }

    /** A memory on the page. @param cover the shot that stands for it there */
    public record Placed(Memory memory, long cover) {}

    /** A part with at least one memory, the best first. */
    public record Section(Part part, List<Placed> memories) {
        public Section {
            memories = List.copyOf(memories);
        }
    }

    /**
     * @param best memories that may be shown, the best first
     * @param today ids of those that were chosen for the day; where none of them is left, the best are
     * @param count how many a day shows then
     * @param pinned ids, in the order in which they stand
     */
    public static List<Section> of(List<Memory> best, Set<String> today, int count, List<String> pinned) {
        FirstPage page = new FirstPage();
        page.today(best, today, count);
        for (String id : pinned) {
            best.stream().filter(memory -> memory.id().equals(id)).forEach(memory -> page.place(memory, Part.PINNED));
        }
        best.stream()
                .filter(memory -> !memory.kind().equals(OF_ANOTHER_DAY))
                .forEach(memory -> page.offer(memory, part(memory)));
        return page.parts.entrySet().stream()
                .map(entry -> new Section(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void today(List<Memory> best, Set<String> today, int count) {
        best.stream().filter(memory -> today.contains(memory.id())).forEach(memory -> offer(memory, Part.TODAY));
        if (!parts.containsKey(Part.TODAY)) {
            for (Memory memory : best) {
                boolean told = !memory.kind().equals(OF_ANOTHER_DAY) && !ASKED.contains(memory.kind());
                if (told && parts.getOrDefault(Part.TODAY, List.of()).size() < count) {
                    offer(memory, Part.TODAY);
                }
            }
        }
    }

    /** Where a memory belongs by what it tells. */
    static Part part(Memory memory) {
        String kind = memory.kind();
        boolean ofYears = memory.lastDay().getYear() - memory.firstDay().getYear() >= FEWEST_YEARS - 1;
        if (kind.equals("newest") || kind.equals("last-weekend")) {
            return Part.NEW;
        }
        if (kind.equals("place")) {
            return Part.PLACES;
        }
        if (ofYears && (OF_PEOPLE.contains(kind) || OF_YEARS.contains(kind))) {
            return Part.YEARS;
        }
        if (EVENTS.contains(kind)) {
            return Part.TRIPS;
        }
        return OF_PEOPLE.contains(kind) ? Part.PEOPLE : Part.OTHERS;
    }

    /** Places a memory unless its part is full or the page tells about the same. */
    private void offer(Memory memory, Part part) {
        int most = part == Part.OTHERS ? MOST_OTHERS : MOST;
        Set<Long> assets = assets(memory);
        List<Placed> there = parts.getOrDefault(part, List.of());
        long ofKind = there.stream()
                .filter(placed -> placed.memory.kind().equals(memory.kind()))
                .count();
        boolean isFull = there.size() >= most || ofKind >= MOST_OF_A_KIND;
        if (!isFull && !sharesTooMuch(assets) && freeCover(memory).isPresent()) {
            place(memory, part);
        }
    }

    private void place(Memory memory, Part part) {
        boolean there = parts.values().stream()
                .flatMap(List::stream)
                .anyMatch(placed -> placed.memory.id().equals(memory.id()));
        if (!there) {
            long cover = freeCover(memory).orElseGet(memory::coverShown);
            parts.computeIfAbsent(part, key -> new ArrayList<>()).add(new Placed(memory, cover));
            covers.add(cover);
            shown.add(assets(memory));
        }
    }

    private Optional<Long> freeCover(Memory memory) {
        if (!covers.contains(memory.coverShown())) {
            return Optional.of(memory.coverShown());
        }
        return memory.shots().stream()
                .map(Shot::assetId)
                .filter(asset -> !covers.contains(asset))
                .findFirst();
    }

    private boolean sharesTooMuch(Set<Long> assets) {
        for (Set<Long> other : shown) {
            long shared = assets.stream().filter(other::contains).count();
            if (3 * shared > Math.min(assets.size(), other.size())) {
                return true;
            }
        }
        return false;
    }

    private static Set<Long> assets(Memory memory) {
        Set<Long> assets = new HashSet<>();
        memory.shots().forEach(shot -> assets.add(shot.assetId()));
        return assets;
    }
}
