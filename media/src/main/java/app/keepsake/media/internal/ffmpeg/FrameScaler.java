package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import app.keepsake.media.MediaException;
import app.keepsake.media.internal.Sizes;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.jspecify.annotations.Nullable;

/**
 * Scales decoded frames of any pixel format to packed RGB of one size. Keeps its tables while the frames' format stays
 * the same. Not thread-safe.
 */
public final class FrameScaler implements AutoCloseable {
    /** What decides the tables: a frame of another shape needs new ones. */
    private record Shape(int width, int height, int format, int colours, boolean fullRange) {}

    private final Path file;
    private final Sizes size;
    private final int outFormat;
    private final int bytesPerPixel;
    private final int threads;
    private final AVFrame out;
    private @Nullable SwsContext context;
    private @Nullable Shape shape;

    /**
     * @param file for messages
     * @param size of the pictures to give
     * @param outFormat a packed pixel format of the library
     * @param bytesPerPixel of this format
     * @param threads to scale with
     */
    public FrameScaler(Path file, Sizes size, int outFormat, int bytesPerPixel, int threads) {
        this.file = file;
        this.size = size;
        this.outFormat = outFormat;
        this.bytesPerPixel = bytesPerPixel;
        this.threads = threads;
        this.out = FFmpeg.allocated(av_frame_alloc());
        out.format(outFormat).width(size.width()).height(size.height());
        if (av_frame_get_buffer(out, 0) < 0) {
            close();
            throw new OutOfMemoryError("No native memory for a picture of " + size);
        }
    }

    /** Rows without padding. */
    public byte[] scale(AVFrame frame) throws MediaException {
        SwsContext tables = tables(frame);
        // Frames around memory of others have no reference count, so scaling by frame would copy them first.
        int answer = threads > 1
                ? sws_scale_frame(tables, out, frame)
                : sws_scale(tables, frame.data(), frame.linesize(), 0, frame.height(), out.data(), out.linesize());
        FFmpeg.check(answer, file, "a convertible picture", Demuxer.REMEDY);
        int row = size.width() * bytesPerPixel;
        byte[] pixels = new byte[Math.multiplyExact(row, size.height())];
        long stride = out.linesize(0);
        MemorySegment from = MemorySegment.ofAddress(out.data(0).address()).reinterpret(stride * size.height());
        for (int y = 0; y < size.height(); y++) {
            MemorySegment.copy(from, ValueLayout.JAVA_BYTE, y * stride, pixels, y * row, row);
        }
        return pixels;
    }

    private SwsContext tables(AVFrame frame) throws MediaException {
        Shape wanted = new Shape(frame.width(), frame.height(), frame.format(), colours(frame), fullRange(frame));
        SwsContext present = context;
        if (present != null && wanted.equals(shape)) {
            return present;
        }
        context = null;
        sws_freeContext(present);
        SwsContext made = FFmpeg.allocated(sws_alloc_context());
        context = made;
        made.src_w(wanted.width).src_h(wanted.height).src_format(wanted.format);
        made.dst_w(size.width()).dst_h(size.height()).dst_format(outFormat);
        // For stills the short cuts are off, which treat colour coarsely and are two levels too dark in the mean.
        int exact = threads > 1 ? 0 : SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;
        made.flags(SWS_BICUBIC | SWS_ACCURATE_RND | exact).threads(threads);
        made.src_range(wanted.fullRange ? 1 : 0).dst_range(1);
        FFmpeg.check(sws_init_context(made, null, null), file, "a convertible pixel format", Demuxer.REMEDY);
        // RGB is scaled as YUV inside: there and back must go by one matrix.
        sws_setColorspaceDetails(
                made,
                sws_getCoefficients(wanted.colours),
                wanted.fullRange ? 1 : 0,
                sws_getCoefficients(wanted.colours),
                1,
                0,
                1 << 16,
                1 << 16);
        shape = wanted;
        return made;
    }

    /** The frame's matrix; where it is not told, by height as players do. */
    private static int colours(AVFrame frame) {
        int told = frame.colorspace();
        if (told == AVCOL_SPC_UNSPECIFIED || told == AVCOL_SPC_RGB) {
            return frame.height() >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601;
        }
        return told;
    }

    private static boolean fullRange(AVFrame frame) {
        // RGB is always full; of YUV, only what says so.
        return frame.color_range() == AVCOL_RANGE_JPEG
                || (frame.color_range() == AVCOL_RANGE_UNSPECIFIED && frame.colorspace() == AVCOL_SPC_RGB);
    }

    @Override
    public void close() {
        sws_freeContext(context);
        context = null;
        av_frame_free(out);
    }
}
