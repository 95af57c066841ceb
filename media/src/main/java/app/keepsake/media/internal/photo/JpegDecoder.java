package app.keepsake.media.internal.photo;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_0BGR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.leptonica.global.leptonica.L_JPEG_CONTINUE_WITH_BAD_DATA;
import static org.bytedeco.leptonica.global.leptonica.L_SEVERITY_NONE;
import static org.bytedeco.leptonica.global.leptonica.pixDestroy;
import static org.bytedeco.leptonica.global.leptonica.pixEndianByteSwap;
import static org.bytedeco.leptonica.global.leptonica.pixReadMemJpeg;
import static org.bytedeco.leptonica.global.leptonica.setMsgSeverity;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;

/**
 * Decodes JPEGs by libjpeg-turbo (inside Leptonica), which leaves out the high frequencies of each block when a smaller
 * picture is wanted: a 12-megapixel photo at a quarter of its size takes a fifth of the time of all its pixels.
 */
final class JpegDecoder {
    /** Enlarging by so little cannot be seen, and often saves a doubling: 4032 / 4 is 1008 where 1024 is wanted. */
    private static final double SLACK = 0.95;

    /** Share of the rows without which a picture counts as cut off. */
    private static final double WHOLE = 0.97;

    static {
        setMsgSeverity(L_SEVERITY_NONE);
    }

    private JpegDecoder() {}

    static RgbImage decode(SourceFile source, int longSide, Decoded.Consumer finish) throws MediaException {
        byte[] file = source.readAll(Limits.MAX_BYTES);
        JpegHeader header = JpegHeader.read(file)
                .orElseThrow(() -> new MediaException(
                        source.path(),
                        "a JPEG image",
                        "%d bytes without a frame header".formatted(file.length),
                        "Restore it from a backup."));
        Limits.check(source.path(), header.size());
        try (BytePointer data = new BytePointer(file);
                IntPointer warnings = new IntPointer(1)) {
            warnings.put(0);
            int reduction = reduction(header.size(), longSide);
            PIX pix = pixReadMemJpeg(data, file.length, 0, reduction, warnings, L_JPEG_CONTINUE_WITH_BAD_DATA);
            if (pix == null) {
                throw new MediaException(
                        source.path(), "a JPEG image", "data that cannot be decoded", "Restore it from a backup.");
            }
            AVFrame frame = wrap(pix);
            try {
                if (warnings.get() > 0) {
                    checkComplete(source.path(), frame);
                }
                Orientation orientation = Orientation.ofExif(header.exifOrientation());
                return finish.take(new Decoded(frame, header.size(), orientation, header.profile()));
            } finally {
                av_frame_free(frame);
                pixDestroy(pix);
            }
        }
    }

    /**
     * Warnings come from harmless bytes between segments as well as from data that end too early. In the latter case the
     * decoder fills the rest with middle grey; a picture that ends in such rows is not worth showing.
     */
    private static void checkComplete(Path file, AVFrame frame) throws MediaException {
        int bytesPerPixel = frame.format() == AV_PIX_FMT_GRAY8 ? 1 : Integer.BYTES;
        long stride = frame.linesize(0);
        MemorySegment pixels = MemorySegment.ofAddress(frame.data(0).address()).reinterpret(stride * frame.height());
        int rows = frame.height();
        while (rows > 0
                && isGrey(pixels.asSlice((rows - 1) * stride, (long) frame.width() * bytesPerPixel), bytesPerPixel)) {
            rows--;
        }
        if (rows < frame.height() * WHOLE) {
            throw new MediaException(
                    file,
                    "a whole JPEG image",
                    "the upper %d %% of it".formatted(100 * rows / frame.height()),
                    "Restore it from a backup.");
        }
    }

    private static boolean isGrey(MemorySegment row, int bytesPerPixel) {
        for (long i = 0; i < row.byteSize(); i++) {
            boolean padding = bytesPerPixel > 1 && i % bytesPerPixel == 0;
            int level = row.get(ValueLayout.JAVA_BYTE, i) & 0xFF;
            if (!padding && (level < 126 || level > 130)) {
                return false;
            }
        }
        return true;
    }

    /** The largest of 1, 2, 4, 8 that leaves enough pixels. */
    static int reduction(Sizes size, int longSide) {
        double longer = Math.max(size.width(), size.height());
        double wanted = Math.min(longer, longSide) * SLACK;
        for (int reduction = 8; reduction > 1; reduction /= 2) {
            if (longer / reduction >= wanted) {
                return reduction;
            }
        }
        return 1;
    }

    private static AVFrame wrap(PIX pix) {
        AVFrame frame = av_frame_alloc();
        frame.width(pix.w()).height(pix.h());
        frame.color_range(AVCOL_RANGE_JPEG).colorspace(AVCOL_SPC_RGB);
        if (pix.d() == 8) {
            // Leptonica packs pixels from the high end of each 32-bit word.
            pixEndianByteSwap(pix);
            frame.format(AV_PIX_FMT_GRAY8);
        } else {
            frame.format(AV_PIX_FMT_0BGR);
        }
        frame.data(0, new BytePointer(pix.data()));
        frame.linesize(0, pix.wpl() * Integer.BYTES);
        return frame;
    }
}
