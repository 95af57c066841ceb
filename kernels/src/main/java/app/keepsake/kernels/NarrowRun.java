package app.keepsake.kernels;

/**
 * Neighbours of a row of a 3x3 convolution of three channels: pixel {@code p} and vector {@code v} of outputs are summed
 * in {@code sp_v}. A number that was read is used for all windows that it lies in, as long as the weights of a row fit the
 * registers.
 */
record NarrowRun(int stride, int pixels, int vectors, Ending ending) {
    private static final int CHANNELS = 3;

    /** Numbers in a row of a window. */
    private static final int TAPS = 3 * CHANNELS;

    private static final Code METHOD = Code.of("""
            static void stride${stride}x${pixels}x${vectors}${suffix}(
                    float[] x, int at, int rowStride, float[] w, int wAt,
                    float[] y, int yAt, int yStride, float[] bias, int biasAt${bounds}) {
                ${biases}
                for (int ky = 0; ky < 3; ky++) {
                    ${row}
                    at += rowStride;
                    wAt += ${rowOfWeights} * L;
                }
                ${results}
            }
            """);

    private static final Code BIASES = Code.of("""
            FloatVector s0_${v} = FloatVector.fromArray(S, bias, biasAt + ${v} * L);
            ${copies}
            """);

    private static final Code COPY = Code.of("FloatVector s${p}_${v} = s0_${v};");

    private static final Code WEIGHT =
            Code.of("FloatVector w${k}_${v} = FloatVector.fromArray(S, w, wAt + ${at} * L);");

    private static final Code TAP_OF_PIXEL = Code.of("""
            FloatVector x${k}_${p} = FloatVector.broadcast(S, x[at + ${from}]);
            ${sums}
            """);

    private static final Code SUM = Code.of("s${p}_${v} = x${k}_${p}.fma(w${k}_${v}, s${p}_${v});");

    private static final Code TAP_OF_ALL = Code.of("""
            FloatVector x${j} = FloatVector.broadcast(S, x[at + ${j}]);
            ${sums}
            """);

    private static final Code SUM_OF_ONE = Code.of("s${p}_0 = x${j}.fma(w${k}_0, s${p}_0);");

    private static final Code RESULTS = Code.of("""
            ${slope}
            ${stores}
            """);

    private static final String SLOPE = "FloatVector slope${v} = FloatVector.fromArray(S, slope, biasAt + ${v} * L);";

    private static final Code STORE = Code.of("""
            ${activation}
            s${p}_${v}.intoArray(y, yAt + ${p} * yStride + ${v} * L);
            """);

    Code method() {
        return METHOD.with("suffix", ending.suffix())
                .with("bounds", ending.ifBounded(", float[] slope, float most"))
                .with("biases", Code.each(vectors, this::biases))
                .with("row", vectors == 1 ? rowOfOneVector() : Code.each(TAPS, this::tap))
                .with("rowOfWeights", TAPS * vectors)
                .with("results", Code.each(vectors, this::results))
                .with("stride", stride)
                .with("pixels", pixels)
                .with("vectors", vectors);
    }

    private Code biases(int v) {
        Code copies = Code.each(1, pixels, p -> COPY.with("p", p));
        return BIASES.with("copies", copies).with("v", v);
    }

    private Code weights(int k) {
        return Code.each(vectors, v -> WEIGHT.with("k", k).with("v", v).with("at", k * vectors + v));
    }

    /** A number of each window, read for each pixel anew. */
    private Code tap(int k) {
        return weights(k).then(Code.each(pixels, p -> tapOfPixel(k, p)));
    }

    private Code tapOfPixel(int k, int p) {
        return TAP_OF_PIXEL
                .with("sums", Code.each(vectors, v -> SUM.with("v", v)))
                .with("k", k)
                .with("p", p)
                .with("from", first(p) + k);
    }

    /** All weights of the row, then each number that lies in any window. */
    private Code rowOfOneVector() {
        return Code.each(TAPS, this::weights).then(Code.each(first(pixels - 1) + TAPS, this::tapOfAll));
    }

    private Code tapOfAll(int j) {
        return TAP_OF_ALL.with("sums", Code.each(pixels, p -> sum(j, p))).with("j", j);
    }

    private Code sum(int j, int p) {
        int k = j - first(p);
        return k < 0 || k >= TAPS ? Code.NONE : SUM_OF_ONE.with("p", p).with("k", k);
    }

    /** Where the window of a pixel begins. */
    private int first(int p) {
        return p * stride * CHANNELS;
    }

    private Code results(int v) {
        return RESULTS.with("slope", ending.ifBounded(SLOPE))
                .with("stores", Code.each(pixels, this::store))
                .with("v", v);
    }

    private Code store(int p) {
        return STORE.with("activation", ending.activation("s${p}_${v}", "slope${v}"))
                .with("p", p);
    }
}
