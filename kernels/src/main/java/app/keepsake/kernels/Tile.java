package app.keepsake.kernels;

/**
 * The product of some rows of pixels and some vectors of columns: row {@code r} and vector {@code v} are summed in
 * {@code sr_v}.
 *
 * @param panel rows of a panel
 * @param panels 1 or 2
 * @param vectors of columns
 */
record Tile(int panel, int panels, int vectors, Ending ending) {
    private static final Code BODY = Code.of("""
            ${zeros}
            for (int segment = 0; segment < segments; segment++) {
                for (int done = 0; done < length; done += ${depth}) {
                    int depth = Math.min(${depth}, length - done);
                    for (int k = 0; k < depth; k++) {
                        ${columns}
                        ${products}
                    }
                    aAt += ${panelSize};
                    ${next}
                    bAt += depth * ${vectors} * L;
                }
            }
            ${constants}
            ${results}
            """);

    private static final Code ZERO = Code.of("FloatVector s${r}_${v} = FloatVector.zero(S);");

    private static final Code COLUMN =
            Code.of("FloatVector b${v} = FloatVector.fromArray(S, b, bAt + k * ${vectors} * L + ${v} * L);");

    private static final Code PRODUCTS = Code.of("""
            FloatVector x${r} = FloatVector.broadcast(S, a[${from} + k + ${offset}]);
            ${sums}
            """);

    private static final Code SUM = Code.of("s${r}_${v} = x${r}.fma(b${v}, s${r}_${v});");

    private static final String NEXT = "nextAt += ${panelSize};";

    private static final Code CONSTANTS = Code.of("""
            FloatVector bias${v} = FloatVector.fromArray(S, bias, biasAt + ${v} * L);
            ${slope}
            """);

    private static final String SLOPE = "FloatVector slope${v} = FloatVector.fromArray(S, slope, biasAt + ${v} * L);";

    private static final Code RESULT = Code.of("""
            ${bias}
            ${activation}
            s${r}_${v}.intoArray(c, cAt + ${r} * cStride + ${v} * L);
            """);

    private static final String BIAS = "s${r}_${v} = s${r}_${v}.add(bias${v});";

    String name() {
        return "tile%dx%d".formatted(rows(), vectors);
    }

    private int rows() {
        return panel * panels;
    }

    Code method() {
        Code body = BODY.with("zeros", Code.each(rows(), this::zeros))
                .with("columns", Code.each(vectors, v -> COLUMN.with("v", v)))
                .with("products", Code.each(rows(), this::products))
                .with("next", panels > 1 ? NEXT : "")
                .with("constants", ending == Ending.RAW ? Code.NONE : Code.each(vectors, this::constants))
                .with("results", Code.each(rows(), r -> Code.each(vectors, v -> result(r, v))))
                .with("depth", Panels.DEPTH)
                .with("panelSize", panel * Panels.DEPTH)
                .with("vectors", vectors);
        return TileMethod.of(name(), panels, ending, body);
    }

    private Code zeros(int r) {
        return Code.each(vectors, v -> ZERO.with("r", r).with("v", v));
    }

    private Code products(int r) {
        return PRODUCTS.with("sums", Code.each(vectors, v -> SUM.with("v", v)))
                .with("r", r)
                .with("from", r < panel ? "aAt" : "nextAt")
                .with("offset", r % panel * Panels.DEPTH);
    }

    private Code constants(int v) {
        return CONSTANTS.with("slope", ending.ifBounded(SLOPE)).with("v", v);
    }

    private Code result(int r, int v) {
        return RESULT.with("bias", ending.ifBias(BIAS))
                .with("activation", ending.activation("s${r}_${v}", "slope${v}"))
                .with("r", r)
                .with("v", v);
    }
}
