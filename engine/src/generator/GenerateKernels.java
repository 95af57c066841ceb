import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the vector kernels: {@code java GenerateKernels.java folder}. They are generated because C2 keeps vectors in
 * registers only inside one large method: every accumulator needs a name of its own and no helper may be called.
 */
public final class GenerateKernels {
    /** Rows and vectors of the register blocks: 14 accumulators, which fit 16 registers nearly and 32 well. */
    private static final int[][] BLOCKS = {{7, 1}, {7, 2}};

    private static final String HEAD =
            """
            package app.keepsake.engine.internal.kernel;

            import javax.annotation.processing.Generated;
            import jdk.incubator.vector.FloatVector;
            import jdk.incubator.vector.VectorOperators;
            import jdk.incubator.vector.VectorSpecies;

            """;

    private final StringBuilder out = new StringBuilder(HEAD);

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0], "app", "keepsake", "engine", "internal", "kernel");
        Files.createDirectories(folder);
        write(folder, "Tiles", tiles());
        write(folder, "Winograd", winograd());
        write(folder, "Depthwise", depthwise());
    }

    /** Leaves an unchanged file alone, so that nothing is compiled again. */
    private static void write(Path folder, String name, GenerateKernels source) throws IOException {
        Path file = folder.resolve(name + ".java");
        String text = source.out.toString();
        if (Files.notExists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    private void line(String text, Object... values) {
        out.append(values.length == 0 ? text : text.formatted(values)).append('\n');
    }

    private void open(String name, String what) {
        line("/** %s */", what);
        line("@Generated(\"GenerateKernels\")");
        line("final class %s {", name);
        line("private static final VectorSpecies<Float> S = Vectors.SPECIES;");
        line("private static final int L = Vectors.LANES;");
        line("private %s() {}", name);
    }

    private static GenerateKernels tiles() {
        GenerateKernels g = new GenerateKernels();
        g.open("Tiles", "Products of packed rows and packed columns, one method for each block of registers.");
        for (int[] block : BLOCKS) {
            g.tile(block[0], block[1], Ending.RAW);
            g.tile(block[0], block[1], Ending.RELU);
            g.tile(block[0], block[1], Ending.BOUNDED);
        }
        g.line("}");
        return g;
    }

    /** What happens to the sums before they are stored. */
    private enum Ending {
        /** Nothing. */
        RAW,
        /** Bias, then negative numbers become 0. */
        RELU,
        /** Bias, then a slope for negative numbers and an upper bound. */
        BOUNDED
    }

    private void tile(int rows, int vectors, Ending ending) {
        String suffix = ending == Ending.RAW ? "" : ending == Ending.RELU ? "Relu" : "Bounded";
        String more = switch (ending) {
            case RAW -> "";
            case RELU -> ", float[] bias, int biasAt";
            case BOUNDED -> ", float[] bias, int biasAt, float[] slope, float most";
        };
        line("static void tile%dx%d%s(float[] a, int aAt, int segments, int length, float[] b, int bAt,", rows, vectors, suffix);
        line(" float[] c, int cAt, int cStride%s) {", more);
        for (int r = 0; r < rows; r++) {
            for (int v = 0; v < vectors; v++) {
                line("FloatVector s%d_%d = FloatVector.zero(S);", r, v);
            }
        }
        line("for (int segment = 0; segment < segments; segment++) {");
        line("for (int done = 0; done < length; done += 16) {");
        line("int depth = Math.min(16, length - done);");
        line("for (int k = 0; k < depth; k++) {");
        for (int v = 0; v < vectors; v++) {
            line("FloatVector b%d = FloatVector.fromArray(S, b, bAt + k * %d * L + %d * L);", v, vectors, v);
        }
        for (int r = 0; r < rows; r++) {
            line("FloatVector x%d = FloatVector.broadcast(S, a[aAt + k + %d]);", r, r * 16);
            for (int v = 0; v < vectors; v++) {
                line("s%d_%d = x%d.fma(b%d, s%d_%d);", r, v, r, v, r, v);
            }
        }
        line("}");
        line("aAt += %d; bAt += depth * %d * L;", rows * 16, vectors);
        line("}}");
        for (int v = 0; v < vectors && ending != Ending.RAW; v++) {
            line("FloatVector bias%d = FloatVector.fromArray(S, bias, biasAt + %d * L);", v, v);
            if (ending == Ending.BOUNDED) {
                line("FloatVector slope%d = FloatVector.fromArray(S, slope, biasAt + %d * L);", v, v);
            }
        }
        for (int r = 0; r < rows; r++) {
            for (int v = 0; v < vectors; v++) {
                String s = "s" + r + "_" + v;
                if (ending != Ending.RAW) {
                    line("%s = %s.add(bias%d);", s, s, v);
                }
                if (ending == Ending.RELU) {
                    line("%s = %s.blend(0f, %s.compare(VectorOperators.LT, 0f));", s, s, s);
                }
                if (ending == Ending.BOUNDED) {
                    line("%s = %s.blend(%s.mul(slope%d), %s.compare(VectorOperators.LT, 0f));", s, s, s, v, s);
                    line("%s = %s.blend(most, %s.compare(VectorOperators.GT, most));", s, s, s);
                }
                line("%s.intoArray(c, cAt + %d * cStride + %d * L);", s, r, v);
            }
        }
        line("}");
    }

    private static GenerateKernels winograd() {
        GenerateKernels g = new GenerateKernels();
        g.open("Winograd", "The transforms of F(4x4, 3x3): Lavin and Gray, Fast Algorithms for Convolutional Neural Networks.");
        g.inputTransform();
        g.outputTransform(false, Ending.RELU);
        g.outputTransform(true, Ending.RELU);
        g.outputTransform(false, Ending.BOUNDED);
        g.outputTransform(true, Ending.BOUNDED);
        g.line("}");
        return g;
    }

    private void inputTransform() {
        line("/** Six rows of six pixels of {@code vectors} vectors of channels, into 36 panels. */");
        line("static void input(float[] x, int r0, int r1, int r2, int r3, int r4, int r5, int stride, int vectors,");
        line(" float[] v, int vAt, int panelStride, int blockStride) {");
        constants(-5, -4, -2, 2, 4);
        line("for (int i = 0; i < vectors; i++) {");
        line("int at = i * L;");
        for (int c = 0; c < 6; c++) {
            for (int r = 0; r < 6; r++) {
                line("FloatVector d%d%d = FloatVector.fromArray(S, x, r%d + %d * stride + at);", r, c, r, c);
            }
            spread("d%d" + c, "t%d" + c);
        }
        line("int to = vAt + at / 16 * blockStride + at %% 16;".replace("%%", "%"));
        for (int r = 0; r < 6; r++) {
            spread("t" + r + "%d", "u" + r + "%d");
            for (int c = 0; c < 6; c++) {
                line("u%d%d.intoArray(v, to + %d * panelStride);", r, c, r * 6 + c);
            }
        }
        line("}}");
    }

    /** One dimension of the input transform. */
    private void spread(String in, String to) {
        String[] d = names(in, 6);
        String[] t = names(to, 6);
        line("FloatVector %sa = %s.fma(minus4, %s);", t[0], d[2], d[4]);
        line("FloatVector %sb = %s.fma(minus4, %s);", t[0], d[1], d[3]);
        line("FloatVector %sc = %s.sub(%s);", t[0], d[4], d[2]);
        line("FloatVector %se = %s.sub(%s);", t[0], d[3], d[1]);
        line("FloatVector %s = %s.fma(plus4, %s.fma(minus5, %s));", t[0], d[0], d[2], d[4]);
        line("FloatVector %s = %sa.add(%sb);", t[1], t[0], t[0]);
        line("FloatVector %s = %sa.sub(%sb);", t[2], t[0], t[0]);
        line("FloatVector %s = %se.fma(plus2, %sc);", t[3], t[0], t[0]);
        line("FloatVector %s = %se.fma(minus2, %sc);", t[4], t[0], t[0]);
        line("FloatVector %s = %s.fma(plus4, %s.fma(minus5, %s));", t[5], d[1], d[3], d[5]);
    }

    private void outputTransform(boolean pooled, Ending ending) {
        String suffix = (pooled ? "Pooled" : "") + (ending == Ending.RELU ? "Relu" : "Bounded");
        line("/** 36 products to %s, with bias. */", pooled ? "2x2 maxima of 4x4 pixels" : "4x4 pixels");
        line("static void output%s(float[] m, int mAt, int productStride, int vectors, float[] bias,%s", suffix,
                ending == Ending.RELU ? "" : " float[] slope, float most,");
        line(" float[] y, int r0, int r1%s, int stride) {", pooled ? "" : ", int r2, int r3");
        constants(2, 4, 8);
        line("for (int i = 0; i < vectors; i++) {");
        line("int at = i * L;");
        for (int c = 0; c < 6; c++) {
            for (int r = 0; r < 6; r++) {
                line("FloatVector m%d%d = FloatVector.fromArray(S, m, mAt + %d * productStride + at);", r, c, r * 6 + c);
            }
            gather("m%d" + c, "t%d" + c);
        }
        line("FloatVector bias0 = FloatVector.fromArray(S, bias, at);");
        if (ending == Ending.BOUNDED) {
            line("FloatVector slope0 = FloatVector.fromArray(S, slope, at);");
        }
        for (int r = 0; r < 4; r++) {
            gather("t" + r + "%d", "y" + r + "%d");
            if (pooled && r % 2 == 1) {
                for (int c = 0; c < 4; c += 2) {
                    String p = "p" + r + c;
                    line("FloatVector %sa = y%d%d.blend(y%d%d, y%d%d.compare(VectorOperators.LT, y%d%d));", p, r - 1, c, r - 1, c + 1, r - 1, c, r - 1, c + 1);
                    line("FloatVector %sb = y%d%d.blend(y%d%d, y%d%d.compare(VectorOperators.LT, y%d%d));", p, r, c, r, c + 1, r, c, r, c + 1);
                    line("%sa = %sa.blend(%sb, %sa.compare(VectorOperators.LT, %sb));", p, p, p, p, p);
                    finish(p + "a", ending);
                    line("%sa.intoArray(y, r%d + %d * stride + at);", p, r / 2, c / 2);
                }
            }
            for (int c = 0; c < 4 && !pooled; c++) {
                finish("y" + r + c, ending);
                line("y%d%d.intoArray(y, r%d + %d * stride + at);", r, c, r, c);
            }
        }
        line("}}");
    }

    private void finish(String s, Ending ending) {
        line("%s = %s.add(bias0);", s, s);
        if (ending == Ending.RELU) {
            line("%s = %s.blend(0f, %s.compare(VectorOperators.LT, 0f));", s, s, s);
        } else {
            bend(s);
        }
    }

    /** One dimension of the output transform. */
    private void gather(String in, String to) {
        String[] m = names(in, 6);
        String[] y = names(to, 4);
        line("FloatVector %ss = %s.add(%s);", y[0], m[1], m[2]);
        line("FloatVector %sd = %s.sub(%s);", y[0], m[1], m[2]);
        line("FloatVector %su = %s.add(%s);", y[0], m[3], m[4]);
        line("FloatVector %sw = %s.sub(%s);", y[0], m[3], m[4]);
        line("FloatVector %s = %s.add(%ss).add(%su);", y[0], m[0], y[0], y[0]);
        line("FloatVector %s = %sw.fma(plus2, %sd);", y[1], y[0], y[0]);
        line("FloatVector %s = %su.fma(plus4, %ss);", y[2], y[0], y[0]);
        line("FloatVector %s = %sw.fma(plus8, %sd).add(%s);", y[3], y[0], y[0], m[5]);
    }

    private void constants(int... values) {
        for (int value : values) {
            line("FloatVector %s%d = FloatVector.broadcast(S, %df);", value < 0 ? "minus" : "plus", Math.abs(value), value);
        }
    }

    private static String[] names(String pattern, int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = pattern.formatted(i);
        }
        return names;
    }

    private static GenerateKernels depthwise() {
        GenerateKernels g = new GenerateKernels();
        g.open("Depthwise", "Depthwise convolutions of some pixels of a row, for at least one vector of channels.");
        g.quad3x3();
        g.pixels(4);
        g.pixels(1);
        g.line("}");
        return g;
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

    private void quad3x3() {
        line("/** Four neighbours of a 3x3 window with stride 1; {@code r0} to {@code r2} are its rows' first pixels. */");
        line("static void quad3x3(float[] x, int r0, int r1, int r2, int channels, float[] w, float[] bias,");
        line(" float[] slope, float most, float[] y, int y0, int y1, int y2, int y3, int blockStride) {");
        channelLoop();
        line("FloatVector s0 = FloatVector.fromArray(S, bias, c);");
        line("FloatVector s1 = s0; FloatVector s2 = s0; FloatVector s3 = s0;");
        for (int ky = 0; ky < 3; ky++) {
            for (int kx = 0; kx < 3; kx++) {
                line("FloatVector w%d%d = FloatVector.fromArray(S, w, %d * channels + c);", ky, kx, ky * 3 + kx);
            }
            for (int column = 0; column < 6; column++) {
                line("FloatVector x%d%d = FloatVector.fromArray(S, x, r%d + %d * channels + c);", ky, column, ky, column);
                for (int p = Math.max(0, column - 2); p <= Math.min(3, column); p++) {
                    line("s%d = x%d%d.fma(w%d%d, s%d);", p, ky, column, ky, column - p, p);
                }
            }
        }
        line("FloatVector slope0 = FloatVector.fromArray(S, slope, c);");
        for (int p = 0; p < 4; p++) {
            bend("s" + p);
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

    private void bend(String s) {
        line("%s = %s.blend(%s.mul(slope0), %s.compare(VectorOperators.LT, 0f));", s, s, s, s);
        line("%s = %s.blend(most, %s.compare(VectorOperators.GT, most));", s, s, s);
    }
}
