package app.keepsake.vision.internal.text;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.models.ShippedModel;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a line of writing, with PP-OCRv4's recogniser (PaddleOCR, Apache-2.0; SVTR, Y. Du and others, 2022). Its letters
 * are those of Chinese and English, some with accents: {@code ö} and {@code ß} are read as what looks like them.
 * Thread-safe.
 */
public final class LineNetwork implements AutoCloseable {
    private static final int ROWS = 48;
    /** Few widths, since a plan is made for each. */
    private static final int[] WIDTHS = {64, 128, 192, 256, 320, 448, 640, 896, 1280};

    private static final float SPACE = 0.1f;
    private static final Pattern SHARP_S = Pattern.compile("(?<=\\p{Ll})(?:β|B(?!\\p{Lu}))");

    private final Model model;
    private final String input;
    private final String[] letters;

    private LineNetwork(Model model, String[] letters) {
        this.model = model;
        this.letters = letters;
        input = model.inputs().keySet().iterator().next();
    }

    public static LineNetwork open(EngineOptions options) {
        return new LineNetwork(
                Model.compile(() -> ShippedModel.onnx("ch_PP-OCRv4_rec_infer.onnx"), options),
                ShippedModel.text("ppocr_keys_v1.txt").split("\n"));
    }

    /**
     * What is read.
     *
     * @param text may be empty
     * @param score how sure the network is, 0 to 1: the mean of the letters'
     */
    public record Reading(String text, double score) {}

    /** The columns that a line gets; lines of the same number are best read one after the other. */
    public static int width(LineBox line) {
        int columns = columns(line);
        for (int width : WIDTHS) {
            if (columns <= width) {
                return width;
            }
        }
        return WIDTHS[WIDTHS.length - 1];
    }

    private static int columns(LineBox line) {
        return Math.max(1, (int) Math.ceil(ROWS * line.length() / line.height()));
    }

    public Reading read(RgbImage image, LineBox line) {
        int width = width(line);
        int columns = Math.min(width, columns(line));
        float[] pixels = new float[ROWS * width * 3];
        line.cut(image, pixels, ROWS, columns, 3 * width);
        float[] values = new float[pixels.length];
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < 3 * columns; i += 3) {
                int at = 3 * row * width + i;
                // The network was trained on pictures with blue first; beyond the line there is grey.
                for (int channel = 0; channel < 3; channel++) {
                    values[at + channel] = pixels[at + 2 - channel] / 127.5f - 1;
                }
            }
        }
        Map<String, Tensor> out = model.run(Map.of(input, Tensor.of(Shape.of(1, ROWS, width, 3), values)));
        return decoded(out.values().iterator().next());
    }

    /**
     * At each place the likeliest: a letter, or none (0), which also stands between two equal ones. The network was trained
     * on Chinese, which has no spaces, and is not sure of them: they are taken where they are no more than likely.
     */
    private Reading decoded(Tensor likely) {
        int classes = likely.shape().c();
        float[] values = likely.data();
        StringBuilder text = new StringBuilder();
        double sum = 0;
        int count = 0;
        int before = 0;
        float space = 0;
        for (int at = 0; at < values.length; at += classes) {
            int best = best(values, at, classes);
            space = Math.max(space, values[at + classes - 1]);
            if (best != 0 && best != before && best <= letters.length) {
                text.append(space > SPACE && count > 0 ? " " : "").append(letters[best - 1]);
                sum += values[at + best];
                count++;
                space = 0;
            }
            before = best;
        }
        return new Reading(withSharpS(text.toString()), count == 0 ? 0 : sum / count);
    }

    private static int best(float[] values, int at, int classes) {
        int best = 0;
        for (int i = 1; i < classes; i++) {
            if (values[at + i] > values[at + best]) {
                best = i;
            }
        }
        return best;
    }

    /** The network knows no {@code ß}: it reads a beta, or a capital among small letters. */
    private static String withSharpS(String text) {
        return SHARP_S.matcher(text).replaceAll("ß");
    }

    @Override
    public void close() {
        model.close();
    }
}
