/** First layers, of three channels. */
final class NarrowKernels extends KernelSource {
    NarrowKernels() {
        open("Narrow", "3x3 convolutions of three channels whose rows lie between zeros: neighbours by vectors of outputs.");
        for (int stride : new int[] {1, 2}) {
            for (Ending ending : new Ending[] {Ending.RELU, Ending.BOUNDED}) {
                neighbours(stride, 2 * PANELS[0], 1, ending);
                for (int panel : PANELS) {
                    neighbours(stride, panel, 2, ending);
                }
            }
        }
        line("}");
    }

    /** A number that was read is used for all windows that it lies in, as long as the weights of a row fit the registers. */
    private void neighbours(int stride, int pixels, int vectors, Ending ending) {
        line("static void stride%dx%dx%d%s(float[] x, int at, int rowStride, float[] w, int wAt,", stride, pixels, vectors, suffix(ending));
        line(" float[] y, int yAt, int yStride, float[] bias, int biasAt%s) {", ending == Ending.RELU ? "" : ", float[] slope, float most");
        for (int v = 0; v < vectors; v++) {
            line("FloatVector s0_%d = FloatVector.fromArray(S, bias, biasAt + %d * L);", v, v);
            for (int p = 1; p < pixels; p++) {
                line("FloatVector s%d_%d = s0_%d;", p, v, v);
            }
        }
        line("for (int ky = 0; ky < 3; ky++) {");
        for (int k = 0; k < 9; k++) {
            for (int v = 0; v < vectors; v++) {
                line("FloatVector w%d_%d = FloatVector.fromArray(S, w, wAt + %d * L);", k, v, k * vectors + v);
            }
            for (int p = 0; p < pixels && vectors > 1; p++) {
                line("FloatVector x%d_%d = FloatVector.broadcast(S, x[at + %d]);", k, p, p * stride * 3 + k);
                for (int v = 0; v < vectors; v++) {
                    line("s%d_%d = x%d_%d.fma(w%d_%d, s%d_%d);", p, v, k, p, k, v, p, v);
                }
            }
        }
        for (int j = 0; j < (pixels - 1) * stride * 3 + 9 && vectors == 1; j++) {
            line("FloatVector x%d = FloatVector.broadcast(S, x[at + %d]);", j, j);
            for (int p = 0; p < pixels; p++) {
                int k = j - p * stride * 3;
                if (k >= 0 && k < 9) {
                    line("s%d_0 = x%d.fma(w%d_0, s%d_0);", p, j, k, p);
                }
            }
        }
        line("at += rowStride; wAt += %d * L;", 9 * vectors);
        line("}");
        for (int v = 0; v < vectors; v++) {
            if (ending == Ending.BOUNDED) {
                line("FloatVector slope%d = FloatVector.fromArray(S, slope, biasAt + %d * L);", v, v);
            }
            for (int p = 0; p < pixels; p++) {
                String s1 = "s" + p + "_" + v;
                if (ending == Ending.RELU) {
                    line("%s = %s.blend(0f, %s.compare(VectorOperators.LT, 0f));", s1, s1, s1);
                } else {
                    line("%s = %s.blend(%s.mul(slope%d), %s.compare(VectorOperators.LT, 0f));", s1, s1, s1, v, s1);
                    line("%s = %s.blend(most, %s.compare(VectorOperators.GT, most));", s1, s1, s1);
                }
                line("%s.intoArray(y, yAt + %d * yStride + %d * L);", s1, p, v);
            }
        }
        line("}");
    }
}
