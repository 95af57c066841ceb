package app.keepsake.bench;

import ai.onnxruntime.OrtException;
import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Session;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * From the start of a process to the first result of one photo (five levels), and the most memory held until then: each
 * engine in processes of its own.
 */
final class ColdStart {
    private static final int RUNS = 7;

    private ColdStart() {}

    /** What one process took. */
    private record Start(double seconds, double peakMiB) {
        static Start of(Class<?> main) throws IOException, InterruptedException {
            long start = System.nanoTime();
            String peak = Processes.lastLine(Processes.java(main));
            return new Start((System.nanoTime() - start) / 1e9, Long.parseLong(peak) / 1048576.0);
        }
    }

    static Map<String, Object> compare() throws IOException, InterruptedException {
        List<Start> ours = new ArrayList<>();
        List<Start> theirs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            ours.add(Start.of(Ours.class));
            theirs.add(Start.of(Theirs.class));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ourMedianSeconds", median(ours, Start::seconds));
        result.put("ortMedianSeconds", median(theirs, Start::seconds));
        result.put("ratio", Report.rounded(median(ours, Start::seconds) / median(theirs, Start::seconds)));
        result.put("ourPeakRssMiB", median(ours, Start::peakMiB));
        result.put("ortPeakRssMiB", median(theirs, Start::peakMiB));
        return result;
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        return Report.rounded(starts.stream().mapToDouble(figure).sorted().toArray()[RUNS / 2]);
    }

    /** The engine's first result. */
    static final class Ours {
        private Ours() {}

        public static void main(String[] args) throws IOException {
            Cases.Case measured = Cases.named("detector");
            try (Model model = Model.compile(measured.graph(), EngineOptions.defaults())) {
                Session session = model.preparePyramid(measured.levels());
                session.execute();
                System.out.println(session.output("scores").data()[0]);
                System.out.println(ArenaMemory.peakRss());
            }
        }
    }

    /** ONNX Runtime's first result. */
    static final class Theirs {
        private Theirs() {}

        public static void main(String[] args) throws IOException, OrtException {
            Cases.Case measured = Cases.named("detector");
            int threads = Runtime.getRuntime().availableProcessors();
            for (Map<String, Shape> level : measured.levels()) {
                Map<String, Tensor> inputs = new HashMap<>();
                level.forEach((name, shape) -> inputs.put(name, Tensor.zeros(shape)));
                try (OrtModel model = new OrtModel(measured.graph(), inputs, threads)) {
                    model.run();
                }
            }
            System.out.println(ArenaMemory.peakRss());
        }
    }
}
