package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;

import app.keepsake.media.HdrKind;
import app.keepsake.media.Inset;
import app.keepsake.media.MediaException;
import app.keepsake.media.internal.Sizes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a clip's container tells before anything is decoded.
 *
 * @param size upright, square pixels
 * @param duration of the whole clip
 * @param hasAudio whether there is a sound track that can be decoded
 * @param hdr whether there is more light in it than is shown
 * @param tags the container's metadata by FFmpeg's and QuickTime's key names
 */
public record ClipHeader(
        Sizes size, Duration duration, boolean hasAudio, Optional<HdrKind> hdr, Map<String, String> tags) {
    public ClipHeader {
        tags = Map.copyOf(tags);
    }

    /** Reads a clip's header. */
    public static ClipHeader read(Path file) throws MediaException {
        return read(file, Optional.empty());
    }

    /** The same of a clip that is a part of a file. */
    public static ClipHeader read(Path file, Optional<Inset> inset) throws MediaException {
        try (Demuxer demuxer = Demuxer.open(file, inset)) {
            demuxer.probe();
            int picture = demuxer.bestStream(AVMEDIA_TYPE_VIDEO);
            if (picture < 0) {
                throw new MediaException(file, "a picture track", "none", "Leave it out: it has only sound or data.");
            }
            AVStream stream = demuxer.context.streams(picture);
            ClipReader.checkSize(file, stream);
            Sizes size = ClipReader.displaySize(stream)
                    .swapped(Demuxer.orientation(stream).swapsSides());
            Map<String, String> tags = new HashMap<>();
            collect(stream.metadata(), tags);
            collect(demuxer.context.metadata(), tags);
            Duration duration = Duration.ofNanos(1000 * Math.max(0, demuxer.context.duration()));
            return new ClipHeader(
                    size,
                    duration,
                    demuxer.bestStream(AVMEDIA_TYPE_AUDIO) >= 0,
                    Transfer.of(stream.codecpar().color_trc()),
                    tags);
        }
    }

    private static void collect(@Nullable AVDictionary from, Map<String, String> to) {
        AVDictionaryEntry entry = from == null ? null : av_dict_iterate(from, null);
        while (entry != null) {
            to.put(entry.key().getString(), entry.value().getString(StandardCharsets.UTF_8));
            entry = av_dict_iterate(from, entry);
        }
    }
}
