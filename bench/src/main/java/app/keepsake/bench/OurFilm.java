package app.keepsake.bench;

import app.keepsake.bench.ZoompanFilm.Took;
import app.keepsake.film.CancelSignal;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmRenderer;
import app.keepsake.film.ProgressListener;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Our renderer, timed. */
final class OurFilm {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private OurFilm() {}

    /** Makes the film, score included, without a cache. */
    static Took render(FilmPlan plan, Path out) throws IOException {
        long start = System.nanoTime();
        long processor = SYSTEM.getProcessCpuTime();
        new FilmRenderer().render(plan, out, ProgressListener.NONE, CancelSignal.NEVER);
        return took(start, processor);
    }

    /** Draws the film's frames, each half by a thread, and throws them away. */
    static Took draw(FilmPlan plan) {
        long start = System.nanoTime();
        long processor = SYSTEM.getProcessCpuTime();
        FilmRenderer renderer = new FilmRenderer();
        int middle = plan.frames() / 2;
        List<List<Integer>> halves = List.of(
                IntStream.range(0, middle).boxed().toList(),
                IntStream.range(middle, plan.frames()).boxed().toList());
        halves.parallelStream().forEach(frames -> renderer.frames(plan, frames, frame -> {}));
        return took(start, processor);
    }

    private static Took took(long start, long processor) {
        return new Took((System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9);
    }
}
