package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_HWDEVICE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_HWDEVICE_TYPE_VAAPI;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_VAAPI;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import app.keepsake.media.CodingQuality;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.PictureEncoder;
import app.keepsake.media.VideoEncoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/**
 * An encoder of the FFmpeg that is shipped, in this process: 4:2:0, BT.709, limited range, without pictures that are shown
 * in another order than they are decoded. One thread and one slice: with several, OpenH264 divides pictures by how long
 * each slice took, and the same pictures would give other bytes.
 *
 * @param name what users call it
 * @param codec FFmpeg's name of it
 * @param takes how it takes pictures
 * @param bits for each pixel and frame; 0 where the quality is said otherwise
 * @param step of quantisation, where the encoder asks for one; 0 where it does not
 * @param options of its own
 */
public record LibraryVideo(String name, String codec, Takes takes, double bits, int step, Map<String, String> options)
        implements VideoEncoder {
    /** A key frame so often lets players jump without waiting. */
    public static final double KEY_SECONDS = 2;

    /** Bits a pixel and frame: at 1080p30 10 Mb/s, where OpenH264's blocks can no longer be seen. */
    private static final double BITS_PER_PIXEL = 0.16;

    private static final int STEP = 22;
    private static final int STEPS_FOR_HALF = 5;

    /** How an encoder takes pictures. */
    enum Takes {
        /** Luma and two planes of colours. */
        PLANES(AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUV420P, AV_HWDEVICE_TYPE_NONE),
        /** Luma and one plane of both colours. */
        PAIRS(AV_PIX_FMT_NV12, AV_PIX_FMT_NV12, AV_HWDEVICE_TYPE_NONE),
        /** In memory of its own, to which they are sent. */
        VAAPI(AV_PIX_FMT_VAAPI, AV_PIX_FMT_NV12, AV_HWDEVICE_TYPE_VAAPI);

        final int format;
        /** Of what is sent. */
        final int sent;

        final int device;

        Takes(int format, int sent, int device) {
            this.format = format;
            this.sent = sent;
            this.device = device;
        }
    }

    public LibraryVideo {
        options = Map.copyOf(options);
    }

    /** The encoder that is always there. */
    public static LibraryVideo openH264(CodingQuality quality) {
        return new LibraryVideo(
                "openh264",
                "libopenh264",
                Takes.PLANES,
                BITS_PER_PIXEL * share(quality),
                0,
                Map.of("profile", "high", "coder", "cabac", "rc_mode", "quality"));
    }

    /** FFV1: no losses, and no player but FFmpeg's. It refuses large pictures in less than four slices. */
    public static LibraryVideo lossless() {
        return new LibraryVideo("ffv1", "ffv1", Takes.PLANES, 0, 0, Map.of("level", "3", "slices", "4"));
    }

    /** Those that need a graphics processor and its driver. */
    public static List<LibraryVideo> hardware(CodingQuality quality) {
        int step = STEP - (int) Math.round(STEPS_FOR_HALF * Math.log(share(quality)) / Math.log(2));
        double bits = BITS_PER_PIXEL * share(quality);
        return List.of(
                new LibraryVideo(
                        "nvenc",
                        "h264_nvenc",
                        Takes.PLANES,
                        0,
                        0,
                        Map.of("profile", "high", "preset", "p5", "rc", "vbr", "cq", String.valueOf(step))),
                new LibraryVideo("qsv", "h264_qsv", Takes.PAIRS, 0, step, Map.of("profile", "high")),
                new LibraryVideo(
                        "vaapi", "h264_vaapi", Takes.VAAPI, 0, step, Map.of("profile", "high", "rc_mode", "CQP")),
                new LibraryVideo("v4l2", "h264_v4l2m2m", Takes.PLANES, bits, 0, Map.of()),
                new LibraryVideo(
                        "videotoolbox", "h264_videotoolbox", Takes.PLANES, bits, 0, Map.of("profile", "high")));
    }

    /** Of the usual bytes. */
    private static double share(CodingQuality quality) {
        return switch (quality) {
            case SMALL -> 0.5;
            case STANDARD -> 1;
            case BEST -> 2;
            case LOSSLESS -> throw new IllegalArgumentException("Without losses only ffv1 encodes.");
        };
    }

    @Override
    public String print() {
        return "%s by FFmpeg %s, %.3f bits, step %d, %s"
                .formatted(codec, FFmpeg.version(), bits, step, new TreeMap<>(options));
    }

    @Override
    public PictureEncoder start(MovieFormat format) throws MediaException {
        return new LibraryRun(this, format);
    }

    void configure(AVCodecContext encoder, MovieFormat format) {
        double rate = (double) format.framesPerSecond() / format.perSeconds();
        // MP4 keeps the codec's parameters in its header and not among the frames.
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        encoder.width(format.width());
        encoder.height(format.height());
        encoder.pix_fmt(takes.format);
        encoder.time_base().num(format.perSeconds()).den(format.framesPerSecond());
        encoder.framerate().num(format.framesPerSecond()).den(format.perSeconds());
        encoder.bit_rate(Math.round(format.width() * (double) format.height() * rate * bits));
        encoder.global_quality(step);
        encoder.gop_size(keyFrames(format));
        encoder.max_b_frames(0);
        encoder.thread_count(1);
        encoder.slices(1);
        encoder.color_range(AVCOL_RANGE_MPEG);
        encoder.colorspace(AVCOL_SPC_BT709);
        encoder.color_primaries(AVCOL_PRI_BT709);
        encoder.color_trc(AVCOL_TRC_BT709);
        encoder.chroma_sample_location(AVCHROMA_LOC_LEFT);
    }

    /** Frames from one key frame to the next, at most. */
    public static int keyFrames(MovieFormat format) {
        return (int) Math.max(1, Math.round(KEY_SECONDS * format.framesPerSecond() / format.perSeconds()));
    }
}
