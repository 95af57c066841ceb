package app.keepsake.training.internal.mundane;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.training.internal.data.PerceptualHash;
import app.keepsake.training.internal.data.Pixels;
import app.keepsake.vision.ContentReader;
import app.keepsake.vision.DetectedObject;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.PhotoQuality;
import app.keepsake.vision.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How many mundane pictures are kept out, against how many good photos are lost, by the very code that indexes. Every
 * verdict counts, whatever its kind. Pictures that the training knows under any name do not count.
 */
public final class MundaneEvaluation {
    /** From this probability on memories leave a picture out. */
    private static final double KEPT_OUT = 0.5;

    private static final double MOST_LOST = 0.01;

    private MundaneEvaluation() {}

    /** A picture and the likeliest verdict on it. */
    public record Judged(String name, String source, boolean mundane, double probability, String reason) {}

    /**
     * @param recallAtMostLost recall where 1 % of the good photos are lost
     * @param threshold at which that is
     * @param recall where memories draw the line
     * @param lost share of the good photos there
     */
    public record Result(List<Judged> judged, double recallAtMostLost, double threshold, double recall, double lost) {}

    public static Result run(Path data, int every, Consumer<String> log) throws IOException {
        List<Judged> judged = new ArrayList<>();
        EngineOptions options = EngineOptions.defaults();
        try (ContentReader reader = ContentReader.open(options);
                FaceDetector detector = FaceDetector.open(options, FaceDetector.MINIMUM_SCORE)) {
            List<PerceptualHash> trainedOn = hashes(MundaneSamples.training(data, 1), log);
            int copies = 0;
            for (MundaneSample sample : MundaneSamples.evaluation(data, every)) {
                try {
                    MundaneSample.Opened opened = sample.opening().open();
                    PerceptualHash hash = hash(opened);
                    if (trainedOn.stream().anyMatch(hash::isCopyOf)) {
                        copies++;
                    } else {
                        judged.add(judge(sample, opened, reader, detector));
                    }
                } catch (MediaException e) {
                    log.accept(e.getMessage());
                }
            }
            log.accept("left out: %d pictures that the training knows".formatted(copies));
        }
        double[] good = judged.stream()
                .filter(one -> !one.mundane())
                .mapToDouble(Judged::probability)
                .sorted()
                .toArray();
        double threshold = Math.nextUp(good[good.length - 1 - (int) (MOST_LOST * good.length)]);
        return new Result(
                judged,
                share(judged, true, threshold),
                threshold,
                share(judged, true, KEPT_OUT),
                share(judged, false, KEPT_OUT));
    }

    private static List<PerceptualHash> hashes(List<MundaneSample> samples, Consumer<String> log) {
        List<PerceptualHash> hashes = new ArrayList<>();
        for (MundaneSample sample : samples) {
            try {
                hashes.add(hash(sample.opening().open()));
            } catch (MediaException e) {
                log.accept(e.getMessage());
            }
        }
        return hashes;
    }

    private static PerceptualHash hash(MundaneSample.Opened opened) {
        RgbImage image = opened.image();
        return PerceptualHash.of(new Pixels(image.width(), image.height(), image.pixels()));
    }

    private static Judged judge(
            MundaneSample sample, MundaneSample.Opened opened, ContentReader reader, FaceDetector detector) {
        List<Face> faces = detector.detect(opened.image());
        List<DetectedObject> things = reader.objects(opened.image());
        PhotoQuality quality = PhotoQuality.of(opened.image(), faces, things);
        Optional<Verdict> likeliest =
                reader.read(opened.image(), opened.origin(), faces, things, quality).verdicts().stream()
                        .findFirst();
        return new Judged(
                sample.name(),
                sample.source(),
                sample.isMundane(),
                likeliest.map(Verdict::probability).orElse(0.0),
                likeliest.map(one -> one.kind() + ", " + one.reason()).orElse(""));
    }

    private static double share(List<Judged> judged, boolean mundane, double threshold) {
        return judged.stream()
                .filter(one -> one.mundane() == mundane)
                .mapToDouble(one -> one.probability() >= threshold ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** Of each source how many pictures are kept out where memories draw the line. */
    public static TreeMap<String, double[]> bySource(List<Judged> judged) {
        TreeMap<String, double[]> counts = new TreeMap<>();
        for (Judged one : judged) {
            double[] count = counts.computeIfAbsent(
                    (one.mundane() ? "mundane: " : "good:    ") + one.source(), source -> new double[2]);
            count[0] += one.probability() >= KEPT_OUT ? 1 : 0;
            count[1]++;
        }
        return counts;
    }
}
