package app.keepsake.media.internal.photo;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.ffmpeg.FFmpeg;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Pictures for printing, in four inks, whose profile says how they look; FFmpeg mixes inks without one. Adobe stores light
 * instead of ink, and may store three of them as YCC (Adobe's Technical Note 5116).
 */
final class InkedJpeg {
    private static final int INKS = 4;
    private static final int PROFILE_SPACE = 16;
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final int AS_YCC = 2;

    private InkedJpeg() {}

    /** The colours of a picture's inks; empty where it is in other colours, or its profile is damaged. */
    static Optional<ICC_Profile> profile(JpegHeader header) {
        byte[] icc = header.profile().orElse(new byte[0]);
        boolean inked = header.planes() == INKS
                && icc.length > PROFILE_SPACE + 4
                && icc.length <= FFmpeg.MOST_PROFILE_BYTES
                && new String(icc, PROFILE_SPACE, 4, StandardCharsets.US_ASCII).equals("CMYK");
        try {
            return inked
                    ? Optional.of(ICC_Profile.getInstance(icc)).filter(profile -> profile.getNumComponents() == INKS)
                    : Optional.empty();
        } catch (IllegalArgumentException | CMMException damaged) {
            return Optional.empty();
        }
    }

    /**
     * Decodes a picture, as stored.
     *
     * @param file the whole JPEG
     * @param step of rows and columns that are read
     */
    static RgbImage decode(Path path, byte[] file, ICC_Profile profile, int step, JdkImage.Consumer consumer)
            throws MediaException {
        Raster stored = JdkImage.raster(path, file, "jpeg", step);
        int adobe = adobe(file);
        ColorConvertOp convert =
                new ColorConvertOp(new ICC_ColorSpace(profile), ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
        int width = stored.getWidth();
        BufferedImage image = new BufferedImage(width, stored.getHeight(), BufferedImage.TYPE_INT_RGB);
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, INKS, null);
        WritableRaster colours = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
        int[] row = new int[INKS * width];
        int[] levels = new int[3 * width];
        for (int y = 0; y < stored.getHeight(); y++) {
            stored.getPixels(0, y, width, 1, row);
            if (adobe >= 0) {
                toInk(row, adobe == AS_YCC);
            }
            inks.setPixels(0, 0, width, 1, row);
            convert.filter(inks, colours);
            image.getRaster().setPixels(0, y, width, 1, colours.getPixels(0, 0, width, 1, levels));
        }
        return JdkImage.lend(path, image, consumer);
    }

    private static void toInk(int[] row, boolean ycc) {
        for (int at = 0; at < row.length; at += INKS) {
            if (ycc) {
                double light = row[at];
                double blue = row[at + 1] - 128.0;
                double red = row[at + 2] - 128.0;
                // The colours of JFIF, which here are inks.
                row[at] = clamp(light + 1.402 * red);
                row[at + 1] = clamp(light - 0.344136 * blue - 0.714136 * red);
                row[at + 2] = clamp(light + 1.772 * blue);
            } else {
                for (int ink = 0; ink < INKS - 1; ink++) {
                    row[at + ink] = 255 - row[at + ink];
                }
            }
            row[at + 3] = 255 - row[at + 3];
        }
    }

    private static int clamp(double level) {
        return (int) Math.clamp(Math.round(level), 0, 255);
    }

    /** What Adobe's segment says of how colours are coded; negative where there is none. */
    private static int adobe(byte[] file) {
        for (int at = 2; at + 16 < file.length && file[at] == (byte) 0xFF && file[at + 1] != (byte) 0xDA; ) {
            boolean marked = file[at + 1] == (byte) 0xEE;
            if (marked && Arrays.equals(file, at + 4, at + 4 + ADOBE.length, ADOBE, 0, ADOBE.length)) {
                return file[at + 15] & 0xFF;
            }
            at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
        }
        return -1;
    }
}
