package app.keepsake.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The report for people: aligned columns, rounded figures. */
final class Table {
    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void head(Map<String, Object> report) {
        line("%s; at most %.0f GFLOP/s a thread", figure(report, "machine"), figure(report, "peakGflopsPerThread"));
        line("Medians. effective: as the network is written down; executed: without what Winograd saves.");
        line("");
        line(
                "%-14s %7s  %9s %12s %6s  %10s %9s %6s  %10s",
                "network", "threads", "ours", "ONNX Runtime", "ratio", "effective", "executed", "peak", "difference");
        line(
                "%-14s %7s  %9s %12s %6s  %10s %9s %6s  %10s",
                "", "", "ms", "ms", "", "GFLOP/s", "GFLOP/s", "", "relative");
    }

    void row(Map<String, Object> row) {
        line(
                "%-14s %7d  %9.2f %12.2f %5.2fx  %10.0f %9.0f %5.0f%%  %10.1e",
                figure(row, "network"),
                figure(row, "threads"),
                figure(row, "ourMedianMs"),
                figure(row, "ortMedianMs"),
                figure(row, "ratio"),
                figure(row, "effectiveGflops"),
                figure(row, "executedGflops"),
                figure(row, "percentOfPeak"),
                figure(row, "difference"));
    }

    void memory(Map<?, ?> memory) {
        line("");
        line("Arena of five scales, %s", figure(memory, "order"));
        line(
                "  %-30s %8.1f MiB, %.3f times the bound of its order",
                "ours", mebibytes(figure(memory, "arenaBytes")), figure(memory, "arenaToBound"));
        against("sum of all buffers", figure(memory, "sumOfBuffers"), figure(memory, "arenaToSum"));
        against("ONNX Runtime's, five sessions", figure(memory, "ortBytes"), figure(memory, "arenaToOrt"));
    }

    private void against(String what, Object bytes, Object ratio) {
        line("  %-30s %8.1f MiB, ours is %.3f of it", what, mebibytes(bytes), ratio);
    }

    void cold(Map<?, ?> cold) {
        line("");
        line("From process start to the first result of one photo");
        line(
                "  %-14s %6.2f s, at most %4.0f MiB",
                "ours", figure(cold, "ourMedianSeconds"), figure(cold, "ourPeakRssMiB"));
        line(
                "  %-14s %6.2f s, at most %4.0f MiB",
                "ONNX Runtime", figure(cold, "ortMedianSeconds"), figure(cold, "ortPeakRssMiB"));
    }

    /** Whoever measures writes each figure. */
    private static Object figure(Map<?, ?> report, String name) {
        return Objects.requireNonNull(report.get(name), name);
    }

    private static double mebibytes(Object bytes) {
        return ((Number) bytes).doubleValue() / 1048576;
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
