package app.keepsake.bench;

import app.keepsake.engine.Graph;
import app.keepsake.engine.Shape;
import app.keepsake.engine.TfjsModel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class EngineBench {
    public static void main(String[] args) throws Exception {
        double seconds = Double.parseDouble(args[1]);
        for (String name : args[0].split(",")) {
            Graph graph;
            List<Map<String, Shape>> levels;
            switch (name) {
                case "student" -> {
                    graph = Networks.student();
                    levels = Networks.pyramid(1024, 768);
                }
                case "student1" -> {
                    graph = Networks.student();
                    levels = Networks.pyramid(640, 480).subList(0, 1);
                }
                case "mobile" -> {
                    graph = Networks.mobile();
                    levels = List.of(Map.of("image", Shape.of(1, 224, 224, 3)));
                }
                default -> {
                    graph = TfjsModel.read(
                            Path.of(
                                    "bench/target/models",
                                    name.equals("nsfw-mid") ? "nsfw-mid/model.min.js" : name + ".json"),
                            name.equals("centernet") ? List.of("tower_0/wh", "tower_0/keypoints") : List.of());
                    Map<String, Shape> shapes = new HashMap<>();
                    graph.inputs()
                            .forEach((input, shape) ->
                                    shapes.put(input, shape.n() == Shape.UNKNOWN ? shape.with(0, 1) : shape));
                    levels = List.of(shapes);
                }
            }
            for (String threads : args[2].split(",")) {
                try (Race race = new Race(graph, levels, Integer.parseInt(threads))) {
                    double difference = race.difference();
                    Race.Times times = race.run(seconds);
                    System.out.printf(
                            "%-14s %s threads: ours %.3f ms, theirs %.3f ms, ratio %.2f, difference %.1e%n",
                            name, threads, times.ourMedian(), times.theirMedian(), times.ratio(), difference);
                }
            }
        }
    }
}
