package app.keepsake.media.internal.photo;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_GIF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PNG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_TIFF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_WEBP;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_ICC_PROFILE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import app.keepsake.media.MediaException;
import app.keepsake.media.MediaType;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.FFmpeg;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;

/** Decodes the formats whose decoders in FFmpeg take a whole file as one packet. */
final class PacketDecoder {
    private static final String REMEDY = "Restore it from a backup, or convert it to JPEG.";

    private PacketDecoder() {}

    static RgbImage decode(SourceFile source, Decoded.Consumer finish) throws MediaException {
        byte[] whole = source.readAll(Limits.MAX_BYTES);
        byte[] file = source.type() == MediaType.WEBP ? AnimatedWebp.firstFrame(whole) : whole;
        StillHeader header = StillHeader.of(source, whole);
        Limits.check(source.path(), header.stored());
        AVCodec codec = FFmpeg.allocated(avcodec_find_decoder(codec(source.type())));
        AVCodecContext decoder = FFmpeg.allocated(avcodec_alloc_context3(codec));
        AVFrame frame = FFmpeg.allocated(av_frame_alloc());
        try {
            decoder.max_pixels(FFmpeg.MAX_PIXELS);
            decoder.thread_count(1);
            String expected =
                    "a %s image of at most %d million pixels".formatted(source.type(), FFmpeg.MAX_PIXELS / 1_000_000);
            FFmpeg.check(avcodec_open2(decoder, codec, (AVDictionary) null), source.path(), expected, REMEDY);
            FFmpeg.check(send(decoder, file), source.path(), expected, REMEDY);
            FFmpeg.check(avcodec_receive_frame(decoder, frame), source.path(), expected, REMEDY);
            Sizes size = new Sizes(frame.width(), frame.height());
            Limits.check(source.path(), size);
            return finish.take(new Decoded(frame, size, header.orientation(), profile(frame)));
        } finally {
            av_frame_free(frame);
            avcodec_free_context(decoder);
        }
    }

    private static int codec(MediaType type) {
        return switch (type) {
            case PNG -> AV_CODEC_ID_PNG;
            case WEBP -> AV_CODEC_ID_WEBP;
            case TIFF -> AV_CODEC_ID_TIFF;
            case GIF -> AV_CODEC_ID_GIF;
            default -> throw new IllegalArgumentException("Not decoded as one packet: " + type);
        };
    }

    private static int send(AVCodecContext decoder, byte[] file) {
        AVPacket packet = FFmpeg.allocated(av_packet_alloc());
        try {
            if (av_new_packet(packet, file.length) < 0) {
                throw new OutOfMemoryError("No native memory for a file of %d bytes.".formatted(file.length));
            }
            packet.data().put(file, 0, file.length);
            int sent = avcodec_send_packet(decoder, packet);
            return sent < 0 ? sent : avcodec_send_packet(decoder, null);
        } finally {
            av_packet_free(packet);
        }
    }

    static Optional<byte[]> profile(AVFrame frame) {
        AVFrameSideData data = av_frame_get_side_data(frame, AV_FRAME_DATA_ICC_PROFILE);
        if (data == null) {
            return Optional.empty();
        }
        byte[] profile = new byte[(int) data.size()];
        data.data().get(profile);
        return Optional.of(profile);
    }
}
