package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;
import static org.bytedeco.ffmpeg.global.avutil.av_version_info;

import app.keepsake.media.MediaException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** What all uses of the library share: it is silent, its error numbers become exceptions, and pictures have a limit. */
public final class FFmpeg {
    /** No picture or frame has more pixels than this; larger ones are refused before memory is taken for them. */
    public static final long MAX_PIXELS = 200_000_000;

    /** No decoder gets a larger block of memory, whatever a file tells: as much as the largest picture takes. */
    private static final long LARGEST_BLOCK = 5 * MAX_PIXELS;

    /** AVERROR(ENOMEM). */
    private static final int NO_MEMORY = -12;

    /** Larger colour profiles are no camera's, and their pictures are taken for sRGB. */
    public static final int MOST_PROFILE_BYTES = 4 << 20;

    static {
        av_log_set_level(AV_LOG_QUIET);
        limitBlocks(LARGEST_BLOCK);
    }

    private FFmpeg() {}

    /**
     * Sets the largest block of memory that anything in this process gets from the library.
     *
     * @param bytes at most the usual limit
     */
    public static void limitBlocks(long bytes) {
        av_max_alloc(Math.min(bytes, LARGEST_BLOCK));
    }

    /** Loads the native library and silences it. */
    static void load() {
        // The static initialiser has done it.
    }

    /** Of the library, like "8.1". */
    public static String version() {
        return av_version_info().getString();
    }

    /** Passes an answer of the library through, or turns a negative one into an exception. */
    public static int check(int answer, Path file, String expected, String remedy) throws MediaException {
        if (answer == NO_MEMORY) {
            throw MediaException.ofMemory(file);
        }
        if (answer < 0) {
            throw new MediaException(file, expected, "the decoder's error \"" + message(answer) + "\"", remedy);
        }
        return answer;
    }

    /** An encoder by FFmpeg's name for it. */
    static AVCodec encoder(String name, Path file) throws MediaException {
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null) {
            throw new MediaException(
                    file, "the encoder " + name, "an FFmpeg without it", "Use the FFmpeg that comes with Keepsake.");
        }
        return codec;
    }

    /** An object that the library has allocated, which is null only when memory is short. */
    public static <P extends Pointer> P allocated(@Nullable P pointer) {
        if (pointer == null || pointer.isNull()) {
            throw new OutOfMemoryError("FFmpeg could not allocate native memory.");
        }
        return pointer;
    }

    static String message(int error) {
        try (BytePointer text = new BytePointer(128)) {
            av_strerror(error, text, text.capacity());
            String whole = text.getString();
            int end = whole.indexOf(0);
            return end < 0 ? whole : whole.substring(0, end);
        }
    }
}
