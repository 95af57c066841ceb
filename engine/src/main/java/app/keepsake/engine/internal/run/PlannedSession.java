package app.keepsake.engine.internal.run;

import app.keepsake.engine.Graph;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Session;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.engine.internal.graph.Fusion;
import app.keepsake.engine.internal.graph.Layer;
import app.keepsake.engine.internal.graph.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Steps over an arena. */
public final class PlannedSession implements Session {
    private final Workers workers;
    private final List<Map<String, Tensor>> inputs = new ArrayList<>();
    private final List<Map<String, Tensor>> outputs = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Scratch scratch;
    private long arenaBytes;

    private PlannedSession(Workers workers) {
        this.workers = workers;
        scratch = new Scratch(workers.count());
    }

    public static PlannedSession of(Graph graph, List<Map<String, Shape>> levels, Lowering lowering, Workers workers) {
        PlannedSession session = new PlannedSession(workers);
        for (Map<String, Shape> level : levels) {
            session.addLevel(graph, level, lowering);
        }
        session.scratch.allocate();
        return session;
    }

    private void addLevel(Graph graph, Map<String, Shape> given, Lowering lowering) {
        Map<String, Shape> shapes = Shapes.infer(graph, given);
        Map<String, View> views = new HashMap<>();
        Map<String, Tensor> in = new HashMap<>();
        Map<String, Tensor> out = new HashMap<>();
        List<Layer> layers = Fusion.layers(graph, shapes, conv -> lowering.pools(conv, shapes));
        for (Node node : graph.nodes()) {
            Shape shape = shapes.get(node.name());
            if (node.op() instanceof Op.Constant constant) {
                View view = new View(constant.value().data(), 0, shape);
                views.put(node.name(), view);
            } else if (node.op() instanceof Op.Input) {
                Tensor tensor = Tensor.zeros(shape);
                in.put(node.name(), tensor);
                views.put(node.name(), new View(tensor.data(), 0, shape));
            }
        }
        for (Layer layer : layers) {
            Shape shape = shapes.get(layer.name());
            Tensor tensor = Tensor.zeros(shape);
            View view = new View(tensor.data(), 0, shape);
            arenaBytes += 4L * tensor.data().length;
            views.put(layer.name(), view);
            steps.addAll(lowering.lower(
                    layer, layer.inputs().stream().map(views::get).toList(), view, scratch));
        }
        graph.outputs().forEach((name, node) -> {
            View view = views.get(node);
            out.put(name, Tensor.of(view.shape(), view.data()));
        });
        inputs.add(in);
        outputs.add(out);
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
            if (!workers.run(step, cancelled)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long arenaBytes() {
        return arenaBytes;
    }
}
