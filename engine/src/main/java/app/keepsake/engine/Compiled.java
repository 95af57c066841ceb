package app.keepsake.engine;

import app.keepsake.engine.internal.graph.Folding;
import app.keepsake.engine.internal.run.Constants;
import app.keepsake.engine.internal.run.Lowering;
import app.keepsake.engine.internal.run.Pace;
import app.keepsake.engine.internal.run.PlannedSession;
import app.keepsake.engine.internal.run.Workers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph with its threads, packed weights and cached plans. With one thread there is nothing to take turns for: callers
 * run side by side, each in a session of its own.
 */
final class Compiled implements Model {
    private final Graph graph;
    private final Workers workers;
    private final Lowering lowering;
    private final Pace pace;
    /** Sessions that no caller uses, by the shapes of their inputs, those used last at the end. */
    private final Map<Map<String, Shape>, Deque<Session>> plans;

    private Compiled(Graph graph, EngineOptions options) {
        this.graph = graph;
        workers = new Workers(options.threads());
        pace = new Pace(options.duty(), options.threads());
        lowering = new Lowering(options.vectorBits() != 1);
        plans = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Map<String, Shape>, Deque<Session>> eldest) {
                return size() > options.cachedPlans();
            }
        };
    }

    static Compiled of(Graph graph, EngineOptions options) {
        return new Compiled(Folding.fold(graph, Constants::compute), options);
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
        Session session = take(shapes);
        inputs.forEach((name, tensor) -> {
            float[] target = session.input(name).data();
            System.arraycopy(tensor.data(), 0, target, 0, target.length);
        });
        session.execute();
        Map<String, Tensor> results = new LinkedHashMap<>();
        for (String output : graph.outputs().keySet()) {
            Tensor result = session.output(output);
            results.put(output, Tensor.of(result.shape(), result.data().clone()));
        }
        giveBack(shapes, session);
        return results;
    }

    /** A caller has a session to itself; another that comes meanwhile with the same shapes gets one of its own. */
    private Session take(Map<String, Shape> shapes) {
        synchronized (plans) {
            Deque<Session> idle = plans.get(shapes);
            if (idle != null && !idle.isEmpty()) {
                return idle.pop();
            }
        }
        return prepare(shapes);
    }

    private void giveBack(Map<String, Shape> shapes, Session session) {
        synchronized (plans) {
            Deque<Session> idle = plans.remove(shapes);
            plans.put(shapes, idle == null ? new ArrayDeque<>() : idle);
            plans.get(shapes).push(session);
        }
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
        Workers itsWorkers = workers.count() == 1 ? new Workers(1) : workers;
        return PlannedSession.of(graph, levels, lowering, itsWorkers, pace, false);
    }

    @Override
    public void close() {
        workers.close();
    }
}
