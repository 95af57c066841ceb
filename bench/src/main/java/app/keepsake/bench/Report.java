package app.keepsake.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Numbers as they are told, and results as JSON. */
final class Report {
    private Report() {}

    /** The one in the middle; of two there, the larger. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
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
