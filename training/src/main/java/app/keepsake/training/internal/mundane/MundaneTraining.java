package app.keepsake.training.internal.mundane;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.training.internal.heads.Examples;
import app.keepsake.training.internal.heads.SoftmaxRegression;
import app.keepsake.vision.ContentReader;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.MundaneMeasures;
import app.keepsake.vision.SceneNetwork;
import app.keepsake.vision.TextCover;
import app.keepsake.vision.TextDetector;
import app.keepsake.vision.TrainedHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Trains the two heads that tell paper and screens: the gate on the scene network's features, and the head on the
 * measures, among them the gate's odds of examples that it did not see.
 */
public final class MundaneTraining {
    private static final List<String> CLASSES =
            List.of(MundaneMeasures.PHOTO, MundaneMeasures.PAPER, MundaneMeasures.SCREEN);
    /** Most pictures of a library are photos, and a lost photo is worse than a shown receipt. */
    private static final double[] IMPORTANCE = {0.8, 0.1, 0.1};

    private static final float GATE_PENALTY = 0.003f;
    /** The best of five where whole sources are left out; see docs/decisions/025. */
    private static final float HEAD_PENALTY = 0.03f;

    private final Consumer<String> log;

    public MundaneTraining(Consumer<String> log) {
        this.log = log;
    }

    private record Seen(RgbImage image, TextCover text, List<Face> faces) {}

    /**
     * @param every takes one of so many good photos and simulations
     * @param folder for "mundane-gate.model" and "mundane.model"
     */
    public void run(Path data, int every, Path folder) throws IOException {
        Examples features = new Examples(CLASSES);
        List<MundaneMeasures> blind = new ArrayList<>();
        EngineOptions options = EngineOptions.defaults();
        try (SceneNetwork network = SceneNetwork.open(options);
                TextDetector text = TextDetector.open(options);
                FaceDetector faces = FaceDetector.open(options, FaceDetector.MINIMUM_SCORE)) {
            for (MundaneSample sample : MundaneSamples.training(data, every)) {
                try {
                    RgbImage image =
                            ContentReader.reduced(sample.opening().open().image());
                    features.add(sample.kind(), network.look(image).features());
                    blind.add(MundaneMeasures.of(image, text.detect(image), Map.of(), faces.detect(image), image));
                } catch (MediaException e) {
                    log.accept(e.getMessage());
                }
            }
        }
        log.accept(features.size() + " examples");
        List<double[]> unseen = features.crossValidated(IMPORTANCE, GATE_PENALTY);
        double temperature = features.temperature(unseen);
        log.accept("gate: temperature %.2f".formatted(temperature));
        write(features.fit(IMPORTANCE, GATE_PENALTY).atTemperature(temperature), folder.resolve("mundane-gate.model"));
        Examples measured = new Examples(CLASSES);
        for (int i = 0; i < unseen.size(); i++) {
            double[] likely = SoftmaxRegression.softmax(unseen.get(i), temperature);
            Map<String, Double> gate = new LinkedHashMap<>();
            for (int k = 0; k < likely.length; k++) {
                gate.put(CLASSES.get(k), likely[k]);
            }
            measured.add(
                    CLASSES.get(features.label(i)), blind.get(i).withGate(gate).vector());
        }
        double head = measured.temperature(measured.crossValidated(IMPORTANCE, HEAD_PENALTY));
        log.accept("head: temperature %.2f".formatted(head));
        write(measured.fit(IMPORTANCE, HEAD_PENALTY).atTemperature(head), folder.resolve("mundane.model"));
    }

    private static void write(SoftmaxRegression fit, Path file) throws IOException {
        TrainedHead.write(file, CLASSES, fit.weights(), fit.bias());
    }
}
