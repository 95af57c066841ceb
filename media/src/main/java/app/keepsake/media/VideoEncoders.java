package app.keepsake.media;

import app.keepsake.media.internal.ffmpeg.LibraryVideo;
import app.keepsake.media.internal.program.FFmpegProgram;
import app.keepsake.media.internal.program.X264;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The encoders there may be, and which of them work here. That one is listed says little: a driver may be missing, a
 * program may have been built without it. So each is tried before it is used, with some pictures that are decoded again.
 * Thread-safe.
 */
public final class VideoEncoders {
    /** The name that stands for the best there is. */
    public static final String AUTO = "auto";

    private static final MovieFormat TRIAL = new MovieFormat(320, 192, 30);
    private static final int TRIAL_FRAMES = 8;
    /** By which a grey may differ after the trial, of 255. */
    private static final int TRIAL_ERROR = 12;

    private final Optional<Path> program;

    /**
     * How a trial went.
     *
     * @param name of the encoder
     * @param encoder if it works
     * @param reason why it does not; empty where it does
     */
    public record Trial(String name, Optional<VideoEncoder> encoder, String reason) {}

    /** @param program FFmpeg's, as its owner says; empty for the one on this process's path */
    public VideoEncoders(Optional<Path> program) {
        this.program = program.or(FFmpegProgram::onPath);
    }

    /** The one that is shipped, which needs no trial. */
    public static VideoEncoder shipped(CodingQuality quality) {
        return quality == CodingQuality.LOSSLESS ? LibraryVideo.lossless() : LibraryVideo.openH264(quality);
    }

    /** Names that users may write. */
    public static List<String> names() {
        return Stream.of(
                        Stream.of(AUTO, "x264"),
                        LibraryVideo.hardware(CodingQuality.STANDARD).stream().map(VideoEncoder::name),
                        Stream.of("openh264"))
                .flatMap(names -> names)
                .toList();
    }

    /**
     * An encoder by its name. {@value #AUTO} takes x264 where it works, which needs the fewest bytes by far, else the one
     * that is shipped. Those of graphics processors are taken by name alone: they are fast, and what they make of a
     * picture differs from one to the next.
     *
     * @throws IllegalArgumentException when there is none of the name
     * @throws MediaException when it does not work here
     */
    public VideoEncoder choose(String name, CodingQuality quality) throws MediaException {
        if (!names().contains(name)) {
            throw new IllegalArgumentException(
                    "An encoder is one of %s, found \"%s\".".formatted(String.join(", ", names()), name));
        }
        if (quality == CodingQuality.LOSSLESS || name.equals("openh264")) {
            return shipped(quality);
        }
        if (name.equals(AUTO)) {
            return x264(quality).encoder().orElseGet(() -> shipped(quality));
        }
        Trial trial = name.equals("x264")
                ? x264(quality)
                : LibraryVideo.hardware(quality).stream()
                        .filter(encoder -> encoder.name().equals(name))
                        .map(VideoEncoders::trial)
                        .findFirst()
                        .orElseThrow();
        if (trial.encoder().isEmpty()) {
            throw new MediaException(
                    Path.of(name), "an encoder that works", trial.reason(), "Choose another one, or \"auto\".");
        }
        return trial.encoder().get();
    }

    /** Tries all of them, the best first. */
    public List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        trials.add(x264(CodingQuality.STANDARD));
        LibraryVideo.hardware(CodingQuality.STANDARD).forEach(encoder -> trials.add(trial(encoder)));
        trials.add(trial(shipped(CodingQuality.STANDARD)));
        return trials;
    }

    private Trial x264(CodingQuality quality) {
        return program.map(file -> trial(new X264(file, quality)))
                .orElse(new Trial("x264", Optional.empty(), "no program ffmpeg on the PATH"));
    }

    static Trial trial(VideoEncoder encoder) {
        try {
            CodedPictures made = trialRun(encoder);
            check(made);
            return new Trial(encoder.name(), Optional.of(new Tried(encoder, made)), "");
        } catch (IOException | RuntimeException | LinkageError e) {
            return new Trial(encoder.name(), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private static CodedPictures trialRun(VideoEncoder encoder) throws MediaException {
        RgbImage image = RgbImage.black(TRIAL.width(), TRIAL.height());
        try (PictureEncoder run = encoder.start(TRIAL)) {
            for (int i = 0; i < TRIAL_FRAMES; i++) {
                Arrays.fill(image.pixels(), (byte) grey(i));
                run.frame(image);
            }
            return run.finish();
        }
    }

    private static int grey(int frame) {
        return 40 + 24 * frame;
    }

    /** Two runs in one movie, which must show what was given, in its order. */
    private static void check(CodedPictures made) throws IOException {
        Path file = Files.createTempFile("keepsake-trial", ".mp4");
        try {
            try (MovieWriter writer = MovieWriter.create(file, TRIAL)) {
                writer.pictures(made);
                writer.pictures(made);
                writer.finish();
            }
            try (VideoReader reader = VideoReader.open(file, TRIAL.width())) {
                for (int i = 0; i < 2 * TRIAL_FRAMES; i++) {
                    int expected = grey(i % TRIAL_FRAMES);
                    int found = reader.nextFrame()
                            .map(frame -> frame.image().pixels()[TRIAL.width() * TRIAL.height() / 2 * 3] & 0xFF)
                            .orElse(-1);
                    if (Math.abs(found - expected) > TRIAL_ERROR) {
                        throw new MediaException(
                                file, "the grey " + expected, "the grey " + found, "Choose another encoder.");
                    }
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** An encoder that works: it is told from another version of itself by what it made of the trial. */
    private record Tried(VideoEncoder encoder, String name, String print) implements VideoEncoder {
        Tried(VideoEncoder encoder, CodedPictures made) {
            this(encoder, encoder.name(), encoder.print() + " " + Arrays.hashCode(made.bytes()));
        }

        @Override
        public PictureEncoder start(MovieFormat format) throws MediaException {
            return encoder.start(format);
        }
    }
}
