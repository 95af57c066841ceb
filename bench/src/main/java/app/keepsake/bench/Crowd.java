package app.keepsake.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Viewers who ask at the same time, each at random times of its own.
 *
 * @param viewers how many
 * @param pace questions of one viewer in a second, on average (a Poisson process); 0 when it asks again as soon as the
 *     answer has come
 */
record Crowd(int viewers, double pace) {
    private static final double NANOS = 1e9;

    /**
     * @param times from when a question was due to the end of its answer, ms, the shortest first. A late answer makes
     *     the viewer's next questions late, too, and that counts
     */
    record Answers(double seconds, double[] times, int errors) {
        double at(double share) {
            return times.length == 0 ? 0 : times[(int) Math.min(times.length - 1, Math.round(share * times.length))];
        }

        String summary() {
            return "%6.0f answers a second, p50 %6.1f ms, p99 %6.1f ms, longest %6.1f ms, %d errors"
                    .formatted(times.length / seconds, at(0.5), at(0.99), at(1), errors);
        }
    }

    private record Looked(double[] times, int errors) {}

    /** Lets all of them connect, and then ask for some seconds. */
    Answers ask(int port, List<Viewer.Question> questions, double seconds) throws InterruptedException {
        CountDownLatch connected = new CountDownLatch(viewers);
        List<double[]> times = new ArrayList<>();
        int errors = 0;
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Looked>> looking = new ArrayList<>();
            for (int viewer = 0; viewer < viewers; viewer++) {
                Random random = new Random(viewer);
                looking.add(() -> look(new Viewer(port), questions, random, connected, seconds));
            }
            for (Future<Looked> looked : each.invokeAll(looking)) {
                times.add(looked.get().times);
                errors += looked.get().errors;
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        double[] sorted =
                times.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        return new Answers(seconds, sorted, errors);
    }

    private Looked look(
            Viewer opened, List<Viewer.Question> questions, Random random, CountDownLatch connected, double seconds)
            throws IOException, InterruptedException {
        double[] times = new double[1024];
        int count = 0;
        int errors = 0;
        try (Viewer viewer = opened) {
            errors += answered(viewer, questions.getFirst()) ? 0 : 1;
            connected.countDown();
            connected.await();
            long due = System.nanoTime();
            long end = due + (long) (seconds * NANOS);
            while (true) {
                due = pace == 0 ? System.nanoTime() : due + (long) (-Math.log(1 - random.nextDouble()) / pace * NANOS);
                if (due >= end) {
                    return new Looked(Arrays.copyOf(times, count), errors);
                }
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                }
                errors += answered(viewer, questions.get(random.nextInt(questions.size()))) ? 0 : 1;
                if (count == times.length) {
                    times = Arrays.copyOf(times, 2 * count);
                }
                times[count++] = (System.nanoTime() - due) / 1e6;
            }
        }
    }

    private static boolean answered(Viewer viewer, Viewer.Question question) {
        try {
            int status = viewer.ask(question);
            return status == 200 || status == 206 || status == 304;
        } catch (IOException e) {
            return false;
        }
    }
}
