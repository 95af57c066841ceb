package app.keepsake.bench;

import ai.onnxruntime.OrtException;
import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Session;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** From the start of a process to the first result of one photo (five levels), in processes of their own. */
final class ColdStart {
    private static final int RUNS = 7;

    private ColdStart() {}

    static Map<String, Object> compare() throws IOException, InterruptedException {
        double[] ours = new double[RUNS];
        double[] theirs = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            ours[i] = seconds(Ours.class);
            theirs[i] = seconds(Theirs.class);
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ourMedianSeconds", Report.rounded(ours[RUNS / 2]));
        result.put("ortMedianSeconds", Report.rounded(theirs[RUNS / 2]));
        result.put("ourBestSeconds", Report.rounded(ours[0]));
        result.put("ortBestSeconds", Report.rounded(theirs[0]));
        return result;
    }

    private static double seconds(Class<?> main) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Processes.lastLine(Processes.java(main));
        return (System.nanoTime() - start) / 1e9;
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
            System.out.println("done");
        }
    }
}
