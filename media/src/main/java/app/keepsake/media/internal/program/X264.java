package app.keepsake.media.internal.program;

import app.keepsake.media.CodingQuality;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.PictureEncoder;
import app.keepsake.media.VideoEncoder;
import app.keepsake.media.internal.ffmpeg.LibraryVideo;
import java.nio.file.Path;
import java.util.List;

/**
 * H.264 by the x264 of the system's FFmpeg, High profile, 4:2:0, BT.709, limited range. A run is a process: pictures go in
 * and come out through pipes, and its arguments are these alone. One thread each, so that the same pictures give the same
 * bytes whatever the number of processors, and parameters that do not depend on the pictures, so that runs can be joined.
 *
 * @param program an executable file
 * @param quality not lossless
 */
public record X264(Path program, CodingQuality quality) implements VideoEncoder {
    /** Pictures are shown up to two frames later than they are decoded: frames may lean on later ones, and those on others. */
    private static final int DELAY = 2;

    @Override
    public String name() {
        return "x264";
    }

    @Override
    public String print() {
        return "x264 %s %d".formatted(preset(), rate());
    }

    @Override
    public PictureEncoder start(MovieFormat format) throws MediaException {
        return new ProgramRun(command(format), format, DELAY);
    }

    /** Steps of quantisation: three more take a third off the bytes. */
    private int rate() {
        return switch (quality) {
            case SMALL -> 26;
            case STANDARD -> 21;
            case BEST -> 18;
            case LOSSLESS -> throw new IllegalArgumentException("Without losses only ffv1 encodes.");
        };
    }

    private String preset() {
        return quality == CodingQuality.BEST ? "fast" : "veryfast";
    }

    private List<String> command(MovieFormat format) {
        int key = LibraryVideo.keyFrames(format);
        return List.of(
                program.toString(),
                "-nostdin",
                "-hide_banner",
                "-nostats",
                "-loglevel",
                "warning",
                "-threads",
                "1",
                "-f",
                "rawvideo",
                "-pixel_format",
                "yuv420p",
                "-video_size",
                format.width() + "x" + format.height(),
                "-framerate",
                format.framesPerSecond() + "/" + format.perSeconds(),
                "-i",
                "pipe:0",
                "-map",
                "0:v",
                "-c:v",
                "libx264",
                "-preset",
                preset(),
                "-profile:v",
                "high",
                "-crf",
                String.valueOf(rate()),
                "-threads",
                "1",
                "-x264-params",
                "stitchable=1:keyint=%d:bframes=3:b-pyramid=normal:open-gop=0".formatted(key),
                "-color_range",
                "tv",
                "-colorspace",
                "bt709",
                "-color_primaries",
                "bt709",
                "-color_trc",
                "bt709",
                "-chroma_sample_location",
                "left",
                // What x264 tells of itself in each run would only take room.
                "-bsf:v",
                "filter_units=remove_types=6",
                "-f",
                "nut",
                "pipe:1");
    }
}
