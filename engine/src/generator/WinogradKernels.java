/** The transforms of Winograd convolution. */
final class WinogradKernels extends KernelSource {
    WinogradKernels() {
        open("Winograd", "The transforms of F(4x4, 3x3): Lavin and Gray, Fast Algorithms for Convolutional Neural Networks.");
        inputTransform();
        outputTransform(false, Ending.RELU);
        outputTransform(true, Ending.RELU);
        outputTransform(false, Ending.BOUNDED);
        outputTransform(true, Ending.BOUNDED);
        line("}");
    }

    private void inputTransform() {
        line("/** {@code tiles} neighbours of six rows of six pixels of {@code vectors} vectors of channels, into 36 panels. */");
        line("static void input(float[] x, int from, int rowStride, int stride, int vectors, int tiles,");
        line(" float[] v, int vAt, int panelRow, int panelSize, int panelStride) {");
        constants(-5, -4, -2, 2, 4);
        line("for (int tile = 0; tile < tiles; tile++) {");
        line("for (int i = 0; i < vectors; i++) {");
        line("int at = from + i * L;");
        for (int c = 0; c < 6; c++) {
            for (int r = 0; r < 6; r++) {
                line("FloatVector d%d%d = FloatVector.fromArray(S, x, at + %d * rowStride + %d * stride);", r, c, r, c);
            }
            spread("d%d" + c, "t%d" + c);
        }
        line("int to = vAt + i * L / 16 * (Tiles.ROWS * 16) + i * L % 16;");
        for (int r = 0; r < 6; r++) {
            spread("t" + r + "%d", "u" + r + "%d");
            for (int c = 0; c < 6; c++) {
                line("u%d%d.intoArray(v, to + %d * panelStride);", r, c, r * 6 + c);
            }
        }
        line("}");
        line("from += 4 * stride; vAt += 16; panelRow++;");
        line("if (panelRow == Tiles.ROWS) { panelRow = 0; vAt += panelSize - Tiles.ROWS * 16; }");
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
        String suffix = (pooled ? "Pooled" : "") + suffix(ending);
        line("/** 36 products of each of {@code tiles} neighbours to %s, with bias. */", pooled ? "2x2 maxima of 4x4 pixels" : "4x4 pixels");
        line("static void output%s(float[] m, int mAt, int productStride, int vectors, int tiles, float[] bias,%s", suffix,
                ending == Ending.RELU ? "" : " float[] slope, float most,");
        line(" float[] y, int to, int rowStride, int stride) {");
        constants(2, 4, 8);
        line("for (int tile = 0; tile < tiles; tile++) {");
        line("for (int i = 0; i < vectors; i++) {");
        line("int at = i * L;");
        line("int yAt = to + at;");
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
                    line("%sa.intoArray(y, yAt + %d * rowStride + %d * stride);", p, r / 2, c / 2);
                }
            }
            for (int c = 0; c < 4 && !pooled; c++) {
                finish("y" + r + c, ending);
                line("y%d%d.intoArray(y, yAt + %d * rowStride + %d * stride);", r, c, r, c);
            }
        }
        line("}");
        line("mAt += stride; to += %d * stride;", pooled ? 2 : 4);
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
}
