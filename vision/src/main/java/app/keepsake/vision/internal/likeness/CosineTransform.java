package app.keepsake.vision.internal.likeness;

/** Orthonormal two-dimensional discrete cosine transform (type II) of a square; only the lowest frequencies. */
final class CosineTransform {
    private final int size;
    private final int kept;
    private final double[] basis;

    CosineTransform(int size, int kept) {
        this.size = size;
        this.kept = kept;
        this.basis = new double[kept * size];
        for (int k = 0; k < kept; k++) {
            double norm = Math.sqrt((k == 0 ? 1.0 : 2.0) / size);
            for (int i = 0; i < size; i++) {
                basis[k * size + i] = norm * Math.cos(Math.PI * (2 * i + 1) * k / (2 * size));
            }
        }
    }

    /** From {@code [size, size]} to {@code [kept, kept]}, rows first. */
    double[] lowest(double[] square) {
        double[] across = new double[size * kept];
        for (int y = 0; y < size; y++) {
            for (int k = 0; k < kept; k++) {
                double sum = 0;
                for (int x = 0; x < size; x++) {
                    sum += basis[k * size + x] * square[y * size + x];
                }
                across[y * kept + k] = sum;
            }
        }
        double[] out = new double[kept * kept];
        for (int l = 0; l < kept; l++) {
            for (int y = 0; y < size; y++) {
                double weight = basis[l * size + y];
                for (int k = 0; k < kept; k++) {
                    out[l * kept + k] += weight * across[y * kept + k];
                }
            }
        }
        return out;
    }
}
