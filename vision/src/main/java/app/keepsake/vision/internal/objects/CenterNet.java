package app.keepsake.vision.internal.objects;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Graph;
import app.keepsake.engine.Model;
import app.keepsake.engine.Node;
import app.keepsake.engine.Op;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.DetectedObject;
import app.keepsake.vision.ObjectDetector;
import app.keepsake.vision.internal.models.ShippedModel;
import app.keepsake.vision.internal.pixels.AreaScaling;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * CenterNet ("Objects as Points", X. Zhou and others, 2019) on MobileNet v3 as human-models ships it. The network gives
 * a map of class probabilities at a quarter of its input's size and, for each place, the distances to the box's edges;
 * a thing is where a class is at least as likely as at the eight places around.
 */
public final class CenterNet implements ObjectDetector {
    private static final String INPUT = "tower_0/images";
    private static final String CLASSES = "tower_0/keypoints";
    private static final String EDGES = "tower_0/wh";
    private static final int LONG_SIDE = 512;
    private static final int GRANULE = 32;
    private static final int STEP = 4;

    private final Model model;

    private CenterNet(Model model) {
        this.model = model;
    }

    public static CenterNet open(EngineOptions options) {
        return new CenterNet(
                Model.compile(() -> ofAnySize(ShippedModel.graph("centernet.json", CLASSES, EDGES)), options));
    }

    /** The package's graph is written down for squares, although nothing in the network is bound to them. */
    private static Graph ofAnySize(Graph squares) {
        List<Node> nodes = squares.nodes().stream()
                .map(node -> new Node(node.name(), ofAnySize(node.op()), node.inputs()))
                .toList();
        return new Graph(nodes, squares.outputs());
    }

    private static Op ofAnySize(Op op) {
        return switch (op) {
            case Op.Input input -> new Op.Input(Shape.of(1, Shape.UNKNOWN, Shape.UNKNOWN, 3));
            case Op.Resize resize -> Op.Resize.by(2, resize.centres());
            default -> op;
        };
    }

    @Override
    public List<DetectedObject> detect(RgbImage image) {
        double scale = LONG_SIDE / (double) Math.max(image.width(), image.height());
        return detect(image, granules(image.width() * scale), granules(image.height() * scale));
    }

    /** The picture fills whole granules, by which its proportions change a little, or much if it is very narrow. */
    private static int granules(double length) {
        return Math.max(1, (int) Math.round(length / GRANULE)) * GRANULE;
    }

    private List<DetectedObject> detect(RgbImage image, int width, int height) {
        float[] input = new float[width * height * 3];
        AreaScaling.into(image, width, height, input, width * 3, 1, 0);
        Map<String, Tensor> maps = model.run(Map.of(INPUT, Tensor.of(Shape.of(1, height, width, 3), input)));
        Peaks peaks = new Peaks(
                Objects.requireNonNull(maps.get(CLASSES), CLASSES).data(),
                Objects.requireNonNull(maps.get(EDGES), EDGES).data(),
                width / STEP,
                height / STEP,
                STEP * image.width() / (double) width,
                STEP * image.height() / (double) height);
        return peaks.objects();
    }

    @Override
    public String version() {
        return "centernet 3.0.4/2";
    }

    @Override
    public void close() {
        model.close();
    }
}
