package app.keepsake.bench;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of results, as text and as JSON. */
final class Report {
    private Report() {}

    /** The one in the middle; of two there, the larger. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static Map<String, Object> row(Cases.Case measured, Race race, int threads, double seconds, double peak)
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
        row.put("threads", threads);
        row.put("clock", threads == 1 ? "processor" : "wall");
        row.put("runs", times.ours().length);
        row.put("ourMedianMs", rounded(times.ourMedian()));
        row.put("ortMedianMs", rounded(times.theirMedian()));
        row.put("ratio", rounded(times.ratio()));
        row.put("ourBestMs", rounded(times.ourBest()));
        row.put("ortBestMs", rounded(times.theirBest()));
        row.put("ratioOfBest", rounded(times.theirBest() / times.ourBest()));
        row.put("gflop", rounded(flops / 1e9));
        row.put("effectiveGflops", rounded(speed));
        row.put("effectiveGflopsAtBest", rounded(flops / times.ourBest() / 1e6));
        row.put("executedGflops", rounded(executed));
        row.put("percentOfPeak", rounded(100 * executed / (peak * threads)));
        row.put("effectivePercentOfPeak", rounded(100 * speed / (peak * threads)));
        row.put("difference", difference);
        row.put("arenaBytes", race.session().arenaBytes());
        row.put("arenaToBound", rounded(race.session().memoryPlan().ratio()));
        return row;
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    static String json(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                StringBuilder out = new StringBuilder("{");
                map.forEach((key, each) -> out.append(out.length() > 1 ? "," : "")
                        .append(json(key))
                        .append(':')
                        .append(json(each)));
                yield out.append('}').toString();
            }
            case List<?> list -> {
                StringBuilder out = new StringBuilder("[");
                list.forEach(each -> out.append(out.length() > 1 ? "," : "").append(json(each)));
                yield out.append(']').toString();
            }
            case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            default -> value.toString();
        };
    }
}
