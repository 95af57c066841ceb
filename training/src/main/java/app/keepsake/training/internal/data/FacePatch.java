package app.keepsake.training.internal.data;

import app.keepsake.vision.Face;

/**
 * How a face looks: a small grey picture of it and its signs of brightness differences. A copy of a photo shows the same
 * patch however it is cropped, scaled, mirrored or compressed, as long as the face is in it, because the patch lies where
 * a detector sees the face.
 *
 * @param grey {@code [16, 16]} with mean 0 and length 1
 * @param signs of the differences of neighbours at half the size
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on without copies.
record FacePatch(float[] grey, long signs) {
    static final int SIDE = 16;

    /** The patch's side against the face's: hair and background tell more than eyes. */
    private static final double REACH = 1.35;

    private static final double SMALLEST = 18;
    private static final double SURE = 0.5;

    /** True for faces that are seen alike in every copy. */
    static boolean isWorthwhile(SeenFace face) {
        return face.box().score() > SURE
                && Math.min(face.box().width(), face.box().height()) >= SMALLEST;
    }

    static FacePatch of(Pixels photo, Face face) {
        double side = REACH * Math.sqrt(face.width() * face.height());
        double left = face.x() + face.width() / 2 - side / 2;
        double top = face.y() + face.height() / 2 - side / 2;
        float[] grey = new float[SIDE * SIDE];
        for (int i = 0; i < grey.length; i++) {
            double x = left + side * (i % SIDE) / SIDE;
            double y = top + side * (i / SIDE) / SIDE;
            grey[i] = mean(photo, x, y, side / SIDE);
        }
        normalise(grey);
        return new FacePatch(grey, signs(grey));
    }

    private static float mean(Pixels photo, double x, double y, double size) {
        int x0 = Math.clamp((int) x, 0, photo.width() - 1);
        int y0 = Math.clamp((int) y, 0, photo.height() - 1);
        int x1 = Math.clamp((int) Math.ceil(x + size), x0 + 1, photo.width());
        int y1 = Math.clamp((int) Math.ceil(y + size), y0 + 1, photo.height());
        long sum = 0;
        for (int row = y0; row < y1; row++) {
            for (int column = x0; column < x1; column++) {
                int at = (row * photo.width() + column) * 3;
                sum += 3L * photo.at(at) + 6L * photo.at(at + 1) + photo.at(at + 2);
            }
        }
        return (float) sum / ((x1 - x0) * (y1 - y0));
    }

    private static void normalise(float[] grey) {
        double mean = 0;
        for (float g : grey) {
            mean += g / grey.length;
        }
        double square = 1e-9;
        for (int i = 0; i < grey.length; i++) {
            grey[i] -= (float) mean;
            square += grey[i] * grey[i];
        }
        for (int i = 0; i < grey.length; i++) {
            grey[i] /= (float) Math.sqrt(square);
        }
    }

    private static long signs(float[] grey) {
        long signs = 0;
        for (int i = 0; i < 64; i++) {
            int x = i % 8;
            int y = i / 8;
            if (block(grey, x, y) < block(grey, (x + 1) % 8, y)) {
                signs |= 1L << i;
            }
        }
        return signs;
    }

    private static float block(float[] grey, int x, int y) {
        int at = 2 * y * SIDE + 2 * x;
        return grey[at] + grey[at + 1] + grey[at + SIDE] + grey[at + SIDE + 1];
    }

    FacePatch mirrored() {
        float[] there = new float[grey.length];
        for (int i = 0; i < grey.length; i++) {
            there[i] = grey[i / SIDE * SIDE + SIDE - 1 - i % SIDE];
        }
        return new FacePatch(there, signs(there));
    }

    /** Correlation, -1 to 1. */
    float likeness(FacePatch other) {
        float sum = 0;
        for (int i = 0; i < grey.length; i++) {
            sum += grey[i] * other.grey[i];
        }
        return sum;
    }
}
