package app.keepsake.engine.internal.kernel;

/** The weights of a 3x3 convolution transformed for F(4x4, 3x3): 36 matrices. Immutable and shared by all plans. */
public final class WinogradWeights {
    /** Points of the transform. */
    public static final int POINTS = 36;

    private static final double[][] G = {
        {1 / 4.0, 0, 0},
        {-1 / 6.0, -1 / 6.0, -1 / 6.0},
        {-1 / 6.0, 1 / 6.0, -1 / 6.0},
        {1 / 24.0, 1 / 12.0, 1 / 6.0},
        {1 / 24.0, -1 / 12.0, 1 / 6.0},
        {0, 0, 1}
    };

    private final Columns[] points;

    private WinogradWeights(Columns[] points) {
        this.points = points;
    }

    /**
     * @param weights {@code [3][3][in][out]} from {@code at}
     */
    public static WinogradWeights of(float[] weights, int at, int in, int out) {
        float[][] transformed = new float[POINTS][in * out];
        double[] half = new double[3];
        for (int i = 0; i < in * out; i++) {
            for (int row = 0; row < 6; row++) {
                for (int kx = 0; kx < 3; kx++) {
                    half[kx] = 0;
                    for (int ky = 0; ky < 3; ky++) {
                        half[kx] += G[row][ky] * weights[at + (ky * 3 + kx) * in * out + i];
                    }
                }
                for (int column = 0; column < 6; column++) {
                    double[] g = G[column];
                    transformed[row * 6 + column][i] = (float) (g[0] * half[0] + g[1] * half[1] + g[2] * half[2]);
                }
            }
        }
        Columns[] points = new Columns[POINTS];
        for (int point = 0; point < POINTS; point++) {
            points[point] = Columns.of(transformed[point], 0, 1, in, out);
        }
        return new WinogradWeights(points);
    }

    public Columns point(int index) {
        return points[index];
    }
}
