package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EIO;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import app.keepsake.media.internal.structure.Window;
import java.io.IOException;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Lets the library read bytes that are held, or a part of a file, as if they were a file: it sees nothing else of it. Not
 * thread-safe.
 */
final class WindowInput implements AutoCloseable {
    private static final int BUFFER = 1 << 15;
    private static final int FROM_START = 0;
    private static final int FROM_HERE = 1;
    private static final int FROM_END = 2;

    private final Window window;
    private final Reading reading = new Reading();
    private final Seeking seeking = new Seeking();
    private final AVIOContext context;
    private long at;

    /** @param window is closed with this, or when this cannot be made */
    WindowInput(Window window) throws IOException {
        this.window = window;
        try {
            this.context = made();
        } catch (RuntimeException | Error e) {
            window.close();
            throw e;
        }
    }

    private AVIOContext made() {
        BytePointer buffer = new BytePointer(FFmpeg.allocated(av_malloc(BUFFER)));
        AVIOContext made = avio_alloc_context(buffer, BUFFER, 0, null, reading, null, seeking);
        if (made == null || made.isNull()) {
            av_free(buffer);
        }
        return FFmpeg.allocated(made);
    }

    AVIOContext context() {
        return context;
    }

    private final class Reading extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer to, int length) {
            int count = (int) Math.min(length, window.size() - at);
            if (count <= 0) {
                return AVERROR_EOF;
            }
            try {
                to.put(window.bytes(at, count), 0, count);
            } catch (IOException unreadable) {
                return AVERROR_EIO();
            }
            at += count;
            return count;
        }
    }

    private final class Seeking extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            long to = switch (whence & 0xFFFF) {
                case FROM_START -> offset;
                case FROM_HERE -> at + offset;
                case FROM_END -> window.size() + offset;
                default -> -1;
            };
            if ((whence & AVSEEK_SIZE) != 0) {
                return window.size();
            }
            if (to < 0 || to > window.size()) {
                return -1;
            }
            at = to;
            return to;
        }
    }

    @Override
    public void close() {
        av_free(context.buffer());
        avio_context_free(context);
        reading.close();
        seeking.close();
        try {
            window.close();
        } catch (IOException e) {
            // It was only read from.
            return;
        }
    }
}
