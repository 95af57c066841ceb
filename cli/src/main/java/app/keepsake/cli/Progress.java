package app.keepsake.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far long work is: a bar with rate and time left where a person looks on, lines of JSON where the property {@code
 * keepsake.progress} says "json", and nothing where another program does.
 */
final class Progress implements AutoCloseable {
    private static final int REDRAW_MILLIS = 200;
    private static final long TELL_AGAIN_NANOS =
            Duration.ofMillis(REDRAW_MILLIS).toNanos();

    private final String task;
    private final long total;
    private final @Nullable ProgressBar bar;
    private final boolean lines;
    private long done;
    private long toldAt = System.nanoTime() - TELL_AGAIN_NANOS;

    private Progress(String task, long total, @Nullable ProgressBar bar, boolean lines) {
        this.task = task;
        this.total = total;
        this.bar = bar;
        this.lines = lines;
    }

    /**
     * @param task what is done, one or two words
     * @param unit what is counted, in the plural
     * @param total how many there are
     */
    static Progress of(String task, String unit, long total) {
        if ("json".equals(System.getProperty("keepsake.progress"))) {
            Progress progress = new Progress(task, total, null, true);
            progress.reached(0);
            return progress;
        }
        if (System.console() == null || !System.console().isTerminal()) {
            return new Progress(task, total, null, false);
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" " + unit, 1)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .showSpeed()
                .build();
        return new Progress(task, total, bar, false);
    }

    void step() {
        if (bar != null) {
            bar.step();
        } else {
            print(done + 1);
        }
    }

    void reached(long count) {
        if (bar != null) {
            bar.stepTo(count);
        } else {
            print(count);
        }
    }

    private synchronized void print(long count) {
        done = count;
        long now = System.nanoTime();
        if (lines && (now - toldAt >= TELL_AGAIN_NANOS || done == total)) {
            toldAt = now;
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("task", task);
            told.put("done", done);
            told.put("total", total);
            System.out.println(Json.line(told));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
