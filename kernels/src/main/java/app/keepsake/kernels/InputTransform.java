package app.keepsake.kernels;

import java.util.function.IntFunction;

/** The input transform of Winograd convolution: columns of {@code d} become those of {@code t}, rows of which {@code u}. */
final class InputTransform {
    private static final int SIZE = 6;

    private static final Code METHOD = Code.of("""
            /** {@code tiles} neighbours of six rows of six pixels of {@code vectors} vectors of channels, into 36 panels. */
            static void input(
                    float[] x, int from, int rowStride, int stride, int vectors, int tiles,
                    float[] v, int vAt, int panelRow, int panelSize, int panelStride) {
                FloatVector minus5 = FloatVector.broadcast(S, -5f);
                FloatVector minus4 = FloatVector.broadcast(S, -4f);
                FloatVector minus2 = FloatVector.broadcast(S, -2f);
                FloatVector plus2 = FloatVector.broadcast(S, 2f);
                FloatVector plus4 = FloatVector.broadcast(S, 4f);
                for (int tile = 0; tile < tiles; tile++) {
                    for (int i = 0; i < vectors; i++) {
                        int at = from + i * L;
                        ${columns}
                        int to = vAt + i * L / 16 * (Tiles.ROWS * 16) + i * L % 16;
                        ${rows}
                    }
                    from += 4 * stride;
                    vAt += 16;
                    panelRow++;
                    if (panelRow == Tiles.ROWS) {
                        panelRow = 0;
                        vAt += panelSize - Tiles.ROWS * 16;
                    }
                }
            }
            """);

    private static final Code LOAD =
            Code.of("FloatVector d${r}${c} = FloatVector.fromArray(S, x, at + ${r} * rowStride + ${c} * stride);");

    private static final Code STORE = Code.of("u${r}${c}.intoArray(v, to + ${panel} * panelStride);");

    /** One dimension. */
    private static final Code SPREAD = Code.of("""
            FloatVector ${t0}a = ${d2}.fma(minus4, ${d4});
            FloatVector ${t0}b = ${d1}.fma(minus4, ${d3});
            FloatVector ${t0}c = ${d4}.sub(${d2});
            FloatVector ${t0}e = ${d3}.sub(${d1});
            FloatVector ${t0} = ${d0}.fma(plus4, ${d2}.fma(minus5, ${d4}));
            FloatVector ${t1} = ${t0}a.add(${t0}b);
            FloatVector ${t2} = ${t0}a.sub(${t0}b);
            FloatVector ${t3} = ${t0}e.fma(plus2, ${t0}c);
            FloatVector ${t4} = ${t0}e.fma(minus2, ${t0}c);
            FloatVector ${t5} = ${d1}.fma(plus4, ${d3}.fma(minus5, ${d5}));
            """);

    private InputTransform() {}

    static Code method() {
        return METHOD.with("columns", Code.each(SIZE, InputTransform::column))
                .with("rows", Code.each(SIZE, InputTransform::row));
    }

    private static Code column(int c) {
        return Code.each(SIZE, r -> LOAD.with("r", r).with("c", c)).then(spread(r -> "d" + r + c, r -> "t" + r + c));
    }

    private static Code row(int r) {
        return spread(c -> "t" + r + c, c -> "u" + r + c).then(Code.each(SIZE, c -> store(r, c)));
    }

    private static Code store(int r, int c) {
        return STORE.with("r", r).with("c", c).with("panel", r * SIZE + c);
    }

    private static Code spread(IntFunction<String> from, IntFunction<String> to) {
        return SPREAD.withEach("d", SIZE, from).withEach("t", SIZE, to);
    }
}
