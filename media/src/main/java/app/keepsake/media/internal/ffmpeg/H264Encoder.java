package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_LEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import app.keepsake.media.CodedPictures;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.PictureEncoder;
import app.keepsake.media.RgbImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * H.264 by OpenH264, 4:2:0, BT.709, limited range: what every player shows in the same colours. One thread and one slice:
 * with several, OpenH264 divides pictures by how long each slice took, and the same pictures would give other bytes.
 */
public final class H264Encoder implements PictureEncoder {
    /** A key frame so often lets players jump without waiting. */
    static final double KEY_SECONDS = 2;

    /** Bits a pixel and frame: at 1080p30 10 Mb/s, where OpenH264's blocks can no longer be seen. */
    private static final double BITS_PER_PIXEL = 0.16;

    private static final Path NAME = Path.of("the movie");
    private static final String REMEDY = "Choose another size or frame rate.";

    private final MovieFormat format;
    private final Yuv420 converter;
    private final Owned owned = new Owned();
    private final AVFrame yuv;
    private final AVPacket packet;
    private final AVCodecContext encoder;
    private final List<byte[]> packets = new ArrayList<>();
    private long frames;

    public H264Encoder(MovieFormat format) throws MediaException {
        FFmpeg.load();
        this.format = format;
        this.converter = new Yuv420(format.width(), format.height());
        AVCodec codec = FFmpeg.encoder("libopenh264", NAME);
        AVDictionary options = new AVDictionary(null);
        try {
            yuv = owned.frame();
            packet = owned.packet();
            encoder = owned.context(codec);
            prepare(yuv);
            yuv.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_BT709);
            configure();
            av_dict_set(options, "profile", "high", 0);
            av_dict_set(options, "coder", "cabac", 0);
            av_dict_set(options, "rc_mode", "quality", 0);
            FFmpeg.check(avcodec_open2(encoder, codec, options), NAME, "settings that the encoder takes", REMEDY);
        } catch (MediaException | RuntimeException | Error e) {
            close();
            throw e;
        } finally {
            av_dict_free(options);
        }
    }

    private void configure() {
        double rate = (double) format.framesPerSecond() / format.perSeconds();
        // MP4 keeps the codec's parameters in its header and not among the frames.
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        encoder.width(format.width());
        encoder.height(format.height());
        encoder.pix_fmt(AV_PIX_FMT_YUV420P);
        encoder.time_base().num(format.perSeconds()).den(format.framesPerSecond());
        encoder.framerate().num(format.framesPerSecond()).den(format.perSeconds());
        encoder.bit_rate(Math.round(format.width() * (double) format.height() * rate * BITS_PER_PIXEL));
        encoder.gop_size((int) Math.max(1, Math.round(KEY_SECONDS * rate)));
        encoder.max_b_frames(0);
        encoder.thread_count(1);
        encoder.slices(1);
        encoder.color_range(AVCOL_RANGE_MPEG);
        encoder.colorspace(AVCOL_SPC_BT709);
        encoder.color_primaries(AVCOL_PRI_BT709);
        encoder.color_trc(AVCOL_TRC_BT709);
        encoder.chroma_sample_location(AVCHROMA_LOC_LEFT);
    }

    private void prepare(AVFrame frame) {
        frame.format(AV_PIX_FMT_YUV420P).width(format.width()).height(format.height());
        if (av_frame_get_buffer(frame, 0) < 0) {
            throw new OutOfMemoryError("No native memory for a frame of " + format);
        }
    }

    /** The encoder's parameters, for a stream's header. */
    AVCodecContext context() {
        return encoder;
    }

    @Override
    public void frame(RgbImage image) throws MediaException {
        FFmpeg.check(av_frame_make_writable(yuv), NAME, "memory for a frame", "Free some memory.");
        converter.convert(image, yuv);
        yuv.pts(frames++);
        FFmpeg.check(avcodec_send_frame(encoder, yuv), NAME, "a frame that can be encoded", REMEDY);
        drain();
    }

    private void drain() throws MediaException {
        while (true) {
            int got = avcodec_receive_packet(encoder, packet);
            if (got == AVERROR_EAGAIN() || got == AVERROR_EOF) {
                return;
            }
            FFmpeg.check(got, NAME, "an encoded frame", REMEDY);
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            packets.add(bytes);
            av_packet_unref(packet);
        }
    }

    @Override
    public CodedPictures finish() throws MediaException {
        FFmpeg.check(avcodec_send_frame(encoder, null), NAME, "an encoded frame", REMEDY);
        drain();
        if (packets.size() != frames) {
            throw new IllegalStateException(
                    "The encoder gave %d packets for %d frames.".formatted(packets.size(), frames));
        }
        return new CodedPictures(packets);
    }

    @Override
    public void close() {
        owned.close();
    }
}
