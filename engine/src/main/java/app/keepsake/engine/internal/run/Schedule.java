package app.keepsake.engine.internal.run;

import app.keepsake.engine.Graph;
import app.keepsake.engine.LiveRange;
import app.keepsake.engine.MemoryPlan;
import app.keepsake.engine.MemoryPlanner;
import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.internal.graph.Fusion;
import app.keepsake.engine.internal.graph.Layer;
import app.keepsake.engine.internal.graph.NodeShapes;
import app.keepsake.engine.internal.graph.Shapes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An order in which the layers of all levels are computed, with a place in the arena for each result. */
final class Schedule {
    private static final int ALIGNMENT = 64;
    /** About a tenth of a second, spent only where no quick order reaches the bound. */
    private static final int SEARCH_STEPS = 50_000;

    /** One layer, or two that run in stripes, of one level. */
    record Item(int level, List<Layer> layers) {
        Layer last() {
            return layers.getLast();
        }

        List<String> inputs() {
            return layers.stream().flatMap(layer -> layer.inputs().stream()).toList();
        }
    }

    /** A result of a level. */
    private record Result(int level, String name) {}

    /** From which step up to which a result is needed. */
    private record Life(int start, int end) {
        Life until(int later) {
            return new Life(start, Math.max(end, later));
        }
    }

    private final Graph graph;
    private final List<NodeShapes> shapes;
    private final List<Item> items;
    private final boolean withEnds;
    /** The result whose memory another takes over. */
    private final Map<Result, Result> inPlace = new HashMap<>();

    private final Map<Result, Integer> places = new HashMap<>();
    private final MemoryPlan plan;

    private Schedule(Graph graph, List<NodeShapes> shapes, List<Item> items, String name, boolean withEnds) {
        this.graph = graph;
        this.shapes = shapes;
        this.items = items;
        this.withEnds = withEnds;
        MemoryPlan placed = MemoryPlanner.plan(ranges(), SEARCH_STEPS);
        plan = new MemoryPlan(
                placed.ranges(), placed.offsets(), placed.size(), placed.bound(), name + "; " + placed.method());
    }

    /**
     * Tries several orders and keeps the one that needs least memory.
     *
     * @param withEnds whether inputs and outputs lie in the arena too
     */
    static Schedule best(Graph graph, List<Map<String, Shape>> levels, Lowering lowering, boolean withEnds) {
        List<NodeShapes> shapes = new ArrayList<>();
        List<List<Item>> perLevel = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            NodeShapes all = Shapes.infer(graph, levels.get(level));
            shapes.add(all);
            int index = level;
            perLevel.add(
                    lowering.pair(Fusion.layers(graph, all, conv -> lowering.pools(conv, all)), graph, all).stream()
                            .map(layers -> new Item(index, layers))
                            .toList());
        }
        Comparator<Integer> size = Comparator.comparingLong(level -> elements(levels.get(level)));
        List<Integer> rising =
                IntStream.range(0, levels.size()).boxed().sorted(size).toList();
        List<Schedule> schedules = new ArrayList<>();
        schedules.add(new Schedule(graph, shapes, oneByOne(perLevel, rising), "smallest level first", withEnds));
        if (levels.size() > 1) {
            schedules.add(new Schedule(
                    graph, shapes, oneByOne(perLevel, rising.reversed()), "largest level first", withEnds));
            schedules.add(new Schedule(graph, shapes, layerByLayer(perLevel), "layer by layer", withEnds));
        }
        return schedules.stream()
                .min(Comparator.comparingLong(schedule -> schedule.plan.size()))
                .orElseThrow();
    }

    private static long elements(Map<String, Shape> inputs) {
        return inputs.values().stream().mapToLong(Shape::elements).sum();
    }

    private static List<Item> oneByOne(List<List<Item>> perLevel, List<Integer> order) {
        return order.stream().flatMap(level -> perLevel.get(level).stream()).toList();
    }

    private static List<Item> layerByLayer(List<List<Item>> perLevel) {
        List<Item> items = new ArrayList<>();
        int longest = perLevel.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<Item> level : perLevel) {
                if (i < level.size()) {
                    items.add(level.get(i));
                }
            }
        }
        return items;
    }

    private List<LiveRange> ranges() {
        Map<Result, Integer> lastRead = new HashMap<>();
        for (int step = 0; step < items.size(); step++) {
            for (String input : items.get(step).inputs()) {
                lastRead.put(new Result(items.get(step).level(), input), step);
            }
        }
        Map<Result, Life> lives = new LinkedHashMap<>();
        for (int level = 0; withEnds && level < shapes.size(); level++) {
            for (String name : graph.inputs().keySet()) {
                Result input = new Result(level, name);
                boolean isOutput = graph.outputs().containsValue(name);
                lives.put(input, new Life(0, isOutput ? items.size() : lastRead.getOrDefault(input, 0) + 1));
            }
        }
        for (int step = 0; step < items.size(); step++) {
            Item item = items.get(step);
            Result result = new Result(item.level(), item.last().name());
            boolean isOutput = graph.outputs().containsValue(result.name());
            if (isOutput && !withEnds) {
                continue;
            }
            int end = isOutput ? items.size() : lastRead.getOrDefault(result, step) + 1;
            Result taken = takenOver(item, step, lastRead);
            if (taken == null) {
                lives.put(result, new Life(step, end));
            } else {
                inPlace.put(result, taken);
                lives.computeIfPresent(owner(result), (owner, life) -> life.until(end));
            }
        }
        List<LiveRange> ranges = new ArrayList<>();
        lives.forEach((owner, life) -> {
            places.put(owner, ranges.size());
            long bytes = (long) Float.BYTES * shape(owner.level(), owner.name()).elements();
            long aligned = Math.ceilDiv(bytes, ALIGNMENT) * ALIGNMENT;
            ranges.add(new LiveRange(owner.name(), owner.level(), life.start(), life.end(), aligned));
        });
        return ranges;
    }

    /** The input whose memory an element-wise layer may write over, because nobody reads it later. */
    private @Nullable Result takenOver(Item item, int step, Map<Result, Integer> lastRead) {
        if (!worksInPlace(item.last().op())) {
            return null;
        }
        int elements = shape(item.level(), item.last().name()).elements();
        for (String name : item.last().inputs()) {
            Result input = new Result(item.level(), name);
            boolean inArena = places(input);
            if (inArena
                    && Objects.equals(lastRead.get(input), step)
                    && shape(item.level(), name).elements() == elements
                    && !graph.outputs().containsValue(name)) {
                return input;
            }
        }
        return null;
    }

    private boolean places(Result result) {
        return items.stream()
                .anyMatch(item ->
                        item.level() == result.level() && item.last().name().equals(result.name()));
    }

    private static boolean worksInPlace(Op op) {
        return switch (op) {
            case Op.Unary ignored -> true;
            case Op.LeakyRelu ignored -> true;
            case Op.Prelu ignored -> true;
            case Op.Binary ignored -> true;
            case Op.BatchNorm ignored -> true;
            case Op.Reshape ignored -> true;
            default -> false;
        };
    }

    private Result owner(Result result) {
        Result owner = result;
        while (inPlace.get(owner) instanceof Result before) {
            owner = before;
        }
        return owner;
    }

    List<Item> items() {
        return items;
    }

    NodeShapes shapes(int level) {
        return shapes.get(level);
    }

    Shape shape(int level, String name) {
        return shapes.get(level).of(name);
    }

    MemoryPlan plan() {
        return plan;
    }

    /** The byte in the arena at which an item's result begins. */
    long offset(Item item) {
        return offset(owner(new Result(item.level(), item.last().name())));
    }

    /** The byte in the arena at which an input begins. */
    long offset(int level, String input) {
        return offset(new Result(level, input));
    }

    private long offset(Result owner) {
        int place = Objects.requireNonNull(places.get(owner), owner.name());
        return plan.offsets().get(place);
    }

    /** The name of the result that an item writes over, or null if it has memory of its own. */
    @Nullable
    String source(Item item) {
        Result taken = inPlace.get(new Result(item.level(), item.last().name()));
        return taken == null ? null : taken.name();
    }
}
