package app.keepsake.engine;

import app.keepsake.engine.internal.graph.Folding;
import app.keepsake.engine.internal.run.Constants;
import app.keepsake.engine.internal.run.Lowering;
import app.keepsake.engine.internal.run.PlannedSession;
import app.keepsake.engine.internal.run.Workers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A graph with its threads, packed weights and cached plans. With one thread there is nothing to take turns for: callers
 * run side by side, each in an arena of its own.
 */
final class Compiled implements Model {
    private final @Nullable Supplier<Graph> source;
    private final int cachedPlans;
    private final ArenaPool arenas;
    private final Workers workers;
    private final Lowering lowering;
    private volatile Graph graph;

    private Compiled(Graph read, @Nullable Supplier<Graph> source, EngineOptions options) {
        this.source = source;
        graph = fold(read);
        workers = new Workers(options.threads());
        lowering = new Lowering(options.vectors(), this::constant);
        cachedPlans = options.cachedPlans();
        ArenaPool shared = options.arenas();
        arenas = shared == null ? new ArenaPool() : shared;
    }

    static Compiled of(Graph graph, EngineOptions options) {
        return new Compiled(graph, null, options);
    }

    static Compiled of(Supplier<Graph> source, EngineOptions options) {
        return new Compiled(source.get(), source, options);
    }

    private static Graph fold(Graph graph) {
        return Folding.fold(graph, Constants::compute);
    }

    /** Reads a constant again. */
    private Tensor constant(String name) {
        Supplier<Graph> again = source;
        if (again != null) {
            for (Node node : fold(again.get()).nodes()) {
                if (node.name().equals(name) && node.op() instanceof Op.Constant constant) {
                    return constant.value();
                }
            }
        }
        throw new IllegalStateException("The numbers of '%s' cannot be read again.".formatted(name));
    }

    @Override
    public Map<String, Shape> inputs() {
        return graph.inputs();
    }

    @Override
    public List<String> outputs() {
        return List.copyOf(graph.outputs().keySet());
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        inputs.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        checkNames(shapes);
        return arenas.use(arena -> arena.session(
                        this,
                        shapes,
                        cachedPlans,
                        () -> prepare(List.of(shapes), arena::floats, PlannedSession.Placing.ALL))
                .run(inputs));
    }

    private void checkNames(Map<String, Shape> given) {
        if (!given.keySet().equals(graph.inputs().keySet())) {
            throw new ModelException(
                    "The model's inputs are %s, but %s were given.".formatted(graph.inputs(), given.keySet()));
        }
    }

    @Override
    public Session preparePyramid(List<Map<String, Shape>> levels) {
        levels.forEach(this::checkNames);
        return prepare(levels, float[]::new, PlannedSession.Placing.RESULTS);
    }

    private PlannedSession prepare(
            List<Map<String, Shape>> levels, IntFunction<float[]> memory, PlannedSession.Placing placing) {
        Workers itsWorkers = workers.count() == 1 ? new Workers(1) : workers;
        Graph whole = graph;
        PlannedSession session = PlannedSession.of(whole, levels, lowering, itsWorkers, memory, placing);
        if (source != null) {
            graph = lowering.withoutPacked(whole);
        }
        return session;
    }

    @Override
    public void close() {
        arenas.forget(this);
        workers.close();
    }
}
