package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Native objects that belong to one of ours: they are freed together, the last one first, also when ours cannot be made.
 * Not thread-safe.
 */
final class Owned implements AutoCloseable {
    private final Deque<Runnable> frees = new ArrayDeque<>();

    AVFrame frame() {
        AVFrame frame = FFmpeg.allocated(av_frame_alloc());
        frees.push(() -> av_frame_free(frame));
        return frame;
    }

    AVPacket packet() {
        AVPacket packet = FFmpeg.allocated(av_packet_alloc());
        frees.push(() -> av_packet_free(packet));
        return packet;
    }

    AVCodecContext context(AVCodec codec) {
        return taken(FFmpeg.allocated(avcodec_alloc_context3(codec)));
    }

    /** Takes over a decoder or encoder that was made elsewhere. */
    AVCodecContext taken(AVCodecContext context) {
        frees.push(() -> avcodec_free_context(context));
        return context;
    }

    /** Takes over anything else. */
    void free(Runnable by) {
        frees.push(by);
    }

    /** Frees all of them, once. */
    @Override
    public void close() {
        while (!frees.isEmpty()) {
            frees.pop().run();
        }
    }
}
