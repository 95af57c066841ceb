package app.keepsake.kernels;

import java.util.ArrayList;
import java.util.List;

/**
 * Four neighbours of a square window, without columns that lie beyond the left or the right edge of the map. Results go to
 * {@code y0 ...}, sixteen channels together and {@code blockStride} from one such block to the next.
 */
record DepthwiseQuad(int window, int stride, WindowPlace place) {
    private static final int PIXELS = 4;

    private static final Code METHOD = Code.of("""
            /** Four neighbours of a ${window}x${window} window with stride ${stride}; taps from {@code ky0} up to {@code ky1}. */
            static void ${name}(
                    float[] x, int at, int rowStride, int channels, int from, int until,${someRows}
                    float[] w, float[] bias,${bounds} float[] y, int y0, int y1, int y2, int y3, int blockStride) {
                for (int c = from; c < until; c += L) {
                    FloatVector s0 = FloatVector.fromArray(S, bias, c);
                    FloatVector s1 = s0;
                    FloatVector s2 = s0;
                    FloatVector s3 = s0;
                    ${rows}
                    int to = c / 16 * blockStride + c % 16;
                    ${slope}
                    ${activations}
                    ${stores}
                }
            }
            """);

    private static final Code SOME_ROWS = Code.of("""
            for (int ky = ky0; ky < ky1; ky++) {
                ${row}
            }
            """);

    private static final Code WEIGHT = Code.of(
            "FloatVector w${id}_${kx} = FloatVector.fromArray(S, w, (${ky} * ${window} + ${kx}) * channels + c);");

    private static final Code COLUMN = Code.of("""
            FloatVector x${id}_${column} = FloatVector.fromArray(S, x, at + ${ky} * rowStride + ${column} * channels + c);
            ${sums}
            """);

    private static final Code SUM = Code.of("s${p} = x${id}_${column}.fma(w${id}_${kx}, s${p});");

    private static final String SLOPE = "FloatVector slope0 = FloatVector.fromArray(S, slope, c);";

    private static final Code STORE = Code.of("s${p}.intoArray(y, y${p} + to);");

    /** All there are, in the order of their numbers. */
    static List<DepthwiseQuad> all() {
        List<DepthwiseQuad> all = new ArrayList<>();
        for (int window : List.of(3, 5)) {
            for (int stride : List.of(1, 2)) {
                for (WindowPlace place : WindowPlace.values()) {
                    all.add(new DepthwiseQuad(window, stride, place));
                }
            }
        }
        return all;
    }

    String name() {
        return "quad%ds%d%s".formatted(window, stride, place.suffix());
    }

    Code method() {
        Ending ending = place.ending();
        return METHOD.with("name", name())
                .with("window", window)
                .with("stride", stride)
                .with("someRows", place.isWhole() ? "" : " int ky0, int ky1,")
                .with("bounds", ending.ifBounded(" float[] slope, float most,"))
                .with("rows", rows())
                .with("slope", ending.ifBounded(SLOPE))
                .with("activations", Code.each(PIXELS, p -> ending.activation("s" + p, "slope0")))
                .with("stores", Code.each(PIXELS, p -> STORE.with("p", p)));
    }

    private Code rows() {
        return place.isWhole()
                ? Code.each(window, ky -> row(String.valueOf(ky), String.valueOf(ky)))
                : SOME_ROWS.with("row", row("k", "ky"));
    }

    /** One row of the window, whose vectors have {@code id} in their names. */
    private Code row(String id, String ky) {
        int left = place == WindowPlace.LEFT ? window / 2 : 0;
        int right = place == WindowPlace.RIGHT ? window / 2 : 0;
        int columns = window + (PIXELS - 1) * stride;
        return Code.each(window, kx -> WEIGHT.with("kx", kx).with("window", window))
                .then(Code.each(left, columns - right, this::column))
                .with("id", id)
                .with("ky", ky);
    }

    /** A column adds to those pixels whose windows it lies in. */
    private Code column(int column) {
        return COLUMN.with("sums", Code.each(PIXELS, p -> sum(column, p))).with("column", column);
    }

    private Code sum(int column, int p) {
        int kx = column - p * stride;
        return kx < 0 || kx >= window ? Code.NONE : SUM.with("p", p).with("kx", kx);
    }
}
