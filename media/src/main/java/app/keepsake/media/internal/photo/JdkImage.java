package app.keepsake.media.internal.photo;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.ffmpeg.FFmpeg;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Pictures that only the JDK's readers take; they come in sRGB, because its colour models convert them. */
final class JdkImage {
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
        return read(path, () -> new MemoryCacheImageInputStream(new ByteArrayInputStream(file)), format, step);
    }

    /** The same from the file itself, which is not held in memory. */
    static BufferedImage read(Path path, String format, int step) throws MediaException {
        return read(path, () -> new FileImageInputStream(path.toFile()), format, step);
    }

    private interface Opening {
        ImageInputStream open() throws IOException;
    }

    private static BufferedImage read(Path path, Opening opening, String format, int step) throws MediaException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = opening.open()) {
            reader.setInput(in);
            ImageReadParam settings = reader.getDefaultReadParam();
            settings.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, settings);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // The readers answer some damaged files with unchecked exceptions, or by asking for absurd memory.
            throw new MediaException(
                    path,
                    "a %s image".formatted(format.toUpperCase(Locale.ROOT)),
                    "the decoder's error \"%s\"".formatted(e.getMessage()),
                    "Restore it from a backup, or save it anew.");
        } finally {
            reader.dispose();
        }
    }

    /** Lends a picture's pixels as a frame. */
    static RgbImage lend(BufferedImage image, Consumer consumer) throws MediaException {
        AVFrame frame = FFmpeg.allocated(av_frame_alloc());
        try {
            copy(image, frame);
            return consumer.take(frame);
        } finally {
            av_frame_free(frame);
        }
    }

    /** Levels as they are: the JDK takes grey for linear light, which no file means. */
    private static void grey(BufferedImage image, int y, int[] row) {
        image.getRaster().getSamples(0, y, row.length, 1, 0, row);
        for (int x = 0; x < row.length; x++) {
            row[x] = 0xFF000000 | row[x] * 0x010101;
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
        boolean grey = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        for (int y = 0; y < image.getHeight(); y++) {
            if (grey) {
                grey(image, y, row);
            } else {
                image.getRGB(0, y, row.length, 1, row, 0, row.length);
            }
            MemorySegment.copy(row, 0, to, ValueLayout.JAVA_INT, y * stride, row.length);
        }
    }
}
