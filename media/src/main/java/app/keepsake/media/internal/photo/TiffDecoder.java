package app.keepsake.media.internal.photo;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.FFmpeg;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** FFmpeg decodes most TIFFs; those in tiles or with JPEG inside, which it does not, go to the JDK's reader. */
final class TiffDecoder {
    private static final String REMEDY = "Restore it from a backup, or convert it to JPEG.";

    private TiffDecoder() {}

    static RgbImage decode(SourceFile source, int longSide, Decoded.Consumer finish) throws MediaException {
        byte[] file = source.readAll(Limits.MAX_BYTES);
        TiffHeader header = TiffHeader.read(file, 0, file.length)
                .filter(found -> found.size().width() > 0 && found.size().height() > 0)
                .orElseThrow(() -> new MediaException(
                        source.path(), "a TIFF image", "%d bytes without a size".formatted(file.length), REMEDY));
        Limits.check(source.path(), header.size());
        return header.simple()
                ? PacketDecoder.decode(source, finish)
                : decodeByJdk(source, file, header, longSide, finish);
    }

    private static RgbImage decodeByJdk(
            SourceFile source, byte[] file, TiffHeader header, int longSide, Decoded.Consumer finish)
            throws MediaException {
        AVFrame frame = FFmpeg.allocated(av_frame_alloc());
        try {
            copy(read(file, longSide), frame);
            Orientation orientation = Orientation.ofExif(header.orientation());
            return finish.take(new Decoded(frame, header.size(), orientation, Optional.empty()));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // The JDK's reader answers some damaged files with unchecked exceptions.
            throw e instanceof MediaException known
                    ? known
                    : new MediaException(source.path(), "a TIFF image", "the error \"" + e + "\"", REMEDY);
        } finally {
            av_frame_free(frame);
        }
    }

    private static BufferedImage read(byte[] file, int longSide) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            ImageReadParam settings = reader.getDefaultReadParam();
            int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
            // Left-out pixels cost sharpness only far above the wanted size.
            int step = Math.max(1, longer / (3 * longSide));
            settings.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, settings);
        } finally {
            reader.dispose();
        }
    }

    /** Through the image's own colour model, which also converts its colours to sRGB. */
    private static void copy(BufferedImage image, AVFrame frame) {
        frame.width(image.getWidth()).height(image.getHeight()).format(AV_PIX_FMT_BGRA);
        if (av_frame_get_buffer(frame, 0) < 0) {
            throw new OutOfMemoryError("No native memory for a TIFF image.");
        }
        long stride = frame.linesize(0);
        MemorySegment to = MemorySegment.ofAddress(frame.data(0).address()).reinterpret(stride * image.getHeight());
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            MemorySegment.copy(row, 0, to, ValueLayout.JAVA_INT, y * stride, row.length);
        }
    }
}
