package app.keepsake.vision;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.models.ShippedModel;
import app.keepsake.vision.internal.pixels.AreaScaling;
import app.keepsake.vision.internal.text.TextMap;
import app.keepsake.vision.internal.text.TextRegions;
import java.util.Arrays;
import java.util.Map;

/**
 * Finds where a picture shows writing, with PP-OCRv4's detector (PaddleOCR, Apache-2.0; differentiable binarisation, M.
 * Liao and others, 2020). It does not read the writing. Thread-safe.
 */
public final class TextDetector implements AutoCloseable {
    static final String VERSION = "pp-ocrv4-det 1.4.2/1";

    /** The longer side of what is looked at, pixels. */
    static final int LONG_SIDE = 512;

    private static final int GRANULE = 32;
    /** The mean of the network's three channel-wise normalisations, which differ by less than 8 %. */
    private static final float FACTOR = 1 / (255 * 0.226f);

    private static final float OFFSET = -0.449f / 0.226f;

    private final Model model;
    private final String input;

    private TextDetector(Model model) {
        this.model = model;
        this.input = model.inputs().keySet().iterator().next();
    }

    public static TextDetector open(EngineOptions options) {
        return new TextDetector(Model.compile(() -> ShippedModel.onnx("ch_PP-OCRv4_det_infer.onnx"), options));
    }

    /** @param image upright, of any size; lines of a hundredth of the longer side and up are found */
    public TextCover detect(RgbImage image) {
        return new TextRegions(map(image, LONG_SIDE)).cover();
    }

    /** @param longSide to which the picture is scaled, larger or smaller */
    TextMap map(RgbImage image, int longSide) {
        double scale = longSide / (double) Math.max(image.width(), image.height());
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        int height = Math.max(1, (int) Math.round(image.height() * scale));
        int paddedWidth = Math.ceilDiv(width, GRANULE) * GRANULE;
        int paddedHeight = Math.ceilDiv(height, GRANULE) * GRANULE;
        float[] values = new float[paddedWidth * paddedHeight * 3];
        Arrays.fill(values, OFFSET);
        AreaScaling.into(image, width, height, values, paddedWidth * 3, FACTOR, OFFSET);
        Map<String, Tensor> out =
                model.run(Map.of(input, Tensor.of(Shape.of(1, paddedHeight, paddedWidth, 3), values)));
        float[] likely = out.values().iterator().next().data();
        return new TextMap(likely, paddedWidth, width, height);
    }

    public String version() {
        return VERSION;
    }

    @Override
    public void close() {
        model.close();
    }
}
