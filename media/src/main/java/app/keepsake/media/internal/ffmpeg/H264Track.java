package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.RgbImage;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** H.264 by OpenH264, 4:2:0, BT.709, limited range: what every player shows in the same colours. */
final class H264Track implements AutoCloseable {
    /** The same everywhere, because each count of slices gives other bytes. */
    private static final int THREADS = 2;
    /** One being filled, one waiting, one being encoded. */
    private static final int FRAMES = 3;

    /** Bits a pixel and frame: at 1080p30 10 Mb/s, where OpenH264's blocks can no longer be seen. */
    private static final double BITS_PER_PIXEL = 0.16;

    private final Path file;
    private final Track track;
    private final AVFrame rgb = FFmpeg.allocated(av_frame_alloc());
    private final List<AVFrame> pool = new ArrayList<>();
    private final BlockingQueue<AVFrame> free = new ArrayBlockingQueue<>(FRAMES);
    private final EncodingThread encoding;
    private final SwsContext scaler = FFmpeg.allocated(sws_alloc_context());
    private long frames;

    H264Track(Path file, AVFormatContext muxer, MovieFormat format, EncodingThread encoding) throws MediaException {
        this.file = file;
        this.encoding = encoding;
        this.track = new Track(file, muxer, "libopenh264");
        AVDictionary options = new AVDictionary(null);
        try {
            prepare(rgb, AV_PIX_FMT_RGB24, format);
            for (int i = 0; i < FRAMES; i++) {
                AVFrame yuv = FFmpeg.allocated(av_frame_alloc());
                pool.add(yuv);
                free.add(yuv);
                prepare(yuv, AV_PIX_FMT_YUV420P, format);
                yuv.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_BT709);
            }
            prepareScaler(format);
            configure(format);
            av_dict_set(options, "profile", "high", 0);
            av_dict_set(options, "coder", "cabac", 0);
            av_dict_set(options, "rc_mode", "quality", 0);
            track.open(options);
        } catch (MediaException | RuntimeException | Error e) {
            close();
            throw e;
        } finally {
            av_dict_free(options);
        }
    }

    private void configure(MovieFormat format) {
        double rate = (double) format.framesPerSecond() / format.perSeconds();
        track.encoder.width(format.width());
        track.encoder.height(format.height());
        track.encoder.pix_fmt(AV_PIX_FMT_YUV420P);
        track.encoder.time_base().num(format.perSeconds()).den(format.framesPerSecond());
        track.encoder.framerate().num(format.framesPerSecond()).den(format.perSeconds());
        track.encoder.bit_rate(Math.round(format.width() * (double) format.height() * rate * BITS_PER_PIXEL));
        // A key frame every two seconds lets players jump without waiting.
        track.encoder.gop_size((int) Math.max(1, Math.round(2 * rate)));
        track.encoder.max_b_frames(0);
        track.encoder.thread_count(THREADS);
        track.encoder.slices(format.height() >= 480 ? THREADS : 1);
        track.encoder.color_range(AVCOL_RANGE_MPEG);
        track.encoder.colorspace(AVCOL_SPC_BT709);
        track.encoder.color_primaries(AVCOL_PRI_BT709);
        track.encoder.color_trc(AVCOL_TRC_BT709);
        track.encoder.chroma_sample_location(AVCHROMA_LOC_LEFT);
    }

    private static void prepare(AVFrame frame, int pixelFormat, MovieFormat format) {
        frame.format(pixelFormat).width(format.width()).height(format.height());
        if (av_frame_get_buffer(frame, 0) < 0) {
            throw new OutOfMemoryError("No native memory for a frame of " + format);
        }
    }

    private void prepareScaler(MovieFormat format) throws MediaException {
        scaler.src_w(format.width()).src_h(format.height()).src_format(AV_PIX_FMT_RGB24);
        scaler.dst_w(format.width()).dst_h(format.height()).dst_format(AV_PIX_FMT_YUV420P);
        // Exact rounding would cost twice the time, for less than what the encoder loses.
        scaler.flags(SWS_BILINEAR).threads(THREADS);
        scaler.src_range(1).dst_range(0);
        FFmpeg.check(sws_init_context(scaler, null, null), file, "a movie size that can be encoded", "Choose another.");
        sws_setColorspaceDetails(
                scaler,
                sws_getCoefficients(SWS_CS_ITU709),
                1,
                sws_getCoefficients(SWS_CS_ITU709),
                0,
                0,
                1 << 16,
                1 << 16);
    }

    void frame(RgbImage image) throws MediaException {
        int row = image.width() * 3;
        long stride = rgb.linesize(0);
        MemorySegment to = MemorySegment.ofAddress(rgb.data(0).address()).reinterpret(stride * image.height());
        for (int y = 0; y < image.height(); y++) {
            MemorySegment.copy(image.pixels(), y * row, to, ValueLayout.JAVA_BYTE, y * stride, row);
        }
        AVFrame yuv = nextFree();
        FFmpeg.check(sws_scale_frame(scaler, yuv, rgb), file, "a convertible frame", "Choose another size.");
        yuv.pts(frames++);
        encoding.submit(() -> track.encode(yuv), () -> free.add(yuv));
    }

    /** Waits until the encoder is done with one; it gives all back, even when it fails. */
    private AVFrame nextFree() throws MediaException {
        encoding.throwFailure();
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the encoder.", e);
        }
    }

    long frames() {
        return frames;
    }

    void finish() throws MediaException {
        encoding.submit(() -> track.encode(null));
    }

    @Override
    public void close() {
        sws_freeContext(scaler);
        scaler.setNull();
        av_frame_free(rgb);
        pool.forEach(frame -> av_frame_free(frame));
        track.close();
    }
}
