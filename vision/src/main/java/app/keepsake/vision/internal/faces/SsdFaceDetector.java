package app.keepsake.vision.internal.faces;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.internal.models.ShippedModel;
import app.keepsake.vision.internal.pixels.AreaScaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** face-api's SSD MobileNet v1, weights of 1.7.15, trained on WIDER FACE. */
public final class SsdFaceDetector implements FaceDetector {
    private static final String MANIFEST = "ssd_mobilenetv1_model-weights_manifest.json";
    private static final String ANCHORS = "Output/extra_dim";
    /** The network misses many faces that fill a third of what it sees, so it looks from further away too. */
    private static final int FAR_SIZE = 288;
    /** Share of the longer side from which on faces are taken from the far look; smaller ones are seen better near. */
    private static final double LARGE = 0.2;

    private static final double OVERLAP_LIMIT = 0.5;
    /** The network halves its input five times before the last map that sees small faces. */
    private static final int GRANULE = 32;

    private static final float FACTOR = 1 / 127.5f;
    private static final float OFFSET = -1;

    private final Model model;
    private final Anchors anchors;
    private final double minimumScore;

    private SsdFaceDetector(Model model, Anchors anchors, double minimumScore) {
        this.model = model;
        this.anchors = anchors;
        this.minimumScore = minimumScore;
    }

    /** @param minimumScore faces below it are not reported, above 0 and below 1 */
    public static SsdFaceDetector open(EngineOptions options, double minimumScore) {
        if (!(minimumScore > 0 && minimumScore < 1)) {
            throw new IllegalArgumentException(
                    "The minimum score (%s) must be above 0 and below 1.".formatted(minimumScore));
        }
        Anchors anchors = new Anchors(
                Objects.requireNonNull(ShippedModel.weights(MANIFEST).get(ANCHORS), ANCHORS));
        return new SsdFaceDetector(
                Model.compile(() -> SsdNetwork.of(ShippedModel.weights(MANIFEST)), options), anchors, minimumScore);
    }

    @Override
    public List<Face> detect(RgbImage image) {
        List<Face> candidates = new ArrayList<>();
        int longSide = Math.max(image.width(), image.height());
        look(image, Anchors.TRAINED_SIZE / (double) longSide, 0, candidates);
        look(image, FAR_SIZE / (double) longSide, LARGE * longSide, candidates);
        return Suppression.apply(candidates, OVERLAP_LIMIT).stream()
                .map(face -> within(face, image))
                .filter(face -> face.width() > 0 && face.height() > 0)
                .toList();
    }

    /** @param least height of the faces that are taken, pixels of the picture */
    private void look(RgbImage image, double scale, double least, List<Face> candidates) {
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        int height = Math.max(1, (int) Math.round(image.height() * scale));
        Map<String, Tensor> answers = model.run(Map.of(SsdNetwork.INPUT, input(image, width, height)));
        for (int head = 0; head < SsdNetwork.HEADS; head++) {
            Tensor boxes = Objects.requireNonNull(answers.get(SsdNetwork.boxes(head)));
            Tensor classes = Objects.requireNonNull(answers.get(SsdNetwork.classes(head)));
            anchors.decode(head, boxes, classes, minimumScore, found -> {
                Face face = found.scaled(1 / scale);
                if (face.height() >= least) {
                    candidates.add(face);
                }
            });
        }
    }

    /** The picture at the top left; what remains of the last granule is black, as in training. */
    private static Tensor input(RgbImage image, int width, int height) {
        int paddedWidth = Math.ceilDiv(width, GRANULE) * GRANULE;
        int paddedHeight = Math.ceilDiv(height, GRANULE) * GRANULE;
        float[] values = new float[paddedWidth * paddedHeight * 3];
        Arrays.fill(values, OFFSET);
        AreaScaling.into(image, width, height, values, paddedWidth * 3, FACTOR, OFFSET);
        return Tensor.of(Shape.of(1, paddedHeight, paddedWidth, 3), values);
    }

    private static Face within(Face face, RgbImage image) {
        double left = Math.clamp(face.x(), 0, image.width());
        double top = Math.clamp(face.y(), 0, image.height());
        double right = Math.clamp(face.x() + face.width(), 0, image.width());
        double bottom = Math.clamp(face.y() + face.height(), 0, image.height());
        return new Face(left, top, right - left, bottom - top, face.score());
    }

    @Override
    public String version() {
        return "face-api-ssd-mobilenet-v1 1.7.15/2";
    }

    @Override
    public void close() {
        model.close();
    }
}
