package app.keepsake.training.internal.student;

import app.keepsake.training.internal.data.Batch;
import app.keepsake.training.internal.data.BatchSource;
import app.keepsake.training.internal.data.CropTable;
import app.keepsake.training.internal.data.CropTable.Place;
import app.keepsake.training.internal.data.PhotoStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One round of training: warm-up and cosine schedule over all rounds, a moving average of the weights, a checkpoint and a
 * measurement on held-out photos after each section.
 */
public final class StudentTrainer {
    /**
     * @param end step at which the round ends
     * @param steps of the whole schedule, all rounds together
     * @param section steps between checkpoints
     */
    public record Schedule(int batch, long end, long steps, int section, double rate, double decay, long seed) {
        double rateAt(long step) {
            double warmup = Math.min(500, steps / 10.0);
            double towardsEnd = Math.PI * Math.min(1, step / (double) steps);
            return rate * Math.min(1, (step + 1) / warmup) * (0.01 + 0.99 * (1 + Math.cos(towardsEnd)) / 2);
        }
    }

    private static final double AVERAGE_OVER = 1500;
    private static final int AHEAD = 6;

    private final PhotoStore store;
    private final List<Place> mistakes;
    private final Schedule schedule;
    private final Consumer<String> log;
    private final @Nullable Path python;

    /**
     * @param mistakes places where an earlier student saw a face that is none
     * @param python a Python with PyTorch that computes gradients; null for the library that comes with this module
     */
    public StudentTrainer(
            PhotoStore store, List<Place> mistakes, Schedule schedule, @Nullable Path python, Consumer<String> log) {
        this.store = store;
        this.python = python;
        this.mistakes = mistakes;
        this.schedule = schedule;
        this.log = log;
    }

    /** Trains from a checkpoint to the round's end; {@code file} always holds the latest. */
    public Checkpoint run(Checkpoint start, Path file) throws IOException, InterruptedException {
        Checkpoint state = start;
        try (Gradients gradients = gradients(start.design())) {
            while (state.step() < schedule.end()) {
                state = section(state, file, gradients);
            }
        }
        return state;
    }

    private Gradients gradients(StudentDesign design) throws IOException {
        return python == null ? new TorchStudent(design) : new PythonGradients(python, design);
    }

    /** The steps up to the next checkpoint, which is written to {@code file}. */
    Checkpoint section(Checkpoint from, Path file, Gradients gradients) throws IOException, InterruptedException {
        CropTable table = new CropTable(store, mistakes, false);
        table.restore(from.errors());
        BatchSource source = new BatchSource(store, from.design().tiling(), schedule.seed(), false);
        try (TorchStudent student = new TorchStudent(from.design());
                ExecutorService producers = Executors.newSingleThreadExecutor()) {
            Checkpoint after = section(from, table, source, gradients, producers);
            after.write(file);
            new HeldOut(store, from.design()).measure(student, after.average(), log);
            return after;
        }
    }

    private Checkpoint section(
            Checkpoint from, CropTable table, BatchSource source, Gradients gradients, ExecutorService producers)
            throws InterruptedException {
        long begun = System.nanoTime();
        long end = Math.min(schedule.end(), from.step() + schedule.section());
        Deque<Future<Batch>> ahead = new ArrayDeque<>();
        long asked = from.step();
        double faceLoss = 0;
        double boxLoss = 0;
        for (long step = from.step(); step < end; step++) {
            while (asked < end && ahead.size() < AHEAD) {
                long number = asked++;
                ahead.add(producers.submit(() -> source.batch(table, number, schedule.batch())));
            }
            Batch batch = finished(ahead.remove());
            Gradients.Result result = gradients.step(from.now(), batch);
            from.adam().step(from.now().learned, result.gradient(), schedule.rateAt(step), schedule.decay());
            average(from, step);
            note(table, batch, result.scores());
            faceLoss += result.faceLoss();
            boxLoss += result.boxLoss();
        }
        table.refresh();
        long steps = end - from.step();
        log.accept(String.format(
                Locale.ROOT,
                "step %d: face %.4f, box %.4f; %.0f crops/s",
                end,
                faceLoss / steps,
                boxLoss / steps,
                steps * schedule.batch() / ((System.nanoTime() - begun) / 1e9)));
        // The next round has other mistakes.
        float[] errors = end == schedule.end() ? table.errorsOfFaces() : table.errors();
        return new Checkpoint(from.design(), end, from.now(), from.average(), from.adam(), errors);
    }

    /** A crop is as wrong as its worst output. */
    private static void note(CropTable table, Batch batch, float[] scores) {
        int outputs = batch.cells() * batch.cells();
        for (int i = 0; i < batch.count(); i++) {
            float worst = 0;
            for (int j = i * outputs; j < (i + 1) * outputs; j++) {
                if (batch.faces()[j] >= 0) {
                    worst = Math.max(worst, Math.abs(batch.faces()[j] - scores[j]));
                }
            }
            if (batch.places()[i] >= 0) {
                table.note(batch.places()[i], worst);
            }
        }
    }

    private static Batch finished(Future<Batch> batch) throws InterruptedException {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A batch could not be made: " + e.getCause(), e);
        }
    }

    /** At first over the steps done so far, later over {@link #AVERAGE_OVER}. */
    private static void average(Checkpoint state, long step) {
        double share = 1 / Math.min(AVERAGE_OVER, 1 + step * 0.2);
        towards(state.average().learned, state.now().learned, share);
        towards(state.average().statistics, state.now().statistics, share);
    }

    private static void towards(float[] average, float[] now, double share) {
        for (int i = 0; i < average.length; i++) {
            average[i] += (float) (share * (now[i] - average[i]));
        }
    }
}
