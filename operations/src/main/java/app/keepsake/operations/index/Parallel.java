package app.keepsake.operations.index;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The same for each of many, several at a time, in about the order given. */
final class Parallel {
    private Parallel() {}

    /**
     * @param stop asked before each; when it says so, the rest is left
     * @throws IllegalStateException when the work throws: a defect, since work on files turns their faults into data
     */
    static <T> void forEach(List<T> items, int workers, BooleanSupplier stop, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean defect = new AtomicBoolean();
        Runnable worker = () -> {
            int i = next.getAndIncrement();
            while (i < items.size() && !defect.get() && !stop.getAsBoolean()) {
                try {
                    work.accept(items.get(i));
                } catch (RuntimeException | Error e) {
                    // The others end behind what they have in hand, and it is told.
                    defect.set(true);
                    throw e;
                }
                i = next.getAndIncrement();
            }
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> running = IntStream.range(0, workers)
                    .<Future<?>>mapToObj(i -> pool.submit(worker))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
