package app.keepsake.vision.internal.objects;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.DetectedObject;
import app.keepsake.vision.ObjectDetector;
import app.keepsake.vision.internal.models.ShippedModel;
import app.keepsake.vision.internal.pixels.AreaScaling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * CenterNet ("Objects as Points", X. Zhou and others, 2019) on MobileNet v3 as human-models ships it. The network gives
 * a map of class probabilities at a quarter of its input's size and, for each place, the distances to the box's edges;
 * a thing is where a class is at least as likely as at the eight places around.
 */
public final class CenterNet implements ObjectDetector {
    private static final String INPUT = "tower_0/images";
    private static final String CLASSES = "tower_0/keypoints";
    private static final String EDGES = "tower_0/wh";
    private static final int SIZE = 512;
    private static final int STEP = 4;
    private static final int CELLS = SIZE / STEP;
    private static final float MINIMUM_SCORE = 0.2f;
    private static final int MOST = 100;

    private final Model model;

    private CenterNet(Model model) {
        this.model = model;
    }

    public static CenterNet open(EngineOptions options) {
        return new CenterNet(Model.compile(() -> ShippedModel.graph("centernet.json", CLASSES, EDGES), options));
    }

    @Override
    public List<DetectedObject> detect(RgbImage image) {
        float[] input = new float[SIZE * SIZE * 3];
        AreaScaling.into(image, SIZE, SIZE, input, SIZE * 3, 1, 0);
        Map<String, Tensor> maps = model.run(Map.of(INPUT, Tensor.of(Shape.of(1, SIZE, SIZE, 3), input)));
        double scaleX = image.width() / (double) SIZE;
        double scaleY = image.height() / (double) SIZE;
        float[] classes = maps.get(CLASSES).data();
        float[] edges = maps.get(EDGES).data();
        List<DetectedObject> found = new ArrayList<>();
        int kinds = CocoNames.ALL.size();
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] >= MINIMUM_SCORE && isPeak(classes, i, kinds)) {
                int cell = i / kinds;
                found.add(object(CocoNames.ALL.get(i % kinds), classes[i], cell, edges, scaleX, scaleY));
            }
        }
        found.sort(Comparator.comparingDouble(DetectedObject::score).reversed());
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private static boolean isPeak(float[] classes, int i, int kinds) {
        int cell = i / kinds;
        int x = cell % CELLS;
        int y = cell / CELLS;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                boolean inside = x + dx >= 0 && x + dx < CELLS && y + dy >= 0 && y + dy < CELLS;
                if (inside && classes[i + (dy * CELLS + dx) * kinds] > classes[i]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static DetectedObject object(
            String name, float score, int cell, float[] edges, double scaleX, double scaleY) {
        double x = cell % CELLS * STEP;
        double y = cell / CELLS * STEP;
        double left = Math.clamp(x - edges[cell * 4], 0, SIZE) * scaleX;
        double top = Math.clamp(y - edges[cell * 4 + 1], 0, SIZE) * scaleY;
        double right = Math.clamp(x + edges[cell * 4 + 2], 0, SIZE) * scaleX;
        double bottom = Math.clamp(y + edges[cell * 4 + 3], 0, SIZE) * scaleY;
        return new DetectedObject(name, left, top, right - left, bottom - top, Math.min(1, score));
    }

    @Override
    public String version() {
        return "centernet 3.0.4/1";
    }

    @Override
    public void close() {
        model.close();
    }
}
