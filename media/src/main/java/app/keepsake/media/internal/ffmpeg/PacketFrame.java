package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_ICC_PROFILE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;

/** Decodes a picture whose whole file is one packet. Not thread-safe. */
public final class PacketFrame implements AutoCloseable {
    private final Owned owned = new Owned();
    private final AVCodec codec;
    private final AVCodecContext decoder;
    private final AVFrame frame;

    /**
     * @param codecId of the library
     * @param strict whether damage is an error, rather than a picture with some of it missing
     * @param halvings how often the decoder halves the picture, if it can
     */
    public PacketFrame(int codecId, boolean strict, int halvings) {
        FFmpeg.load();
        codec = FFmpeg.allocated(avcodec_find_decoder(codecId));
        try {
            frame = owned.frame();
            decoder = owned.context(codec);
        } catch (OutOfMemoryError e) {
            owned.close();
            throw e;
        }
        decoder.max_pixels(FFmpeg.MAX_PIXELS);
        decoder.thread_count(1);
        decoder.lowres(halvings);
        if (strict) {
            decoder.err_recognition(AV_EF_EXPLODE);
        }
    }

    /** Decodes; a negative answer is one of the library's errors. */
    public int decode(byte[] file) {
        int opened = avcodec_open2(decoder, codec, (AVDictionary) null);
        if (opened < 0) {
            return opened;
        }
        int sent = send(file);
        return sent < 0 ? sent : avcodec_receive_frame(decoder, frame);
    }

    private int send(byte[] file) {
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

    /** The decoded picture, until this object is closed. */
    public AVFrame frame() {
        return frame;
    }

    /** The picture's ICC profile. */
    public Optional<byte[]> profile() {
        AVFrameSideData data = av_frame_get_side_data(frame, AV_FRAME_DATA_ICC_PROFILE);
        if (data == null || data.size() > FFmpeg.MOST_PROFILE_BYTES) {
            return Optional.empty();
        }
        byte[] profile = new byte[(int) data.size()];
        data.data().get(profile);
        return Optional.of(profile);
    }

    @Override
    public void close() {
        owned.close();
    }
}
