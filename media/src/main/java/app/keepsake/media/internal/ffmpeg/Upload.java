package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_buffer_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_ctx_create;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_ctx_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_ctx_init;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_transfer_data;

import app.keepsake.media.MediaException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVHWFramesContext;

/** Sends pictures to the memory of a graphics processor. Not thread-safe. */
final class Upload {
    private static final Path NAME = Path.of("the movie");
    private static final String REMEDY = "Choose another encoder.";
    /** Pictures that the encoder may hold at a time. */
    private static final int HELD = 20;

    private final AVBufferRef frames;
    private final AVFrame there;

    /**
     * @param owned frees what this takes
     * @param kind of device, as FFmpeg counts them
     * @param sent format of the pictures that are sent
     * @param encoder takes its pictures from there
     */
    Upload(Owned owned, int kind, int sent, AVCodecContext encoder) throws MediaException {
        AVBufferRef device = new AVBufferRef(null);
        FFmpeg.check(
                av_hwdevice_ctx_create(device, kind, (String) null, null, 0),
                NAME,
                "a graphics processor that encodes",
                REMEDY);
        owned.free(() -> av_buffer_unref(device));
        frames = FFmpeg.allocated(av_hwframe_ctx_alloc(device));
        owned.free(() -> av_buffer_unref(frames));
        new AVHWFramesContext(frames.data())
                .format(encoder.pix_fmt())
                .sw_format(sent)
                .width(encoder.width())
                .height(encoder.height())
                .initial_pool_size(HELD);
        FFmpeg.check(av_hwframe_ctx_init(frames), NAME, "a graphics processor that takes the size", REMEDY);
        // The encoder frees its own.
        encoder.hw_frames_ctx(FFmpeg.allocated(av_buffer_ref(frames)));
        there = owned.frame();
    }

    /** The same picture there, until the next one. */
    AVFrame of(AVFrame sent) throws MediaException {
        av_frame_unref(there);
        FFmpeg.check(av_hwframe_get_buffer(frames, there, 0), NAME, "room on the graphics processor", REMEDY);
        FFmpeg.check(
                av_hwframe_transfer_data(there, sent, 0), NAME, "a graphics processor that takes pictures", REMEDY);
        return there;
    }
}
