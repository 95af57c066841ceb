package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import app.keepsake.media.MediaException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** An encoder and the muxer's stream that takes its packets. */
final class Track implements AutoCloseable {
    private static final String REMEDY = "Check that the disk has room.";

    final AVCodecContext encoder;
    private final Path file;
    private final AVFormatContext muxer;
    private final AVCodec codec;
    private final AVPacket packet;
    private final Owned owned = new Owned();
    private @Nullable AVStream stream;

    Track(Path file, AVFormatContext muxer, String codecName) throws MediaException {
        this.file = file;
        this.muxer = muxer;
        this.codec = FFmpeg.encoder(codecName, file);
        try {
            this.encoder = owned.context(codec);
            this.packet = owned.packet();
        } catch (OutOfMemoryError e) {
            owned.close();
            throw e;
        }
    }

    /** Opens the encoder as it has been set up, and adds the stream. */
    void open(AVDictionary options) throws MediaException {
        // MP4 keeps the codec's parameters in its header and not among the frames.
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        FFmpeg.check(avcodec_open2(encoder, codec, options), file, "settings that the encoder takes", REMEDY);
        AVStream made = FFmpeg.allocated(avformat_new_stream(muxer, null));
        made.time_base(encoder.time_base());
        FFmpeg.check(avcodec_parameters_from_context(made.codecpar(), encoder), file, "stream parameters", REMEDY);
        stream = made;
    }

    /** Encodes one frame, or with {@code null} what the encoder still holds. */
    void encode(@Nullable AVFrame frame) throws MediaException {
        AVStream target = stream;
        if (target == null) {
            throw new IllegalStateException("The track is not open.");
        }
        FFmpeg.check(avcodec_send_frame(encoder, frame), file, "a frame that can be encoded", REMEDY);
        while (true) {
            int got = avcodec_receive_packet(encoder, packet);
            if (got == AVERROR_EAGAIN() || got == AVERROR_EOF) {
                return;
            }
            FFmpeg.check(got, file, "an encoded frame", REMEDY);
            packet.stream_index(target.index());
            if (packet.duration() == 0) {
                packet.duration(1);
            }
            av_packet_rescale_ts(packet, encoder.time_base(), target.time_base());
            FFmpeg.check(av_interleaved_write_frame(muxer, packet), file, "a disk with room", REMEDY);
        }
    }

    @Override
    public void close() {
        owned.close();
    }
}
