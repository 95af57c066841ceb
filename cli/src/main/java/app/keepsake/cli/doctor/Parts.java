package app.keepsake.cli.doctor;

import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.RgbImage;
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

    static List<Finding> look() {
        return List.of(models(), encoder());
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
