package app.keepsake.memories.internal.select;

import app.keepsake.catalog.Shot;
import app.keepsake.memories.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Puts shots in the order of telling: by time, but the opening is the best establishing shot of the first day, and of the
 * first quarter, and the closing the warmest of the last: what is told by days stays in their order.
 */
public final class Sequence {
    private static final Set<String> ESTABLISHING = Set.of(
            "beach", "mountain", "city", "forest", "snow", "coast", "street", "landscape", "building", "architecture");
    private static final Set<String> ENDING = Set.of("sunset", "night", "golden hour", "party");

    private Sequence() {}

    /** A shot and what it does. */
    public record Placed(Item item, Shot.Role role) {}

    /** @param shots in order of time */
    public static List<Placed> of(List<Item> shots) {
        List<Item> order = new ArrayList<>(shots);
        int quarter = Math.max(1, order.size() / 4);
        int beginning = Math.max(Math.min(5, order.size() - 1), quarter);
        if (order.size() > 2) {
            Item opening = best(ofDay(order.subList(0, beginning), order.getFirst()), Sequence::openingWorth);
            order.remove(opening);
            order.addFirst(opening);
            List<Item> last = order.subList(Math.max(1, order.size() - quarter), order.size());
            Item closing = best(ofDay(last, order.getLast()), Sequence::closingWorth);
            order.remove(closing);
            order.addLast(closing);
        }
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Shot.Role role = i == 0 ? Shot.Role.OPENING : i + 1 == order.size() ? Shot.Role.CLOSING : Shot.Role.BODY;
            placed.add(new Placed(order.get(i), role));
        }
        return List.copyOf(placed);
    }

    private static List<Item> ofDay(List<Item> shots, Item one) {
        return shots.stream().filter(item -> item.day().equals(one.day())).toList();
    }

    private static Item best(List<Item> shots, ToDoubleFunction<Item> worth) {
        return shots.stream()
                .max(Comparator.comparingDouble(worth)
                        .thenComparing(Comparator.comparingInt(Item::index).reversed()))
                .orElseThrow();
    }

    /** Wide, showing where we are, without a crowd of faces. */
    static double openingWorth(Item item) {
        double worth = item.quality();
        worth += item.aspect() >= 1.2 ? 0.4 : 0;
        worth += item.tags().stream().anyMatch(ESTABLISHING::contains) ? 0.4 : 0;
        worth -= item.showsOnlyHousehold() ? 0.4 : 0;
        return worth - 0.1 * Math.min(4, item.faces());
    }

    /** People together and smiling, or the light of the evening. */
    static double closingWorth(Item item) {
        double worth = item.quality();
        worth += 0.15 * Math.min(4, item.faces()) + 0.4 * item.smile();
        return worth + (item.tags().stream().anyMatch(ENDING::contains) ? 0.5 : 0);
    }
}
