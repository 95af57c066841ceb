package app.keepsake.media.internal.photo;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;

import app.keepsake.media.MediaException;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.ffmpeg.PacketFrame;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Pictures for printing, in four inks, with JPEG inside (TIFF Technical Note 2), which no library here decodes: each
 * strip or tile is a JPEG of four planes, for which the tables stand apart.
 */
final class SeparatedTiff {
    private static final int INKS = 4;
    private static final int MOST_PROFILE_BYTES = 4 << 20;

    /** Adobe's marker with a colour transform that is none for four planes, for which the decoder would take them. */
    private static final byte[] AS_STORED = HexFormat.of().parseHex("ffee000e41646f626500640000000001");

    private final Path path;
    private final byte[] file;
    private final TiffTags tags;
    private final Sizes size;

    private SeparatedTiff(Path path, byte[] file, TiffTags tags, Sizes size) {
        this.path = path;
        this.file = file;
        this.tags = tags;
        this.size = size;
    }

    /** Decodes a picture, as stored, at its full size. */
    static BufferedImage read(Path path, byte[] file, TiffTags tags, Sizes size) throws MediaException {
        return new SeparatedTiff(path, file, tags, size).read();
    }

    private BufferedImage read() throws MediaException {
        boolean tiled = tags.has(TiffTags.TILE_OFFSETS);
        long[] offsets = tags.values(tiled ? TiffTags.TILE_OFFSETS : TiffTags.STRIP_OFFSETS);
        long[] lengths = tags.values(tiled ? TiffTags.TILE_LENGTHS : TiffTags.STRIP_LENGTHS);
        long width = tiled ? tags.value(TiffTags.TILE_WIDTH, 0) : size.width();
        long height = tiled ? tags.value(TiffTags.TILE_HEIGHT, 0) : tags.value(TiffTags.ROWS, size.height());
        height = Math.min(height, tiled ? height : size.height());
        boolean usual = tags.value(TiffTags.PLANES, 1) == 1 && tags.value(TiffTags.SAMPLES, INKS) == INKS;
        if (!usual || width < 1 || height < 1 || width > 1 << 16 || height > 1 << 16) {
            throw refused("inks in another order");
        }
        int across = (int) ((size.width() + width - 1) / width);
        int down = (int) ((size.height() + height - 1) / height);
        if (offsets.length < (long) across * down || lengths.length < offsets.length) {
            throw refused("%d parts of %d".formatted(offsets.length, (long) across * down));
        }
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Optional<ColorConvertOp> profile = profile();
        for (int i = 0; i < across * down; i++) {
            part(image, profile, jpeg(offsets[i], lengths[i]), i % across * (int) width, i / across * (int) height);
        }
        return image;
    }

    /** A part's stream with the tables that all parts share in front of its own, and without notes on colours. */
    private byte[] jpeg(long offset, long length) throws MediaException {
        if (offset + length > file.length || length < 4) {
            throw refused("a part behind the file's end");
        }
        byte[] part = Arrays.copyOfRange(file, (int) offset, (int) (offset + length));
        byte[] tables = tags.bytes(TiffTags.JPEG_TABLES).orElse(new byte[0]);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(part, 0, 2);
        if (tables.length > 4) {
            whole.write(tables, 2, tables.length - 4);
        }
        whole.write(part, 2, part.length - 2);
        byte[] plain = withoutNotes(whole.toByteArray());
        number(plain);
        return plain;
    }

    /** Numbers the planes, in the frame's header and those of the scans: the decoder mixes what are called C, M, Y and K. */
    private static void number(byte[] jpeg) {
        byte[] numbers = new byte[256];
        for (int at = 2; at + 20 < jpeg.length; at++) {
            int marker = jpeg[at] == (byte) 0xFF ? jpeg[at + 1] & 0xFF : 0;
            boolean frame = marker >= 0xC0 && marker <= 0xC2 && jpeg[at + 9] == INKS;
            if (frame) {
                for (int ink = 0; ink < INKS; ink++) {
                    int id = at + 10 + 3 * ink;
                    numbers[jpeg[id] & 0xFF] = (byte) (ink + 1);
                    jpeg[id] = (byte) (ink + 1);
                }
            } else if (marker == 0xDA) {
                for (int i = 0; i < jpeg[at + 4] && i < INKS; i++) {
                    int id = at + 5 + 2 * i;
                    jpeg[id] = numbers[jpeg[id] & 0xFF];
                }
            }
        }
    }

    /** Inks stand as they are, whatever Adobe's marker says: the container tells what they are. */
    private static byte[] withoutNotes(byte[] jpeg) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        int at = 2;
        plain.write(jpeg, 0, 2);
        plain.writeBytes(AS_STORED);
        while (at + 4 <= jpeg.length && jpeg[at] == (byte) 0xFF && jpeg[at + 1] != (byte) 0xDA) {
            int end = at + 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
            if ((jpeg[at + 1] & 0xF0) != 0xE0) {
                plain.write(jpeg, at, Math.min(end, jpeg.length) - at);
            }
            at = Math.min(end, jpeg.length);
        }
        plain.write(jpeg, at, jpeg.length - at);
        return plain.toByteArray();
    }

    private void part(BufferedImage image, Optional<ColorConvertOp> profile, byte[] jpeg, int x, int y)
            throws MediaException {
        try (PacketFrame decoder = new PacketFrame(AV_CODEC_ID_MJPEG, true, 0)) {
            if (decoder.decode(jpeg) < 0) {
                throw refused("a part that cannot be decoded");
            }
            AVFrame frame = decoder.frame();
            int width = Math.min(frame.width(), image.getWidth() - x);
            int height = Math.min(frame.height(), image.getHeight() - y);
            byte[] inks = new byte[INKS * width];
            byte[] plane = new byte[width];
            for (int row = 0; row < height; row++) {
                for (int ink = 0; ink < INKS; ink++) {
                    line(frame, ink, row, plane);
                    for (int i = 0; i < width; i++) {
                        inks[INKS * i + ink] = plane[i];
                    }
                }
                image.setRGB(x, y + row, width, 1, colours(inks, width, profile.orElse(null)), 0, width);
            }
        }
    }

    private void line(AVFrame frame, int ink, int row, byte[] into) throws MediaException {
        boolean whole = frame.data(ink) != null && !frame.data(ink).isNull();
        if (!whole || frame.linesize(ink) < into.length) {
            throw refused("fewer planes, or smaller ones");
        }
        frame.data(ink).position((long) row * frame.linesize(ink)).get(into);
    }

    private static int[] colours(byte[] inks, int width, @Nullable ColorConvertOp profile) {
        int[] colours = new int[width];
        if (profile == null) {
            for (int i = 0; i < width; i++) {
                int light = 255 - (inks[INKS * i + 3] & 0xFF);
                for (int c = 0; c < 3; c++) {
                    int level = ((255 - (inks[INKS * i + c] & 0xFF)) * light + 127) / 255;
                    colours[i] = colours[i] << 8 | level;
                }
            }
            return colours;
        }
        WritableRaster from = Raster.createInterleavedRaster(
                new DataBufferByte(inks, inks.length), width, 1, INKS * width, INKS, new int[] {0, 1, 2, 3}, null);
        WritableRaster to = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
        int[] levels = profile.filter(from, to).getPixels(0, 0, width, 1, (int[]) null);
        for (int i = 0; i < width; i++) {
            colours[i] = levels[3 * i] << 16 | levels[3 * i + 1] << 8 | levels[3 * i + 2];
        }
        return colours;
    }

    private Optional<ColorConvertOp> profile() {
        try {
            return tags.bytes(TiffTags.PROFILE)
                    .filter(bytes -> bytes.length <= MOST_PROFILE_BYTES)
                    .map(ICC_Profile::getInstance)
                    .filter(profile -> profile.getNumComponents() == INKS)
                    .map(profile -> new ColorConvertOp(
                            new ICC_ColorSpace(profile), ColorSpace.getInstance(ColorSpace.CS_sRGB), null));
        } catch (IllegalArgumentException | CMMException unknown) {
            return Optional.empty();
        }
    }

    private MediaException refused(String found) {
        return new MediaException(
                path, "a TIFF image in four inks with JPEG inside", found, "Convert it to JPEG in sRGB.");
    }
}
