package app.keepsake.cli.doctor;

import app.keepsake.catalog.LibrarySettings;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoEncoders;
import app.keepsake.media.VideoEncoders.Trial;
import app.keepsake.vision.FaceDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether pictures can be seen and films be written, found out by doing both with a black picture. */
final class Parts {
    private static final int SIDE = 160;
    private static final int RATE = 25;

    private Parts() {}

    /** @param library its folder */
    static List<Finding> look(Path library) {
        return List.of(models(), encoder(), films(library));
    }

    /** Which encoders work is only known by encoding with each. */
    private static Finding films(Path library) {
        try {
            LibrarySettings settings = LibrarySettings.of(library);
            List<Trial> trials = new VideoEncoders(settings.ffmpeg()).trials();
            List<String> working = trials.stream()
                    .filter(trial -> trial.encoder().isPresent())
                    .map(Trial::name)
                    .toList();
            String wanted = settings.encoder().orElse(VideoEncoders.AUTO);
            if (!wanted.equals(VideoEncoders.AUTO) && !working.contains(wanted)) {
                return Finding.ill(
                        "encoders", "encoders.wanted", wanted, reason(trials, wanted), String.join(", ", working));
            }
            String best = working.contains("x264") ? "x264" : "openh264";
            String used = wanted.equals(VideoEncoders.AUTO) ? best : wanted;
            return trials.getFirst().encoder().isPresent()
                    ? Finding.well("encoders", "encoders", used, String.join(", ", working))
                    : Finding.note(
                            "encoders",
                            "encoders.large",
                            used,
                            String.join(", ", working),
                            trials.getFirst().reason());
        } catch (RuntimeException | LinkageError e) {
            return Finding.ill("encoders", "encoder.broken", e.toString());
        }
    }

    private static String reason(List<Trial> trials, String name) {
        return trials.stream()
                .filter(trial -> trial.name().equals(name))
                .map(Trial::reason)
                .findFirst()
                .orElse("?");
    }

    private static Finding models() {
        try (FaceDetector detector = FaceDetector.open()) {
            int faces = detector.detect(RgbImage.black(SIDE, SIDE)).size();
            return faces == 0
                    ? Finding.well("models", "models", detector.version())
                    : Finding.ill("models", "models.wrong");
        } catch (RuntimeException | LinkageError e) {
            return Finding.ill("models", "models.broken", e.toString());
        }
    }

    private static Finding encoder() {
        try {
            Path folder = Files.createTempDirectory("keepsake-doctor");
            Path film = folder.resolve("film.mp4");
            try {
                write(film);
                return Finding.well("encoder", "encoder", Files.size(film));
            } finally {
                Files.deleteIfExists(film);
                Files.delete(folder);
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            return Finding.ill("encoder", "encoder.broken", e.toString());
        }
    }

    private static void write(Path film) throws MediaException {
        RgbImage black = RgbImage.black(SIDE, SIDE);
        try (MovieWriter writer = MovieWriter.create(film, new MovieFormat(SIDE, SIDE, RATE))) {
            for (int i = 0; i < RATE; i++) {
                writer.frame(black);
            }
            writer.finish();
        }
    }
}
