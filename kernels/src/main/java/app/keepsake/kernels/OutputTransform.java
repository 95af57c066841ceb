package app.keepsake.kernels;

import java.util.function.IntFunction;

/**
 * The output transform of Winograd convolution: columns of {@code m} become those of {@code t}, rows of which {@code y}.
 *
 * @param pooled whether only the largest of four pixels is stored
 */
record OutputTransform(boolean pooled, Ending ending) {
    private static final int PRODUCTS = 6;
    private static final int PIXELS = 4;

    private static final Code METHOD = Code.of("""
            /** 36 products of each of {@code tiles} neighbours to ${pixels}, with bias. */
            static void output${suffix}(
                    float[] m, int mAt, int productStride, int vectors, int tiles, float[] bias,${bounds}
                    float[] y, int to, int rowStride, int stride) {
                FloatVector plus2 = FloatVector.broadcast(S, 2f);
                FloatVector plus4 = FloatVector.broadcast(S, 4f);
                FloatVector plus8 = FloatVector.broadcast(S, 8f);
                for (int tile = 0; tile < tiles; tile++) {
                    for (int i = 0; i < vectors; i++) {
                        int at = i * L;
                        int yAt = to + at;
                        ${columns}
                        FloatVector bias0 = FloatVector.fromArray(S, bias, at);
                        ${slope}
                        ${rows}
                    }
                    mAt += stride;
                    to += ${width} * stride;
                }
            }
            """);

    private static final String SLOPE = "FloatVector slope0 = FloatVector.fromArray(S, slope, at);";

    private static final Code LOAD =
            Code.of("FloatVector m${r}${c} = FloatVector.fromArray(S, m, mAt + ${product} * productStride + at);");

    /** One dimension. */
    private static final Code GATHER = Code.of("""
            FloatVector ${y0}s = ${m1}.add(${m2});
            FloatVector ${y0}d = ${m1}.sub(${m2});
            FloatVector ${y0}u = ${m3}.add(${m4});
            FloatVector ${y0}w = ${m3}.sub(${m4});
            FloatVector ${y0} = ${m0}.add(${y0}s).add(${y0}u);
            FloatVector ${y1} = ${y0}w.fma(plus2, ${y0}d);
            FloatVector ${y2} = ${y0}u.fma(plus4, ${y0}s);
            FloatVector ${y3} = ${y0}w.fma(plus8, ${y0}d).add(${m5});
            """);

    private static final Code LARGEST = Code.of("""
            FloatVector ${p}a = ${y0}.blend(${y1}, ${y0}.compare(VectorOperators.LT, ${y1}));
            FloatVector ${p}b = ${y2}.blend(${y3}, ${y2}.compare(VectorOperators.LT, ${y3}));
            ${p}a = ${p}a.blend(${p}b, ${p}a.compare(VectorOperators.LT, ${p}b));
            ${store}
            """);

    private static final Code STORE = Code.of("""
            ${s} = ${s}.add(bias0);
            ${activation}
            ${s}.intoArray(y, yAt + ${r} * rowStride + ${c} * stride);
            """);

    Code method() {
        return METHOD.with("pixels", pooled ? "2x2 maxima of 4x4 pixels" : "4x4 pixels")
                .with("suffix", (pooled ? "Pooled" : "") + ending.suffix())
                .with("bounds", ending.ifBounded(" float[] slope, float most,"))
                .with("columns", Code.each(PRODUCTS, OutputTransform::column))
                .with("slope", ending.ifBounded(SLOPE))
                .with("rows", Code.each(PIXELS, this::row))
                .with("width", pooled ? PIXELS / 2 : PIXELS);
    }

    private static Code column(int c) {
        return Code.each(PRODUCTS, r -> load(r, c)).then(gather(r -> "m" + r + c, r -> "t" + r + c));
    }

    private static Code load(int r, int c) {
        return LOAD.with("r", r).with("c", c).with("product", r * PRODUCTS + c);
    }

    private static Code gather(IntFunction<String> from, IntFunction<String> to) {
        return GATHER.withEach("m", PRODUCTS, from).withEach("y", PIXELS, to);
    }

    private Code row(int r) {
        Code row = gather(c -> "t" + r + c, c -> "y" + r + c);
        if (!pooled) {
            return row.then(Code.each(PIXELS, c -> store(pixel(r, c), r, c)));
        }
        return r % 2 == 0 ? row : row.then(Code.each(PIXELS / 2, c -> largest(r / 2, c)));
    }

    /** The largest of four pixels, of which the last row was just computed. */
    private Code largest(int r, int c) {
        String name = "p" + (2 * r + 1) + 2 * c;
        return LARGEST.withEach("y", 4, i -> pixel(2 * r + i / 2, 2 * c + i % 2))
                .with("store", store(name + "a", r, c))
                .with("p", name);
    }

    private static String pixel(int r, int c) {
        return "y" + r + c;
    }

    private Code store(String sum, int r, int c) {
        return STORE.with("activation", ending.activation(sum, "slope0"))
                .with("s", sum)
                .with("r", r)
                .with("c", c);
    }
}
