/** Depthwise convolutions of neighbours. */
final class DepthwiseKernels extends KernelSource {
    /** Where a window lies and how its sums end, in the order of the numbers that {@code quad} takes. */
    private static final String[] PLACES = {"Relu", "Bounded", "Rows", "Left", "Right"};

    DepthwiseKernels() {
        open("Depthwise", "Depthwise convolutions of some pixels of a row, for at least one vector of channels.");
        for (int kernel = 0; kernel < 4 * PLACES.length; kernel++) {
            quad(kernel);
        }
        quads();
        pixels(4);
        pixels(1);
        line("}");
    }

    /**
     * Results go to {@code y0 ...}, sixteen channels together and {@code blockStride} from one such block to the next. The
     * last vector overlaps the one before it if the channels do not fill it; both compute the same there.
     */
    private void channelLoop() {
        line("for (int i = 0; i < channels; i += L) {");
        line("int c = Math.min(i, channels - L);");
        line("int to = c / 16 * blockStride + c % 16;");
    }

    private static int window(int kernel) {
        return kernel < 2 * PLACES.length ? 3 : 5;
    }

    private static int stride(int kernel) {
        return 1 + kernel / PLACES.length % 2;
    }

    private static String name(int kernel) {
        return "quad%ds%d%s".formatted(window(kernel), stride(kernel), PLACES[kernel % PLACES.length]);
    }

    /** Chooses the kernel by its number: place + 5 for stride 2 + 10 for a window of 5x5. */
    private void quads() {
        line("/** Four neighbours of a square window, with the kernel of this number. */");
        line("static void quad(int kernel, float[] x, int at, int rowStride, int channels, int from, int until, int ky0, int ky1,");
        line(" float[] w, float[] bias, float[] slope, float most, float[] y, int y0, int y1, int y2, int y3, int blockStride) {");
        line("switch (kernel) {");
        for (int kernel = 0; kernel < 4 * PLACES.length; kernel++) {
            int place = kernel % PLACES.length;
            line("case %d -> %s(x, at, rowStride, channels, from, until,%s w, bias,%s y, y0, y1, y2, y3, blockStride);",
                    kernel, name(kernel), place > 1 ? " ky0, ky1," : "", place > 0 ? " slope, most," : "");
        }
        line("default -> throw new IllegalArgumentException(\"no kernel \" + kernel);");
        line("}}");
    }

    /** Four neighbours of a square window, without columns that lie beyond the left or the right edge of the map. */
    private void quad(int kernel) {
        int window = window(kernel);
        int stride = stride(kernel);
        int place = kernel % PLACES.length;
        int left = place == 3 ? window / 2 : 0;
        int right = place == 4 ? window / 2 : 0;
        boolean whole = place < 2;
        Ending ending = place == 0 ? Ending.RELU : Ending.BOUNDED;
        int columns = window + 3 * stride;
        line("/** Four neighbours of a %dx%d window with stride %d; taps from {@code ky0} up to {@code ky1}. */", window, window, stride);
        line("static void %s(float[] x, int at, int rowStride, int channels, int from, int until,%s float[] w, float[] bias,", name(kernel), whole ? "" : " int ky0, int ky1,");
        line("%s float[] y, int y0, int y1, int y2, int y3, int blockStride) {", ending == Ending.RELU ? "" : " float[] slope, float most,");
        line("for (int c = from; c < until; c += L) {");
        line("FloatVector s0 = FloatVector.fromArray(S, bias, c);");
        line("FloatVector s1 = s0; FloatVector s2 = s0; FloatVector s3 = s0;");
        for (int row = 0; row < (whole ? window : 1); row++) {
            String ky = whole ? String.valueOf(row) : "ky";
            String id = whole ? String.valueOf(row) : "k";
            if (!whole) {
                line("for (int ky = ky0; ky < ky1; ky++) {");
            }
            for (int kx = 0; kx < window; kx++) {
                line("FloatVector w%s_%d = FloatVector.fromArray(S, w, (%s * %d + %d) * channels + c);", id, kx, ky, window, kx);
            }
            for (int column = left; column < columns - right; column++) {
                line("FloatVector x%s_%d = FloatVector.fromArray(S, x, at + %s * rowStride + %d * channels + c);", id, column, ky, column);
                for (int p = 0; p < 4; p++) {
                    int kx = column - p * stride;
                    if (kx >= 0 && kx < window) {
                        line("s%d = x%s_%d.fma(w%s_%d, s%d);", p, id, column, id, kx, p);
                    }
                }
            }
            if (!whole) {
                line("}");
            }
        }
        line("int to = c / 16 * blockStride + c % 16;");
        if (ending == Ending.BOUNDED) {
            line("FloatVector slope0 = FloatVector.fromArray(S, slope, c);");
        }
        for (int p = 0; p < 4; p++) {
            if (ending == Ending.RELU) {
                line("s%d = s%d.blend(0f, s%d.compare(VectorOperators.LT, 0f));", p, p, p);
            } else {
                bend("s" + p);
            }
        }
        for (int p = 0; p < 4; p++) {
            line("s%d.intoArray(y, y%d + to);", p, p);
        }
        line("}}");
    }

    /** Any window, or the part of it that lies inside the map. */
    private void pixels(int count) {
        line("/** %s of any window; taps from {@code ky0, kx0} up to {@code ky1, kx1} of a window {@code kw} wide. */", count == 1 ? "One pixel" : "Neighbours");
        line("static void pixels%d(float[] x, int at, int rowStride, int columnStride, int pixelStride, int channels,", count);
        line(" int ky0, int ky1, int kx0, int kx1, int kw, float[] w, float[] bias,");
        line(" float[] slope, float most, float[] y, int y0%s, int blockStride) {", count == 1 ? "" : ", int y1, int y2, int y3");
        channelLoop();
        for (int p = 0; p < count; p++) {
            line("FloatVector s%d = FloatVector.fromArray(S, bias, c);", p);
        }
        line("for (int ky = ky0; ky < ky1; ky++) {");
        line("for (int kx = kx0; kx < kx1; kx++) {");
        line("FloatVector tap = FloatVector.fromArray(S, w, (ky * kw + kx) * channels + c);");
        line("int from = at + ky * rowStride + kx * columnStride + c;");
        for (int p = 0; p < count; p++) {
            line("s%d = FloatVector.fromArray(S, x, from + %d * pixelStride).fma(tap, s%d);", p, p, p);
        }
        line("}}");
        line("FloatVector slope0 = FloatVector.fromArray(S, slope, c);");
        for (int p = 0; p < count; p++) {
            bend("s" + p);
            line("s%d.intoArray(y, y%d + to);", p, p);
        }
        line("}}");
    }
}
