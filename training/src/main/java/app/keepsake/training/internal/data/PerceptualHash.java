package app.keepsake.training.internal.data;

/**
 * Tells copies of a photo apart from other photos, whatever their size, format or compression: the signs of the
 * horizontal brightness differences of a 17x16 thumbnail (a difference hash).
 */
public record PerceptualHash(long a, long b, long c, long d) {
    private static final int SIDE = 16;

    /** Of 256 signs: other photos differ in about 128, copies in fewer than 40. */
    private static final int COPIES_DIFFER_BY = 48;

    public static PerceptualHash of(Pixels photo) {
        double[] grey = new double[(SIDE + 1) * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x <= SIDE; x++) {
                grey[y * (SIDE + 1) + x] = mean(photo, x, y);
            }
        }
        long[] bits = new long[4];
        for (int i = 0; i < SIDE * SIDE; i++) {
            int at = i / SIDE * (SIDE + 1) + i % SIDE;
            if (grey[at] < grey[at + 1]) {
                bits[i / 64] |= 1L << (i % 64);
            }
        }
        return new PerceptualHash(bits[0], bits[1], bits[2], bits[3]);
    }

    private static double mean(Pixels photo, int cellX, int cellY) {
        int x0 = cellX * photo.width() / (SIDE + 1);
        int x1 = Math.max(x0 + 1, (cellX + 1) * photo.width() / (SIDE + 1));
        int y0 = cellY * photo.height() / SIDE;
        int y1 = Math.max(y0 + 1, (cellY + 1) * photo.height() / SIDE);
        long sum = 0;
        int count = 0;
        for (int y = y0; y < Math.min(y1, photo.height()); y++) {
            for (int x = x0; x < Math.min(x1, photo.width()); x++, count++) {
                int at = (y * photo.width() + x) * 3;
                sum += 3L * photo.at(at) + 6L * photo.at(at + 1) + photo.at(at + 2);
            }
        }
        return (double) sum / Math.max(1, count);
    }

    public boolean isCopyOf(PerceptualHash other) {
        int differ = Long.bitCount(a ^ other.a)
                + Long.bitCount(b ^ other.b)
                + Long.bitCount(c ^ other.c)
                + Long.bitCount(d ^ other.d);
        return differ < COPIES_DIFFER_BY;
    }
}
