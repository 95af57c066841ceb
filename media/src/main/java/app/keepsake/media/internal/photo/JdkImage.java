package app.keepsake.media.internal.photo;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.ffmpeg.FFmpeg;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Pictures that only readers of ImageIO take; they come in sRGB, because its colour models convert them. */
final class JdkImage {
    /** Rows that are converted at a time. */
    private static final int BAND = 64;

    private static final Set<Integer> LEVELS =
            Set.of(DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT, DataBuffer.TYPE_INT, DataBuffer.TYPE_FLOAT);

    private JdkImage() {}

    /** Takes the decoded frame before its memory is freed. */
    interface Consumer {
        RgbImage take(AVFrame frame) throws MediaException;
    }

    /**
     * Reads a picture.
     *
     * @param path for messages
     * @param file the whole file
     * @param format the JDK's name of the format
     * @param step of rows and columns that are read, at least 1
     */
    static BufferedImage read(Path path, byte[] file, String format, int step) throws MediaException {
        return read(path, file, reader(format), format, step);
    }

    /** The same with a reader of one's own, which is used up. */
    static BufferedImage read(Path path, byte[] file, ImageReader reader, String format, int step)
            throws MediaException {
        Opening opening = () -> new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
        return read(path, opening, reader, format, step);
    }

    /** The same from the file itself, which is not held in memory. */
    static BufferedImage read(Path path, String format, int step) throws MediaException {
        return read(path, () -> new FileImageInputStream(path.toFile()), reader(format), format, step);
    }

    /** The planes of a JPEG as they are coded. */
    static Raster raster(Path path, byte[] file, String format, int step) throws MediaException {
        Opening opening = () -> new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
        ImageReader reader = reader(format);
        return read(path, opening, reader, format, step, reader::readRaster);
    }

    /** One of a reader's ways of reading. */
    private interface Way<T> {
        T read(int picture, ImageReadParam settings) throws IOException;
    }

    private interface Opening {
        ImageInputStream open() throws IOException;
    }

    private static ImageReader reader(String format) {
        return ImageIO.getImageReadersByFormatName(format).next();
    }

    private static BufferedImage read(Path path, Opening opening, ImageReader reader, String format, int step)
            throws MediaException {
        return read(path, opening, reader, format, step, reader::read);
    }

    private static <T> T read(Path path, Opening opening, ImageReader reader, String format, int step, Way<T> way)
            throws MediaException {
        try (ImageInputStream in = opening.open()) {
            reader.setInput(in);
            ImageReadParam settings = reader.getDefaultReadParam();
            settings.setSourceSubsampling(step, step, 0, 0);
            return way.read(0, settings);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // The readers answer some damaged files with unchecked exceptions, or by asking for absurd memory.
            throw refused(path, format, e);
        } finally {
            reader.dispose();
        }
    }

    private static MediaException refused(Path path, String format, Throwable e) {
        return new MediaException(
                path,
                "a %s image".formatted(format.toUpperCase(Locale.ROOT)),
                e instanceof IOException
                        ? "the decoder's error \"%s\"".formatted(e.getMessage())
                        : "one over which the decoder stumbles",
                "Restore it from a backup, or save it anew.");
    }

    /**
     * Lends a picture's pixels as a frame.
     *
     * @throws MediaException when its pixels are of a kind that no colour model here knows
     */
    static RgbImage lend(Path path, BufferedImage image, Consumer consumer) throws MediaException {
        AVFrame frame = FFmpeg.allocated(av_frame_alloc());
        try {
            copy(path, image, frame);
            return consumer.take(frame);
        } finally {
            av_frame_free(frame);
        }
    }

    private static void copy(Path path, BufferedImage image, AVFrame frame) throws MediaException {
        try {
            copy(image, frame);
        } catch (RuntimeException odd) {
            throw new MediaException(
                    path, "a picture in usual colours", "one over which the decoder stumbles", "Convert it to JPEG.");
        }
    }

    private static void copy(BufferedImage image, AVFrame frame) {
        boolean alpha = image.getColorModel().hasAlpha();
        frame.width(image.getWidth()).height(image.getHeight()).format(alpha ? AV_PIX_FMT_BGRA : AV_PIX_FMT_BGR0);
        if (av_frame_get_buffer(frame, 0) < 0) {
            throw new OutOfMemoryError("No native memory for a picture.");
        }
        long stride = frame.linesize(0);
        MemorySegment to = MemorySegment.ofAddress(frame.data(0).address()).reinterpret(stride * image.getHeight());
        int[] row = new int[image.getWidth()];
        for (int top = 0; top < image.getHeight(); top += BAND) {
            int rows = Math.min(BAND, image.getHeight() - top);
            BufferedImage band = image.getSubimage(0, top, image.getWidth(), rows);
            boolean grey = isGrey(band);
            BufferedImage converted = grey ? band : inSrgb(band);
            for (int y = 0; y < rows; y++) {
                if (grey) {
                    grey(converted, y, row);
                } else {
                    converted.getRGB(0, y, row.length, 1, row, 0, row.length);
                }
                MemorySegment.copy(row, 0, to, ValueLayout.JAVA_INT, (top + y) * stride, row.length);
            }
        }
    }

    /** Whether it is grey without a profile, which the JDK takes for linear light, and no file means. */
    private static boolean isGrey(BufferedImage image) {
        int type = image.getRaster().getTransferType();
        return image.getColorModel().getColorSpace() == ColorSpace.getInstance(ColorSpace.CS_GRAY)
                && LEVELS.contains(type)
                && !(image.getColorModel() instanceof IndexColorModel);
    }

    /** Levels as they are. */
    private static void grey(BufferedImage image, int y, int[] row) {
        if (image.getRaster().getTransferType() == DataBuffer.TYPE_FLOAT) {
            for (int x = 0; x < row.length; x++) {
                float level = image.getRaster().getSampleFloat(x, y, 0);
                row[x] = 0xFF000000 | Math.round(255 * Math.clamp(level, 0f, 1f)) * 0x010101;
            }
            return;
        }
        long most = (1L << image.getColorModel().getComponentSize(0)) - 1;
        int[] alpha = new int[row.length];
        image.getRaster().getSamples(0, y, row.length, 1, 0, row);
        boolean clear = image.getColorModel().hasAlpha();
        if (clear) {
            image.getRaster().getSamples(0, y, row.length, 1, 1, alpha);
        }
        for (int x = 0; x < row.length; x++) {
            int opaque = clear ? level(alpha[x], most) : 0xFF;
            row[x] = opaque << 24 | level(row[x], most) * 0x010101;
        }
    }

    private static int level(int sample, long most) {
        return (int) ((255 * (sample & most) + most / 2) / most);
    }

    /** Converted as a whole where there is a profile: pixel by pixel, it takes minutes. */
    private static BufferedImage inSrgb(BufferedImage band) {
        ColorSpace space = band.getColorModel().getColorSpace();
        if (space.isCS_sRGB()) {
            return band;
        }
        int type = band.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        try {
            return new ColorConvertOp(null).filter(band, new BufferedImage(band.getWidth(), band.getHeight(), type));
        } catch (IllegalArgumentException | CMMException odd) {
            return band;
        }
    }
}
