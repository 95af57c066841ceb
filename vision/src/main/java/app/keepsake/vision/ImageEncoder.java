package app.keepsake.vision;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.OnnxNetwork;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.pixels.AreaScaling;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Puts pictures into a space that is shared with texts: the image side of an encoder of CLIP's form (Radford and others
 * 2021). Safe for use by several threads.
 */
public final class ImageEncoder implements AutoCloseable {
    private static final int MOST_PIXELS = 1024;
    private static final int CHANNELS = 3;

    private final Model model;
    private final Preparation preparation;
    private final String input;
    private final int side;

    private ImageEncoder(Model model, Preparation preparation, String input, int side) {
        this.model = model;
        this.preparation = preparation;
        this.input = input;
        this.side = side;
    }

    /**
     * What is done to a picture before: the square in its middle is scaled, and of each colour, 0 to 1, a mean is taken
     * away and the rest divided.
     *
     * @param side in pixels, where the model declares none
     * @param whole whether the whole picture is squeezed into the square
     * @param means of red, green, blue
     * @param deviations of red, green, blue, above 0
     */
    public record Preparation(int side, boolean whole, List<Float> means, List<Float> deviations) {
        /** CLIP's own. */
        public static final Preparation USUAL = new Preparation(
                224,
                false,
                List.of(0.48145466f, 0.4578275f, 0.40821073f),
                List.of(0.26862954f, 0.26130258f, 0.27577711f));

        /** @throws IllegalArgumentException saying what makes no sense */
        public Preparation {
            means = List.copyOf(means);
            deviations = List.copyOf(deviations);
            boolean fits = side > 0
                    && means.size() == CHANNELS
                    && deviations.size() == CHANNELS
                    && deviations.stream().allMatch(each -> each > 0);
            if (!fits) {
                throw new IllegalArgumentException(
                        "Expected a size above 0, and means and positive deviations of 3 colours.");
            }
        }
    }

    /**
     * Reads a model: its input is one picture {@code [1, 3, h, w]}, its result one row of numbers.
     *
     * @param source the name that errors give
     * @throws ModelException saying why the engine cannot run it
     */
    public static ImageEncoder open(String source, ByteBuffer onnx, Preparation preparation, EngineOptions options) {
        OnnxNetwork network = OnnxNetwork.read(source, onnx);
        Map.Entry<String, Shape> picture = network.inputs().entrySet().stream()
                .filter(each -> each.getValue().rank() == 4)
                .findFirst()
                .orElseThrow(
                        () -> new ModelException("%s: it has no input for a picture [1, 3, height, width], only %s."
                                .formatted(source, network.inputs())));
        String input = picture.getKey();
        Shape declared = picture.getValue();
        int side = declared.dim(2) == Shape.UNKNOWN ? preparation.side() : declared.dim(2);
        if (side > MOST_PIXELS || declared.dim(1) > CHANNELS) {
            throw new ModelException("%s: it wants pictures of %s; only colour pictures of up to %d pixels are given."
                    .formatted(source, declared, MOST_PIXELS));
        }
        Map<String, Shape> shapes = Map.of(input, Shape.of(1, CHANNELS, side, side));
        String output = network.output("image_embed", "embed");
        return new ImageEncoder(network.rowModel(shapes, Map.of(), output, options), preparation, input, side);
    }

    /** The long side that is enough of a picture. */
    public int longSide() {
        return 3 * side;
    }

    /** A vector of length 1. */
    public float[] of(RgbImage image) {
        RgbImage square = preparation.whole() ? image : image.middle(1);
        float[] pixels = new float[CHANNELS * side * side];
        AreaScaling.into(square, side, side, pixels, CHANNELS * side, 1 / 255f, 0);
        float[] planes = new float[pixels.length];
        for (int channel = 0; channel < CHANNELS; channel++) {
            float mean = preparation.means().get(channel);
            float deviation = preparation.deviations().get(channel);
            for (int i = 0; i < side * side; i++) {
                planes[channel * side * side + i] = (pixels[CHANNELS * i + channel] - mean) / deviation;
            }
        }
        Tensor row = model.run(Map.of(input, Tensor.of(Shape.of(1, CHANNELS, side, side), planes)))
                .values()
                .iterator()
                .next();
        return OnnxNetwork.direction(row);
    }

    @Override
    public void close() {
        model.close();
    }
}
