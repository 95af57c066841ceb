package app.keepsake.vision;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.animals.FurColours;
import app.keepsake.vision.internal.animals.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells animals of a picture that may be somebody's pets from one another, by nearest neighbours: of each the features
 * that the network of scenes has of its box and of the upper part of it, where the head is, and the colours of its fur.
 * Thread-safe. What it is worth was measured: docs/decisions/124-pets.md.
 */
public final class AnimalReader {
    /** Numbers in an embedding. */
    public static final int DIMENSIONS = 512;

    /** Names the space of the embeddings: those of different models are not to be compared. */
    public static final String MODEL = "animals nsfwjs-mid 4.3.0/1";

    /** Those that people live with, and a bear, for which black dogs are taken. */
    private static final Set<String> KINDS = Set.of("bird", "cat", "dog", "horse", "sheep", "cow", "bear");

    /** Below it, the detector of things sees animals in people now and then. */
    private static final double SURE = 0.3;

    /** Of a herd nobody names all. */
    private static final int MOST = 6;

    /** A smaller part of the picture tells too little. */
    private static final double SMALLEST = 0.005;

    /** Boxes that overlap more are one animal, taken for two kinds. */
    private static final double SAME = 0.5;

    private static final double HEAD = 0.6;
    private static final float COLOURS = 0.7f;

    private final SceneNetwork network;

    /** @param network stays the caller's to close */
    AnimalReader(SceneNetwork network) {
        this.network = network;
    }

    /** What finds and compares them; a result is out of date when this has changed. */
    String version() {
        return MODEL;
    }

    /**
     * @param image upright
     * @param things found in it, in its pixels, by descending score
     */
    List<AnimalPortrait> read(RgbImage image, List<DetectedObject> things) {
        double least = SMALLEST * image.width() * image.height();
        List<DetectedObject> animals = new ArrayList<>();
        for (DetectedObject thing : things) {
            boolean isOne = KINDS.contains(thing.name()) && thing.score() >= SURE && thing.area() >= least;
            if (isOne && animals.size() < MOST && animals.stream().noneMatch(one -> overlap(one, thing) > SAME)) {
                animals.add(thing);
            }
        }
        return animals.stream()
                .map(animal -> new AnimalPortrait(animal, embedding(image, animal)))
                .toList();
    }

    private float[] embedding(RgbImage image, DetectedObject animal) {
        RgbImage whole = part(image, animal, 1);
        return Projection.of(
                joined(
                        unit(network.look(whole).features()),
                        unit(network.look(part(image, animal, HEAD)).features()),
                        times(FurColours.of(whole), COLOURS)),
                DIMENSIONS);
    }

    /** @param upper how much of the height, from the top */
    private static RgbImage part(RgbImage image, DetectedObject animal, double upper) {
        int left = Math.clamp((int) animal.x(), 0, image.width() - 1);
        int top = Math.clamp((int) animal.y(), 0, image.height() - 1);
        int right = Math.clamp((int) Math.ceil(animal.x() + animal.width()), left + 1, image.width());
        int bottom = Math.clamp((int) Math.ceil(animal.y() + animal.height() * upper), top + 1, image.height());
        return image.part(left, top, right - left, bottom - top);
    }

    /** Roots of the features, of which a few large ones would else decide alone; of length 1. */
    private static float[] unit(float[] features) {
        double sum = 0;
        for (float one : features) {
            sum += one;
        }
        float[] unit = new float[features.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = sum == 0 ? 0 : (float) Math.sqrt(features[i] / sum);
        }
        return unit;
    }

    private static float[] times(float[] values, float factor) {
        float[] product = new float[values.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = values[i] * factor;
        }
        return product;
    }

    private static float[] joined(float[]... parts) {
        int length = 0;
        for (float[] part : parts) {
            length += part.length;
        }
        float[] joined = new float[length];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    private static double overlap(DetectedObject one, DetectedObject other) {
        double width = Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
        double height = Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
        if (width <= 0 || height <= 0) {
            return 0;
        }
        return width * height / (one.area() + other.area() - width * height);
    }
}
