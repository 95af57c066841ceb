package app.keepsake.vision.student;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The student over a pyramid of five scales; the smallest face sets the first scale. Pyramids of the latest sizes of
 * pictures are kept. Safe for use by several threads, which share one budget of memory and wait for each other for a
 * step of the network, not for whole pictures.
 */
public final class StudentDetector implements FaceDetector {
    private static final String SHIPPED = "/app/keepsake/vision/models/faces.student";

    /** How the network is run; a change of it changes what is found, too. */
    private static final String LOOKS = "looks 2";

    /** The smallest face that the student was taught, px. */
    private static final double SMALLEST_TAUGHT = 15.5;

    private static final int SCALES = 5;

    /** Enlarging a picture further shows nothing new; see docs/decisions. */
    private static final double LARGEST_SCALE = 2;

    /** Of all pyramids together; one for a photo of 1024 x 768 takes half. */
    private static final long BUDGET = 56L << 20;

    private final StudentWeights weights;
    private final Settings settings;
    private final Model model;
    private final PyramidPool pyramids = new PyramidPool(BUDGET);
    private volatile long arenaBytes;

    /**
     * @param smallestFace of the faces looked for, as a share of the picture's shorter side
     * @param minimumScore the least score of a face that is reported
     * @param secondLook whether faces in doubt are looked at again: surer, and slower where there are many
     */
    public record Settings(double smallestFace, double minimumScore, boolean secondLook) {
        /** The smallest face that is looked for unless something else is asked for. */
        public static final double SMALLEST_FACE = 1 / 40.0;

        public Settings(double smallestFace, double minimumScore) {
            this(smallestFace, minimumScore, true);
        }

        public Settings withoutSecondLook() {
            return new Settings(smallestFace, minimumScore, false);
        }

        public Settings {
            if (!(smallestFace > 0 && smallestFace <= 1)) {
                throw new IllegalArgumentException(
                        "The smallest face (%s of the shorter side) must be above 0 and at most 1."
                                .formatted(smallestFace));
            }
            if (!(minimumScore > 0 && minimumScore < 1)) {
                throw new IllegalArgumentException(
                        "The minimum score (%s) must be above 0 and below 1.".formatted(minimumScore));
            }
        }
    }

    public StudentDetector(StudentWeights weights, Settings settings, EngineOptions engine) {
        this.weights = weights;
        this.settings = settings;
        model = Model.compile(StudentGraph.of(weights), engine);
    }

    /** Opens the weights that come with this module. */
    public static StudentDetector shipped(EngineOptions engine, Settings settings) {
        try (@Nullable InputStream in = StudentDetector.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IOException("Expected the resource %s, found none. Build again.".formatted(SHIPPED));
            }
            return new StudentDetector(StudentWeights.read(SHIPPED, in), settings, engine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Face> detect(RgbImage image) {
        Pyramid pyramid = pyramids.borrow(image.width(), image.height(), () -> pyramid(image));
        List<Face> boxes = new ArrayList<>();
        try {
            pyramid.run(image);
            arenaBytes = pyramid.arenaBytes();
            for (int level = 0; level < pyramid.levels().size(); level++) {
                addBoxes(pyramid, level, boxes);
            }
            boxes = pyramid.lookAgain(BoxMerge.merge(boxes), leastLogit());
        } finally {
            pyramids.giveBack(pyramid);
        }
        return boxes.stream()
                .map(box -> within(box, image))
                .filter(box -> box.width() > 0 && box.height() > 0 && box.score() >= settings.minimumScore())
                .toList();
    }

    private Pyramid pyramid(RgbImage image) {
        double smallest = settings.smallestFace() * Math.min(image.width(), image.height());
        double base = Math.min(LARGEST_SCALE, SMALLEST_TAUGHT / smallest);
        return new Pyramid(model, weights, image.width(), image.height(), base, SCALES, settings.secondLook());
    }

    /** The logit of a face, as the network says it, that has the least score which is reported. */
    private double leastLogit() {
        return (StudentOutput.logit(settings.minimumScore()) - weights.offset()) / weights.slope();
    }

    private void addBoxes(Pyramid pyramid, int index, List<Face> boxes) {
        Pyramid.Level level = pyramid.levels().get(index);
        float[] out = pyramid.output(index);
        double least = Math.min(StudentOutput.logit(BoxMerge.LEAST_SAY), leastLogit());
        int outputs = weights.outputs();
        for (int i = 0; i < level.rows() * level.columns(); i++) {
            if (out[i * outputs] >= least) {
                double x = pyramid.middle(weights.step(), i % level.columns());
                double y = pyramid.middle(weights.step(), i / level.columns());
                boxes.add(StudentOutput.face(out, i * outputs, outputs, x, y).scaled(1 / level.scale()));
            }
        }
    }

    /** The box as far as it lies in the picture, its score calibrated. */
    private Face within(Face box, RgbImage image) {
        double left = Math.clamp(box.x(), 0, image.width());
        double top = Math.clamp(box.y(), 0, image.height());
        double right = Math.clamp(box.x() + box.width(), 0, image.width());
        double bottom = Math.clamp(box.y() + box.height(), 0, image.height());
        double score = StudentOutput.probability(weights.slope() * StudentOutput.logit(box.score()) + weights.offset());
        return new Face(left, top, right - left, bottom - top, score, box.landmarks());
    }

    @Override
    public String version() {
        return "student %s, %s".formatted(weights.name(), LOOKS);
    }

    /** Bytes of intermediate results that the latest picture needed. */
    public synchronized long arenaBytes() {
        return arenaBytes;
    }

    @Override
    public void close() {
        model.close();
    }
}
