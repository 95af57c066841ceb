/** Products of panels of pixels and packed weights. */
final class TileKernels extends KernelSource {
    TileKernels() {
        open("Tiles", "Products of packed rows and packed columns, one method for each block of registers.");
        line("static final int ROWS = L == 8 ? %d : %d;", PANELS[1], PANELS[0]);
        for (Ending ending : Ending.values()) {
            for (int panel : PANELS) {
                tile(panel, 1, 1, ending);
                tile(panel, 2, 1, ending);
                tile(panel, 1, 2, ending);
            }
            tileByRows("single", 1, 1, ending);
            tileByRows("twin", 2, 1, ending);
            tileByRows("pair", 1, 2, ending);
        }
        line("}");
    }

    /** Chooses the method for the machine's panels. */
    private void tileByRows(String name, int panels, int vectors, Ending ending) {
        String next = panels > 1 ? " nextAt," : "";
        String more = switch (ending) {
            case RAW -> "";
            case RELU -> ", bias, biasAt";
            case BOUNDED -> ", bias, biasAt, slope, most";
        };
        tileHead(name + suffix(ending), panels, ending);
        for (int panel : PANELS) {
            line("if (ROWS == %d) {", panel);
            line("tile%dx%d%s(a, aAt,%s segments, length, b, bAt, c, cAt, cStride%s);", panel * panels, vectors, suffix(ending), next, more);
            line("}");
        }
        line("}");
    }

    private void tileHead(String name, int panels, Ending ending) {
        line("static void %s(float[] a, int aAt,%s int segments, int length, float[] b, int bAt,", name, panels > 1 ? " int nextAt," : "");
        line(" float[] c, int cAt, int cStride%s) {", switch (ending) {
            case RAW -> "";
            case RELU -> ", float[] bias, int biasAt";
            case BOUNDED -> ", float[] bias, int biasAt, float[] slope, float most";
        });
    }

    /** The product of one panel or of two, the second of which begins at {@code nextAt}. */
    private void tile(int panel, int panels, int vectors, Ending ending) {
        int rows = panel * panels;
        tileHead("tile%dx%d%s".formatted(rows, vectors, suffix(ending)), panels, ending);
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
            line("FloatVector x%d = FloatVector.broadcast(S, a[%s + k + %d]);", r, r < panel ? "aAt" : "nextAt", r % panel * 16);
            for (int v = 0; v < vectors; v++) {
                line("s%d_%d = x%d.fma(b%d, s%d_%d);", r, v, r, v, r, v);
            }
        }
        line("}");
        line("aAt += %d;%s bAt += depth * %d * L;", panel * 16, panels > 1 ? " nextAt += " + panel * 16 + ";" : "", vectors);
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
}
