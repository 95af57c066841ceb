package app.keepsake.media.internal.colour;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An ICC profile of the kind that cameras and phones use: one curve for each channel and a matrix (ICC.1:2010, F.3). Thread-safe.
 */
public final class ColourProfile {
    /** Differences of this many 8-bit levels are not worth a pass over the pixels. */
    private static final int INVISIBLE = 2;

    private static final int HEADER = 128;
    private static final int MOST_BYTES = 4 << 20;

    /** Linear light by 8-bit level, for each channel. */
    private final float[][] curves;
    /** From linear light of the profile to linear sRGB. */
    private final float[][] matrix;

    private ColourProfile(float[][] curves, double[][] toD50) {
        this.curves = curves;
        this.matrix = new float[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += Srgb.FROM_D50[row][k] * toD50[k][column];
                }
                matrix[row][column] = (float) sum;
            }
        }
    }

    /** Reads a profile; empty where it is of another kind or damaged, and then its pixels are taken for sRGB. */
    public static Optional<ColourProfile> parse(byte[] icc) {
        if (icc.length < HEADER + 4 || icc.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            Tags tags = new Tags(ByteBuffer.wrap(icc));
            return switch (tags.name(16)) {
                case "RGB " -> rgb(tags);
                case "GRAY" -> grey(tags);
                default -> Optional.empty();
            };
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<ColourProfile> rgb(Tags tags) {
        float[][] curves = new float[3][];
        double[][] toD50 = new double[3][3];
        for (int channel = 0; channel < 3; channel++) {
            String letter = String.valueOf("rgb".charAt(channel));
            int column = tags.find(letter + "XYZ");
            int curve = tags.find(letter + "TRC");
            if (column < 0 || curve < 0) {
                return Optional.empty();
            }
            for (int row = 0; row < 3; row++) {
                toD50[row][channel] = tags.fixed(column + 8 + 4 * row);
            }
            curves[channel] = ToneCurve.read(tags.bytes, curve);
        }
        return Optional.of(new ColourProfile(curves, toD50));
    }

    /** Grey has no matrix: its light is that of equal sRGB channels. */
    private static Optional<ColourProfile> grey(Tags tags) {
        int curve = tags.find("kTRC");
        if (curve < 0) {
            return Optional.empty();
        }
        float[] levels = ToneCurve.read(tags.bytes, curve);
        // The D50 white's share of each primary is the inverse of the matrix to linear sRGB.
        double[][] white = {
            {0.4360747, 0.3850649, 0.1430804},
            {0.2225045, 0.7168786, 0.0606169},
            {0.0139322, 0.0971045, 0.7141733}
        };
        return Optional.of(new ColourProfile(new float[][] {levels, levels, levels}, white));
    }

    /** Whether converting would change nothing that can be seen. */
    public boolean isSrgb() {
        for (int colour = 0; colour < 125; colour++) {
            byte[] before = {level(colour / 25), level(colour / 5 % 5), level(colour % 5)};
            byte[] after = before.clone();
            toSrgb(after);
            for (int channel = 0; channel < 3; channel++) {
                if (Math.abs((before[channel] & 0xFF) - (after[channel] & 0xFF)) > INVISIBLE) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte level(int fifth) {
        return (byte) (fifth * 255 / 4);
    }

    /** Converts interleaved 8-bit RGB in place; colours outside sRGB are cut to its edge. */
    public void toSrgb(byte[] rgb) {
        float[] first = curves[0];
        float[] second = curves[1];
        float[] third = curves[2];
        for (int i = 0; i + 2 < rgb.length; i += 3) {
            float r = first[rgb[i] & 0xFF];
            float g = second[rgb[i + 1] & 0xFF];
            float b = third[rgb[i + 2] & 0xFF];
            for (int channel = 0; channel < 3; channel++) {
                float[] row = matrix[channel];
                rgb[i + channel] = Srgb.encode(row[0] * r + row[1] * g + row[2] * b);
            }
        }
    }

    /** The profile's table of tags: signature, offset and length of each, after the header. */
    private record Tags(ByteBuffer bytes) {
        String name(int at) {
            byte[] letters = new byte[4];
            bytes.get(at, letters);
            return new String(letters, StandardCharsets.ISO_8859_1);
        }

        int find(String signature) {
            int count = Math.min(200, bytes.getInt(HEADER));
            for (int i = 0; i < count; i++) {
                int entry = HEADER + 4 + 12 * i;
                if (name(entry).equals(signature)) {
                    return bytes.getInt(entry + 4);
                }
            }
            return -1;
        }

        /** A signed number with 16 bits after the point. */
        double fixed(int at) {
            return bytes.getInt(at) / 65536.0;
        }
    }
}
