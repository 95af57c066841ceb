package app.keepsake.training.internal.evaluation;

import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.DetectionEvaluation;
import app.keepsake.vision.DetectionEvaluation.Point;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.LabelledPhoto;
import app.keepsake.vision.student.StudentDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How a detector did.
 *
 * @param all faces of at least 16 px
 * @param large faces of at least 40 px
 * @param groups recall by group at the default score
 * @param falseFacesPerPhoto in photos without people, at the default score; empty without such photos
 * @param milliseconds median of a photo, without decoding
 * @param arenaMebibytes of intermediate results for the last photo; empty if the detector does not say
 */
public record Measurement(
        String name,
        DetectionEvaluation all,
        DetectionEvaluation large,
        GroupRecall groups,
        OptionalDouble falseFacesPerPhoto,
        double milliseconds,
        OptionalLong arenaMebibytes) {
    private static final int LARGEST = 8192;

    /** Measures photo by photo, so that no more than one is held. */
    static Measurement of(Contestant contestant, List<LabelledPhoto> photos, List<Path> noPeople, PhotoDecoder decoder)
            throws IOException {
        DetectionEvaluation all = new DetectionEvaluation(16);
        DetectionEvaluation large = new DetectionEvaluation(40);
        GroupRecall groups = new GroupRecall();
        List<Double> times = new ArrayList<>();
        try (FaceDetector detector = contestant.opening().open()) {
            for (LabelledPhoto photo : photos) {
                RgbImage image = decode(decoder, photo.file());
                long begun = System.nanoTime();
                List<Face> found = detector.detect(image);
                times.add((System.nanoTime() - begun) / 1e6);
                all.add(photo.faces(), found);
                large.add(photo.faces(), found);
                groups.add(photo, found);
            }
            OptionalLong arena = detector instanceof StudentDetector student
                    ? OptionalLong.of(Math.ceilDiv(student.arenaBytes(), 1L << 20))
                    : OptionalLong.empty();
            Collections.sort(times);
            double median = times.isEmpty() ? 0 : times.get(times.size() / 2);
            OptionalDouble falseFaces = falseFaces(detector, noPeople, decoder);
            return new Measurement(contestant.name(), all, large, groups, falseFaces, median, arena);
        }
    }

    public static Measurement of(Contestant contestant, List<LabelledPhoto> photos, List<Path> noPeople)
            throws IOException {
        return of(contestant, photos, noPeople, PhotoDecoder.create());
    }

    private static OptionalDouble falseFaces(FaceDetector detector, List<Path> folders, PhotoDecoder decoder)
            throws IOException {
        int photos = 0;
        int faces = 0;
        for (Path folder : folders) {
            for (Path file : photosIn(folder)) {
                photos++;
                faces += (int) detector.detect(decode(decoder, file)).stream()
                        .filter(face -> face.score() >= FaceDetector.MINIMUM_SCORE)
                        .count();
            }
        }
        return photos == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) faces / photos);
    }

    private static List<Path> photosIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
    }

    private static RgbImage decode(PhotoDecoder decoder, Path file) throws IOException {
        try {
            return decoder.decode(file, LARGEST);
        } catch (MediaException e) {
            throw new IOException(
                    "%s cannot be measured on: %s Take it out of the list.".formatted(file, e.getMessage()), e);
        }
    }

    /** Precision and recall at the default score. */
    public Point atDefault() {
        return all.curve().stream()
                .filter(point -> point.score() >= FaceDetector.MINIMUM_SCORE)
                .reduce((before, after) -> after)
                .orElse(new Point(1, 0, 1, 0));
    }
}
