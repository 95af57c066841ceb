package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Place;
import app.keepsake.memories.Item;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the user picked out, one by one. */
public final class OfSelection {
    public static final String KEY = "selection";

    private OfSelection() {}

    /** Empty when nothing of it may be shown. */
    public static Optional<Draft> draft(Set<ContentHash> pictures, TellingContext context) {
        List<Item> source = context.analysis().all().stream()
                .filter(item -> pictures.contains(item.hash()))
                .toList();
        String anchor = pictures.stream().map(ContentHash::toString).sorted().collect(Collectors.joining(" "));
        List<Item> pool = context.pool(KEY, anchor, source);
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        String period = context.period(pool);
        Draft draft =
                Draft.of(KEY, anchor, source, pool).because(context.words().text("because.selection"));
        return Optional.of(place(pool)
                .map(place -> draft.slug(place).titled(place, period))
                .orElseGet(() -> draft.titled(period, "")));
    }

    /** Where more than half of them were taken. */
    private static Optional<String> place(List<Item> pool) {
        Map<String, Long> names = pool.stream()
                .flatMap(item -> Stream.ofNullable(item.place()))
                .map(Place::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return names.entrySet().stream()
                .filter(entry -> 2 * entry.getValue() > pool.size())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
