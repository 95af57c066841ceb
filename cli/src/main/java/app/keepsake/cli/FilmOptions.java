package app.keepsake.cli;

import app.keepsake.catalog.LibrarySettings;
import app.keepsake.film.FrameSize;
import app.keepsake.film.Length;
import app.keepsake.film.Mood;
import app.keepsake.media.CodingQuality;
import app.keepsake.media.MediaException;
import app.keepsake.media.VideoEncoder;
import app.keepsake.media.VideoEncoders;
import app.keepsake.operations.film.FilmExtras;
import app.keepsake.operations.film.FilmWishes;
import app.keepsake.share.Preset;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a film is to be made. */
final class FilmOptions {
    private static final Logger LOG = System.getLogger(FilmOptions.class.getName());

    @Option(
            names = "--mood",
            paramLabel = "M",
            description = "${COMPLETION-CANDIDATES} (default: one that fits what is told).",
            completionCandidates = Moods.class)
    @Nullable
    String mood;

    @Option(
            names = "--length",
            paramLabel = "short|medium|long",
            description = "About 20, 45 or 90 seconds, or any number of seconds (default: ${DEFAULT-VALUE}).",
            defaultValue = "medium")
    private String length = "medium";

    @Option(
            names = "--aspect",
            paramLabel = "W:H",
            description = "16:9, 9:16, 1:1 or 4:5 (default: ${DEFAULT-VALUE}).",
            defaultValue = "16:9")
    private String aspect = "16:9";

    @Option(
            names = "--size",
            paramLabel = "S",
            description = "720p, 1080p or 4k, the shorter side (default: ${DEFAULT-VALUE}).",
            defaultValue = "1080p")
    private String size = "1080p";

    @Option(
            names = "--fps",
            paramLabel = "N",
            description = "Frames a second, 24 to 60 (default: ${DEFAULT-VALUE}).",
            defaultValue = "30")
    private int fps = 30;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another number makes another score and other moves (default: the memory's own).")
    private @Nullable Long seed;

    @Option(
            names = "--quality",
            paramLabel = "Q",
            description = "small, standard or best; lossless to measure by, which few players take (default:"
                    + " ${DEFAULT-VALUE}).",
            defaultValue = "standard")
    private String quality = "standard";

    @Option(
            names = "--encoder",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES}; auto takes x264 where the system's ffmpeg has it, else openh264"
                    + " (default: what keepsake.properties names, or auto).",
            completionCandidates = Encoders.class)
    private @Nullable String encoder;

    @Option(names = "--music", paramLabel = "FILE", description = "Music of your own instead of a score.")
    private @Nullable Path music;

    @Option(names = "--otio", paramLabel = "FILE", description = "Also the edit, as OpenTimelineIO.")
    private @Nullable Path otio;

    @Option(names = "--poster", paramLabel = "FILE", description = "Also a picture of the film, as JPEG.")
    private @Nullable Path poster;

    @Option(names = "--sheet", paramLabel = "FILE", description = "Also small frames in rows, as JPEG.")
    private @Nullable Path sheet;

    @Option(
            names = "--save-project",
            paramLabel = "FILE",
            description = "Also all that the film is, as JSON to edit and to render with --project.")
    private @Nullable Path project;

    /** In the shape of a screen. */
    static FilmOptions of(String mood, String length) {
        FilmOptions options = new FilmOptions();
        options.mood = mood;
        options.length = length;
        return options;
    }

    /** As a place expects films. */
    static FilmOptions of(Preset preset, @Nullable String mood) {
        FilmOptions options = new FilmOptions();
        options.aspect = preset.aspect();
        options.size = preset.size();
        options.length = preset.length();
        options.mood = mood;
        return options;
    }

    /** Refuses what is wrong before any work is done. */
    void check() {
        if (mood != null) {
            Mood.named(mood);
        }
        Length ignoredLength = length();
        FrameSize ignoredSize = size();
        CodingQuality ignoredQuality = CodingQuality.named(quality);
        if (encoder != null && !VideoEncoders.names().contains(encoder)) {
            throw new IllegalArgumentException("An encoder is one of %s, found \"%s\"."
                    .formatted(String.join(", ", VideoEncoders.names()), encoder));
        }
        if (fps < 24 || fps > 60) {
            throw new IllegalArgumentException("A film has 24 to 60 frames a second, found %d.".formatted(fps));
        }
    }

    /**
     * What encodes the film: as asked for, else as the library's settings say, else the best there is.
     *
     * @throws MediaException when the one that was asked for does not work here
     */
    VideoEncoder encoder(LibraryFolder home) throws MediaException {
        LibrarySettings settings = LibrarySettings.of(home.root());
        VideoEncoders encoders = new VideoEncoders(settings.ffmpeg());
        CodingQuality wanted = CodingQuality.named(quality);
        if (encoder != null) {
            return encoders.choose(encoder, wanted);
        }
        try {
            return encoders.choose(settings.encoder().orElse(VideoEncoders.AUTO), wanted);
        } catch (MediaException | IllegalArgumentException e) {
            // Films are made all the same; the checkup tells what is wrong with the setting.
            LOG.log(Level.WARNING, "{0} The encoder that comes with Keepsake is used.", e.getMessage());
            return VideoEncoders.shipped(wanted);
        }
    }

    FilmWishes wishes() {
        return new FilmWishes(
                Optional.ofNullable(mood),
                length(),
                size(),
                fps,
                Optional.ofNullable(seed),
                Optional.ofNullable(music));
    }

    FilmExtras extras() {
        return new FilmExtras(
                Optional.ofNullable(project),
                Optional.ofNullable(otio),
                Optional.ofNullable(poster),
                Optional.ofNullable(sheet));
    }

    private Length length() {
        return Length.parse(length);
    }

    private FrameSize size() {
        return FrameSize.of(aspect, size);
    }

    /** The encoders there may be. */
    static final class Encoders implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return VideoEncoders.names().iterator();
        }
    }

    /** The moods there are. */
    static final class Moods implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return Mood.names().iterator();
        }
    }
}
