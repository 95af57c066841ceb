package app.keepsake.training.internal.evaluation;

import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.training.internal.data.TruthPhoto;
import app.keepsake.training.internal.evaluation.DetectionEvaluation.Point;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.student.StudentDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a detector did.
 *
 * @param sets each set of labelled photos
 * @param closeUps portraits cut down to the face
 * @param cutOuts faces set into rooms, at the default score
 * @param falseFaces in photos without people, at the default score, and the number of those photos
 * @param milliseconds median of a photo, without decoding
 * @param arenaMebibytes of intermediate results for the last photo; empty if the detector does not say
 */
public record Measurement(
        String name,
        List<OnSet> sets,
        CloseUps closeUps,
        CutOutFaces cutOuts,
        int[] falseFaces,
        double milliseconds,
        OptionalLong arenaMebibytes) {
    /** Long side that photos are decoded to at most, px; the true boxes are in pixels of them. */
    public static final int LARGEST = 8192;

    /**
     * @param all faces of at least 16 px
     * @param large faces of at least 40 px
     * @param groups recall by group at the default score
     */
    public record OnSet(String name, DetectionEvaluation all, DetectionEvaluation large, GroupRecall groups) {
        /** Precision and recall at the default score. */
        public Point atDefault() {
            return all.curve().stream()
                    .filter(point -> point.score() >= FaceDetector.MINIMUM_SCORE)
                    .reduce((before, after) -> after)
                    .orElse(new Point(1, 0, 1, 0));
        }
    }

    /** What to measure on: labelled photos by the name of their set, portraits with one face each, and empty rooms. */
    public record Material(
            Map<String, List<TruthPhoto>> sets,
            List<TruthPhoto> portraits,
            List<CutOutFaces.Square> squares,
            List<Path> withoutPeople) {}

    /** Measures photo by photo, so that no more than one is held. */
    public static Measurement of(Contestant contestant, Material material) throws IOException {
        PhotoDecoder decoder = PhotoDecoder.create();
        List<OnSet> sets = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        CloseUps closeUps = new CloseUps();
        CutOutFaces cutOuts = new CutOutFaces();
        try (FaceDetector detector = contestant.opening().open()) {
            for (Map.Entry<String, List<TruthPhoto>> set : material.sets.entrySet()) {
                OnSet result = new OnSet(
                        set.getKey(), new DetectionEvaluation(16), new DetectionEvaluation(40), new GroupRecall());
                for (TruthPhoto photo : set.getValue()) {
                    RgbImage image = decode(decoder, photo.file());
                    long begun = System.nanoTime();
                    List<Face> found = detector.detect(image);
                    times.add((System.nanoTime() - begun) / 1e6);
                    result.all.add(photo.faces(), found);
                    result.large.add(photo.faces(), found);
                    result.groups.add(photo, found);
                }
                sets.add(result);
            }
            for (TruthPhoto portrait : material.portraits) {
                closeUps.add(
                        detector,
                        decode(decoder, portrait.file()),
                        portrait.faces().getFirst(),
                        FaceDetector.MINIMUM_SCORE);
            }
            Map<Path, List<CutOutFaces.Square>> squares = material.squares.stream()
                    .collect(Collectors.groupingBy(CutOutFaces.Square::photo, TreeMap::new, Collectors.toList()));
            for (Map.Entry<Path, List<CutOutFaces.Square>> photo : squares.entrySet()) {
                List<Face> found = detector.detect(decode(decoder, photo.getKey())).stream()
                        .filter(face -> face.score() >= FaceDetector.MINIMUM_SCORE)
                        .toList();
                photo.getValue().forEach(square -> cutOuts.add(square, found));
            }
            OptionalLong arena = detector instanceof StudentDetector student
                    ? OptionalLong.of(Math.ceilDiv(student.arenaBytes(), 1L << 20))
                    : OptionalLong.empty();
            Collections.sort(times);
            double median = times.isEmpty() ? 0 : times.get(times.size() / 2);
            int[] falseFaces = falseFaces(detector, material.withoutPeople, decoder);
            return new Measurement(contestant.name(), sets, closeUps, cutOuts, falseFaces, median, arena);
        }
    }

    private static int[] falseFaces(FaceDetector detector, List<Path> folders, PhotoDecoder decoder)
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
        return new int[] {faces, photos};
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
}
