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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Steps over an arena. */
public final class PlannedSession implements Session {
    private final Workers workers;
    private final Pace pace;
    private final List<Map<String, Tensor>> inputs = new ArrayList<>();
    private final List<Map<String, Tensor>> outputs = new ArrayList<>();
    private final Step[] steps;
    private final MemoryPlan plan;
    private final double arithmetic;

    private PlannedSession(Workers workers, Pace pace, Step[] steps, MemoryPlan plan, double arithmetic) {
        this.workers = workers;
        this.pace = pace;
        this.steps = steps;
        this.plan = plan;
        this.arithmetic = arithmetic;
    }

    /**
     * @param separately whether each buffer gets memory of its own instead of a place in the arena; for comparison
     */
    public static PlannedSession of(
            Graph graph,
            List<Map<String, Shape>> levels,
            Lowering lowering,
            Workers workers,
            Pace pace,
            boolean separately) {
        Schedule schedule = Schedule.best(graph, levels, lowering);
        Scratch scratch = new Scratch(workers.count());
        List<Map<String, View>> views = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            views.add(ownViews(graph, schedule, level));
        }
        float[] arena =
                new float[separately ? 0 : Math.toIntExact(schedule.plan().size() / Float.BYTES)];
        List<Step> steps = new ArrayList<>();
        double arithmetic = 0;
        for (Schedule.Item item : schedule.items()) {
            Map<String, View> level = views.get(item.level());
            Shape shape = schedule.shape(item.level(), item.last().name());
            level.computeIfAbsent(item.last().name(), name -> {
                long offset = schedule.offset(item);
                return separately && offset >= 0 && !schedule.isInPlace(item)
                        ? new View(new float[shape.elements()], 0, shape)
                        : separately
                                ? new View(level.get(schedule.source(item)).data(), 0, shape)
                                : new View(arena, (int) (offset / Float.BYTES), shape);
            });
            for (Layer layer : item.layers()) {
                arithmetic += lowering.arithmetic(layer, name -> schedule.shape(item.level(), name));
            }
            steps.addAll(lowering.lower(item.layers(), level, name -> schedule.shape(item.level(), name), scratch));
        }
        scratch.allocate();
        PlannedSession session =
                new PlannedSession(workers, pace, steps.toArray(Step[]::new), schedule.plan(), arithmetic);
        for (Map<String, View> level : views) {
            session.publish(graph, level);
        }
        return session;
    }

    /** Constants, and the tensors that the caller sees. */
    private static Map<String, View> ownViews(Graph graph, Schedule schedule, int level) {
        Map<String, View> views = new HashMap<>();
        for (Node node : graph.nodes()) {
            Shape shape = schedule.shape(level, node.name());
            if (node.op() instanceof Op.Constant constant) {
                views.put(node.name(), new View(constant.value().data(), 0, shape));
            } else if (node.op() instanceof Op.Input || graph.outputs().containsValue(node.name())) {
                views.put(node.name(), new View(new float[shape.elements()], 0, shape));
            }
        }
        return views;
    }

    private void publish(Graph graph, Map<String, View> views) {
        Map<String, Tensor> in = new HashMap<>();
        Map<String, Tensor> out = new HashMap<>();
        graph.inputs().keySet().forEach(name -> in.put(name, tensor(views.get(name))));
        graph.outputs().forEach((name, node) -> out.put(name, tensor(views.get(node))));
        inputs.add(in);
        outputs.add(out);
    }

    private static Tensor tensor(View view) {
        return Tensor.of(view.shape(), view.data());
    }

    @Override
    public int levels() {
        return inputs.size();
    }

    @Override
    public Tensor input(int level, String name) {
        return find(inputs.get(level), name, "input");
    }

    @Override
    public Tensor output(int level, String name) {
        return find(outputs.get(level), name, "output");
    }

    private static Tensor find(Map<String, Tensor> tensors, String name, String kind) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelException("There is no %s '%s'; there are %s.".formatted(kind, name, tensors.keySet()));
        }
        return tensor;
    }

    @Override
    public boolean execute(BooleanSupplier cancelled) {
        for (Step step : steps) {
            long start = System.nanoTime();
            if (!workers.run(step, cancelled)) {
                return false;
            }
            pace.rest(System.nanoTime() - start, cancelled);
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
