package app.keepsake.bench;

import app.keepsake.engine.Graph;
import app.keepsake.engine.SampleNetworks;
import app.keepsake.engine.Shape;
import app.keepsake.engine.TfjsModel;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is measured. */
final class Cases {
    static final List<String> NAMES = List.of(
            "detector",
            "detector-640",
            "mobile",
            "facemesh",
            "iris",
            "emotion",
            "mobilefacenet",
            "faceres",
            "centernet",
            "selfie",
            "nsfw-mid");

    private Cases() {}

    /** A network at one or several sizes. */
    record Case(String name, Graph graph, List<Map<String, Shape>> levels) {}

    static Case named(String name) throws IOException {
        return switch (name) {
            case "detector" -> new Case(name, SampleNetworks.detector(), SampleNetworks.pyramid(1024, 768));
            case "detector-640" ->
                new Case(
                        name,
                        SampleNetworks.detector(),
                        SampleNetworks.pyramid(640, 480).subList(0, 1));
            case "mobile" ->
                new Case(name, SampleNetworks.mobile(), List.of(Map.of("image", Shape.of(1, 224, 224, 3))));
            default -> pretrained(name);
        };
    }

    private static Case pretrained(String name) throws IOException {
        String file = name.equals("nsfw-mid") ? "nsfw-mid/model.min.js" : name + ".json";
        // The tail of centernet picks boxes out of the maps, which is not the engine's work.
        List<String> outputs = name.equals("centernet") ? List.of("tower_0/wh", "tower_0/keypoints") : List.of();
        Graph graph = TfjsModel.read(models().resolve(file), outputs);
        Map<String, Shape> shapes = new HashMap<>();
        graph.inputs()
                .forEach((input, shape) -> shapes.put(input, shape.n() == Shape.UNKNOWN ? shape.with(0, 1) : shape));
        return new Case(name, graph, List.of(shapes));
    }

    /** The build puts the models beside the classes and jars, below its target folder. */
    private static Path models() throws IOException {
        try {
            Path code = Path.of(Cases.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path folder = code;
            while (folder != null && !folder.endsWith("target")) {
                folder = folder.getParent();
            }
            if (folder != null) {
                return folder.resolve("models");
            }
            throw new IOException("%s is not below a folder 'target'. Run the bench from its build.".formatted(code));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
