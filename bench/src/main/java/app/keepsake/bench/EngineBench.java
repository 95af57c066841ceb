package app.keepsake.bench;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keepsake bench engine}. */
@Command(
        name = "engine",
        description = "Measures the inference engine against ONNX Runtime: same weights, shapes and threads, in turn.",
        mixinStandardHelpOptions = true)
final class EngineBench implements Callable<Integer> {
    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Option(
            names = "--seconds",
            defaultValue = "8",
            paramLabel = "S",
            description = "Time for each measurement, after half as long to warm up (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--threads",
            split = ",",
            defaultValue = "1,2",
            paramLabel = "N",
            description = "Numbers of threads (default: ${DEFAULT-VALUE}).")
    private List<Integer> threads = new ArrayList<>();

    @Option(
            names = "--network",
            split = ",",
            paramLabel = "NAME",
            description = "Networks: detector, detector-640, mobile, or a model of the package (default: all).")
    private List<String> networks = Cases.NAMES;

    @Option(
            names = "--vector-bits",
            paramLabel = "N",
            description =
                    "Compute with vectors of 128 or 256 bits, as on a smaller machine; ONNX Runtime is not held back.")
    private @Nullable Integer vectorBits;

    @Option(names = "--no-cold", description = "Leave out the cold start, which runs other processes.")
    private boolean skipsCold;

    @Override
    public Integer call() throws Exception {
        if (vectorBits != null) {
            System.setProperty(Processes.VECTOR_BITS, vectorBits.toString());
        }
        Table table = new Table(System.out);
        Map<String, Object> report = new LinkedHashMap<>();
        double peak = Peak.gigaflops();
        report.put("machine", Peak.machine());
        report.put("peakGflopsPerThread", Report.rounded(peak));
        if (!json) {
            table.head(report);
        }
        List<Object> rows = new ArrayList<>();
        for (String name : networks) {
            Cases.Case measured = Cases.named(name);
            for (int count : threads) {
                try (Race race = new Race(measured.graph(), measured.levels(), count)) {
                    Map<String, Object> row = row(measured, race, count, peak);
                    rows.add(row);
                    if (!json) {
                        table.row(row);
                    }
                }
            }
        }
        report.put("runs", rows);
        Map<String, Object> memory = ArenaMemory.compare(Cases.named("detector"));
        report.put("memory", memory);
        if (!json) {
            table.memory(memory);
        }
        if (!skipsCold) {
            Map<String, Object> cold = ColdStart.compare();
            report.put("cold", cold);
            if (!json) {
                table.cold(cold);
            }
        }
        if (json) {
            System.out.println(Report.json(report));
        }
        return 0;
    }

    private Map<String, Object> row(Cases.Case measured, Race race, int count, double peak)
            throws OrtException, InterruptedException {
        double difference = race.difference();
        Race.Times times = race.run(seconds);
        double flops = measured.levels().stream()
                .mapToDouble(level -> Work.flops(measured.graph(), level))
                .sum();
        double speed = flops / times.ourMedian() / 1e6;
        double executed = race.session().arithmetic() / times.ourMedian() / 1e6;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("network", measured.name());
        row.put("levels", measured.levels().size());
        row.put("threads", count);
        row.put("clock", count == 1 ? "processor" : "wall");
        row.put("runs", times.ours().length);
        row.put("ourMedianMs", Report.rounded(times.ourMedian()));
        row.put("ortMedianMs", Report.rounded(times.theirMedian()));
        row.put("ratio", Report.rounded(times.ratio()));
        row.put("ourBestMs", Report.rounded(times.ourBest()));
        row.put("ortBestMs", Report.rounded(times.theirBest()));
        row.put("ratioOfBest", Report.rounded(times.theirBest() / times.ourBest()));
        row.put("gflop", Report.rounded(flops / 1e9));
        row.put("effectiveGflops", Report.rounded(speed));
        row.put("effectiveGflopsAtBest", Report.rounded(flops / times.ourBest() / 1e6));
        row.put("executedGflops", Report.rounded(executed));
        row.put("percentOfPeak", Report.rounded(100 * executed / (peak * count)));
        row.put("effectivePercentOfPeak", Report.rounded(100 * speed / (peak * count)));
        row.put("difference", difference);
        row.put("arenaBytes", race.session().arenaBytes());
        row.put("arenaToBound", Report.rounded(race.session().memoryPlan().ratio()));
        return row;
    }
}
