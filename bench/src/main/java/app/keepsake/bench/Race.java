package app.keepsake.bench;

import ai.onnxruntime.OrtException;
import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Graph;
import app.keepsake.engine.Model;
import app.keepsake.engine.Session;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One network at one or several sizes, run by both engines in turn. */
final class Race implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long PAUSE_MILLIS = 60;
    private static final long BURST_NANOS = 60_000_000;

    private final int threads;
    private final Model model;
    private final Session session;
    private final List<OrtModel> others = new ArrayList<>();

    /** Milliseconds of each run. */
    record Times(double[] ours, double[] theirs) {
        double ourMedian() {
            return Report.median(ours);
        }

        double theirMedian() {
            return Report.median(theirs);
        }

        /** How many times as fast we are, from the medians. */
        double ratio() {
            return theirMedian() / ourMedian();
        }

        double ourBest() {
            return Arrays.stream(ours).min().orElseThrow();
        }

        double theirBest() {
            return Arrays.stream(theirs).min().orElseThrow();
        }
    }

    Race(Graph graph, List<Map<String, Shape>> levels, int threads) throws OrtException {
        this.threads = threads;
        model = Model.compile(graph, EngineOptions.defaults().withThreads(threads));
        session = model.preparePyramid(levels);
        Random random = new Random(5);
        for (int level = 0; level < levels.size(); level++) {
            Map<String, Tensor> inputs = new HashMap<>();
            for (String name : levels.get(level).keySet()) {
                Tensor input = session.input(level, name);
                for (int i = 0; i < input.data().length; i++) {
                    input.data()[i] = random.nextFloat();
                }
                inputs.put(name, input);
            }
            others.add(new OrtModel(graph, inputs, threads));
        }
    }

    /** The largest difference between the outputs, as a part of the largest magnitude of each, which counts as 0.1 at least. */
    double difference() throws OrtException {
        session.execute();
        double worst = 0;
        for (int level = 0; level < others.size(); level++) {
            for (Map.Entry<String, Tensor> expected :
                    others.get(level).results().entrySet()) {
                float[] ours = session.output(level, expected.getKey()).data();
                float[] theirs = expected.getValue().data();
                double largest = 0.1;
                double difference = 0;
                for (int i = 0; i < theirs.length; i++) {
                    largest = Math.max(largest, Math.abs(theirs[i]));
                    difference = Math.max(difference, Math.abs(theirs[i] - ours[i]));
                }
                worst = Math.max(worst, difference / largest);
            }
        }
        return worst;
    }

    /**
     * Runs both in turn until the time is over, at least five times, after a warm-up. A turn is a burst of runs, of which
     * the first is not counted; with several threads a pause comes before it, because ONNX Runtime's threads go on
     * spinning for some milliseconds after a run and would take a processor from whoever comes next.
     */
    Times run(double seconds) throws OrtException, InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (long start = System.nanoTime(); System.nanoTime() - start < seconds / 2 * 1e9; ) {
            burst(this::ours, ours);
            burst(this::theirs, theirs);
        }
        ours.clear();
        theirs.clear();
        for (long start = System.nanoTime(); System.nanoTime() - start < seconds * 1e9 || ours.size() < 5; ) {
            burst(this::ours, ours);
            burst(this::theirs, theirs);
        }
        return new Times(
                ours.stream().mapToDouble(ms -> ms).toArray(),
                theirs.stream().mapToDouble(ms -> ms).toArray());
    }

    /** One run, in milliseconds. */
    private interface Run {
        double time() throws OrtException;
    }

    private void burst(Run run, List<Double> times) throws OrtException, InterruptedException {
        if (threads > 1) {
            Thread.sleep(PAUSE_MILLIS);
        }
        run.time();
        for (long start = System.nanoTime(); System.nanoTime() - start < BURST_NANOS; ) {
            times.add(run.time());
        }
    }

    private double ours() {
        long start = clock();
        session.execute();
        return (clock() - start) / 1e6;
    }

    private double theirs() throws OrtException {
        long start = clock();
        for (OrtModel other : others) {
            other.run();
        }
        return (clock() - start) / 1e6;
    }

    /**
     * One thread is timed by its processor time, which other programs on the machine disturb least; several by the clock
     * on the wall.
     */
    private long clock() {
        return threads == 1 ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    Session session() {
        return session;
    }

    @Override
    public void close() throws OrtException {
        model.close();
        for (OrtModel other : others) {
            other.close();
        }
    }
}
