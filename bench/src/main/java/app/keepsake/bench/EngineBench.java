package app.keepsake.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

    @Option(names = "--no-cold", description = "Leave out the cold start, which runs other processes.")
    private boolean skipsCold;

    @Override
    public Integer call() throws Exception {
        Map<String, Object> report = new LinkedHashMap<>();
        double peak = Peak.gigaflops();
        report.put("machine", Peak.machine());
        report.put("peakGflopsPerThread", Report.rounded(peak));
        List<Object> rows = new ArrayList<>();
        for (String name : networks) {
            Cases.Case measured = Cases.named(name);
            for (int count : threads) {
                try (Race race = new Race(measured.graph(), measured.levels(), count)) {
                    Map<String, Object> row = Report.row(measured, race, count, seconds, peak);
                    rows.add(row);
                    if (!json) {
                        System.out.println(Report.line(row));
                    }
                }
            }
        }
        report.put("runs", rows);
        report.put("memory", Memory.compare(Cases.named("detector")));
        if (!skipsCold) {
            report.put("cold", ColdStart.compare());
        }
        report.put("peakRssMiB", Memory.peakRss() / 1048576);
        if (json) {
            System.out.println(Report.json(report));
        } else {
            report.forEach((key, value) -> System.out.println(key.equals("runs") ? "" : key + ": " + value));
        }
        return 0;
    }
}
