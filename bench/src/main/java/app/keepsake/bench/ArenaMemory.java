package app.keepsake.bench;

import ai.onnxruntime.OrtException;
import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Session;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arena against the sum of all buffers, the bound of its order and what ONNX Runtime takes for the same. */
final class ArenaMemory {
    private ArenaMemory() {}

    static Map<String, Object> compare(Cases.Case measured) throws IOException, InterruptedException {
        long sum = measured.levels().stream()
                .mapToLong(level -> Work.intermediateBytes(measured.graph(), level))
                .sum();
        Map<String, Object> result = new LinkedHashMap<>();
        try (Model model = Model.compile(measured.graph(), EngineOptions.defaults())) {
            Session session = model.preparePyramid(measured.levels());
            long arena = session.arenaBytes();
            result.put("arenaBytes", arena);
            result.put("order", session.memoryPlan().method());
            result.put("sumOfBuffers", sum);
            result.put("arenaToSum", Report.rounded((double) arena / sum));
            result.put("arenaToBound", session.memoryPlan().ratio());
            long theirs = Long.parseLong(Processes.lastLine(Processes.java(OrtMemory.class)));
            result.put("ortBytes", theirs);
            result.put("arenaToOrt", Report.rounded((double) arena / theirs));
        }
        return result;
    }

    /** The most memory that this process has held at once, in bytes; 0 where the system does not say. */
    static long peakRss() throws IOException {
        return peakRss("self");
    }

    /** The same of another process, by its number. */
    static long peakRss(String process) throws IOException {
        Path status = Path.of("/proc", process, "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Prints how much a process grows when ONNX Runtime runs the five levels: its arena, with inputs and code loaded. */
    static final class OrtMemory {
        private OrtMemory() {}

        public static void main(String[] args) throws IOException, OrtException {
            Cases.Case measured = Cases.named("detector");
            List<OrtModel> models = new java.util.ArrayList<>();
            for (Map<String, Shape> level : measured.levels()) {
                Map<String, Tensor> inputs = new HashMap<>();
                level.forEach((name, shape) -> inputs.put(name, Tensor.zeros(shape)));
                models.add(new OrtModel(measured.graph(), inputs, 1));
            }
            long before = peakRss();
            for (OrtModel model : models) {
                model.run();
            }
            System.out.println(peakRss() - before);
        }
    }
}
