package app.keepsake.engine.internal.run;

import app.keepsake.engine.Graph;
import app.keepsake.engine.MemoryPlan;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Session;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.engine.internal.graph.Layer;
import app.keepsake.engine.internal.graph.NodeShapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Steps over an arena. */
public final class PlannedSession implements Session {
    private final Workers workers;
    private final List<Map<String, View>> inputs = new ArrayList<>();
    private final List<Map<String, View>> outputs = new ArrayList<>();
    private final Step[] steps;
    private final MemoryPlan plan;
    private final double arithmetic;

    private PlannedSession(Workers workers, Step[] steps, MemoryPlan plan, double arithmetic) {
        this.workers = workers;
        this.steps = steps;
        this.plan = plan;
        this.arithmetic = arithmetic;
    }

    /** What lies in the arena. */
    public enum Placing {
        /** Nothing: each result has memory of its own; for comparison. */
        NOTHING,
        /** All but inputs and outputs, which callers see as tensors. */
        RESULTS,
        /** Inputs and outputs too, which are then reached by {@link #run} alone. */
        ALL
    }

    /** @param arenas gives an arena of at least so many floats */
    public static PlannedSession of(
            Graph graph,
            List<Map<String, Shape>> levels,
            Lowering lowering,
            Workers workers,
            IntFunction<float[]> arenas,
            Placing placing) {
        boolean separately = placing == Placing.NOTHING;
        Schedule schedule = Schedule.best(graph, levels, lowering, placing == Placing.ALL);
        Scratch scratch = new Scratch(workers.count());
        float[] arena =
                arenas.apply(separately ? 0 : Math.toIntExact(schedule.plan().size() / Float.BYTES));
        List<Map<String, View>> views = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            views.add(ownViews(graph, schedule, level, placing));
            if (placing == Placing.ALL) {
                for (String input : graph.inputs().keySet()) {
                    int offset = (int) (schedule.offset(level, input) / Float.BYTES);
                    views.get(level).put(input, new View(arena, offset, schedule.shape(level, input)));
                }
            }
        }
        List<Step> steps = new ArrayList<>();
        double arithmetic = 0;
        for (Schedule.Item item : schedule.items()) {
            Map<String, View> level = views.get(item.level());
            NodeShapes shapes = schedule.shapes(item.level());
            Shape shape = shapes.of(item.last().name());
            level.computeIfAbsent(
                    item.last().name(),
                    name -> separately
                            ? separateView(shape, schedule.source(item), level)
                            : new View(arena, (int) (schedule.offset(item) / Float.BYTES), shape));
            for (Layer layer : item.layers()) {
                arithmetic += lowering.arithmetic(layer, shapes);
            }
            steps.addAll(lowering.lower(item.layers(), level, shapes, scratch));
        }
        scratch.allocate();
        PlannedSession session = new PlannedSession(workers, steps.toArray(Step[]::new), schedule.plan(), arithmetic);
        for (Map<String, View> level : views) {
            session.publish(graph, level);
        }
        return session;
    }

    /** Memory of its own, or that of the result that is written over. */
    private static View separateView(Shape shape, @Nullable String source, Map<String, View> views) {
        float[] data = source == null
                ? new float[shape.elements()]
                : Objects.requireNonNull(views.get(source), source).data();
        return new View(data, 0, shape);
    }

    /** Constants, and the tensors that the caller sees. */
    private static Map<String, View> ownViews(Graph graph, Schedule schedule, int level, Placing placing) {
        Map<String, View> views = new HashMap<>();
        for (Node node : graph.nodes()) {
            Shape shape = schedule.shape(level, node.name());
            if (node.op() instanceof Op.Constant constant) {
                views.put(node.name(), new View(constant.value().data(), 0, shape));
            } else if (node.op() instanceof Op.Packed) {
                views.put(node.name(), View.withoutNumbers(shape));
            } else if (placing != Placing.ALL
                    && (node.op() instanceof Op.Input || graph.outputs().containsValue(node.name()))) {
                views.put(node.name(), new View(new float[shape.elements()], 0, shape));
            }
        }
        return views;
    }

    private void publish(Graph graph, Map<String, View> views) {
        Map<String, View> in = new LinkedHashMap<>();
        Map<String, View> out = new LinkedHashMap<>();
        graph.inputs().keySet().forEach(name -> in.put(name, views.get(name)));
        graph.outputs().forEach((name, node) -> out.put(name, views.get(node)));
        inputs.add(in);
        outputs.add(out);
    }

    /**
     * Computes the outputs of one level, copying inputs and outputs.
     *
     * @param given by the names of the inputs, of the shapes that were planned for
     */
    public Map<String, Tensor> run(Map<String, Tensor> given) {
        inputs.getFirst()
                .forEach((name, to) -> System.arraycopy(
                        Objects.requireNonNull(given.get(name), name).data(),
                        0,
                        to.data(),
                        to.offset(),
                        to.shape().elements()));
        execute(() -> false);
        Map<String, Tensor> results = new LinkedHashMap<>();
        outputs.getFirst()
                .forEach((name, from) -> results.put(
                        name,
                        Tensor.of(
                                from.shape(),
                                Arrays.copyOfRange(
                                        from.data(),
                                        from.offset(),
                                        from.offset() + from.shape().elements()))));
        return results;
    }

    @Override
    public Tensor input(int level, String name) {
        return find(inputs.get(level), name, "input");
    }

    @Override
    public Tensor output(int level, String name) {
        return find(outputs.get(level), name, "output");
    }

    private static Tensor find(Map<String, View> views, String name, String kind) {
        View view = views.get(name);
        if (view == null) {
            throw new ModelException("There is no %s '%s'; there are %s.".formatted(kind, name, views.keySet()));
        }
        return Tensor.of(view.shape(), view.data());
    }

    @Override
    public boolean execute(BooleanSupplier cancelled) {
        for (Step step : steps) {
            if (!workers.run(step, cancelled)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double arithmetic() {
        return arithmetic;
    }

    @Override
    public MemoryPlan memoryPlan() {
        return plan;
    }
}
