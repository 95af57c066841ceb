package app.keepsake.vision;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.mundane.Verdicts;
import app.keepsake.vision.internal.pixels.AreaScaling;
import app.keepsake.vision.internal.scenes.ColourAndLight;
import app.keepsake.vision.internal.scenes.ObjectLabels;
import app.keepsake.vision.internal.scenes.SceneLabels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Sees what a picture shows besides people: things, the scene, the light, and whether it is a mundane picture. Thread-safe. */
public final class ContentReader implements AutoCloseable {
    /** A picture of which the gate is less sure is not searched for writing. */
    public static final double GATE = 0.03;

    private static final String SCENES = "scenes 1";
    private static final String MUNDANE = "mundane 2";
    /** The networks look at 512 pixels at most, so one reduction serves all. */
    private static final int LONG_SIDE = 512;

    private final ObjectDetector objects;
    private final SceneNetwork scenes;
    private final TextDetector text;
    private final AnimalReader animals;
    private final TrainedHead sceneHead = TrainedHead.shipped("scenes.model");
    private final TrainedHead gate = TrainedHead.shipped("mundane-gate.model");
    private final Verdicts verdicts = new Verdicts(TrainedHead.shipped("mundane.model"));

    private ContentReader(EngineOptions options) {
        objects = ObjectDetector.open(options);
        scenes = SceneNetwork.open(options);
        animals = new AnimalReader(scenes);
        text = TextDetector.open(options);
    }

    /** @param options with one thread, callers run side by side */
    public static ContentReader open(EngineOptions options) {
        return new ContentReader(options);
    }

    /** Names what makes labels. */
    public String labelVersion() {
        return objects.version() + ", " + scenes.version() + ", " + SCENES;
    }

    /** Names what makes verdicts. */
    public String verdictVersion() {
        return scenes.version() + ", " + text.version() + ", " + MUNDANE;
    }

    /** Names what finds animals and tells them apart. */
    public String animalVersion() {
        return objects.version() + ", " + animals.version();
    }

    /** A picture at the size at which it is looked at; smaller ones stay as they are. */
    public static RgbImage reduced(RgbImage image) {
        return AreaScaling.toLongSide(image, LONG_SIDE);
    }

    /** The things in a picture, by descending score, in its pixels. */
    public List<DetectedObject> objects(RgbImage image) {
        RgbImage small = reduced(image);
        double scale = image.width() / (double) small.width();
        return objects.detect(small).stream().map(thing -> thing.scaled(scale)).toList();
    }

    /**
     * The animals of a picture that may be somebody's pets.
     *
     * @param image upright, best decoded at {@link VisionAnalyser#LONG_SIDE}
     * @param things of that image, by descending score
     */
    public List<AnimalPortrait> animals(RgbImage image, List<DetectedObject> things) {
        return animals.read(image, things);
    }

    /**
     * Looks at a picture.
     *
     * @param image upright, best decoded at {@link VisionAnalyser#LONG_SIDE}
     * @param faces of that image
     * @param things of that image
     * @param quality of that image
     */
    public Contents read(
            RgbImage image, PictureOrigin origin, List<Face> faces, List<DetectedObject> things, PhotoQuality quality) {
        RgbImage small = reduced(image);
        SceneNetwork.Answer answer = scenes.look(small);
        Map<String, Double> likely = gate.classify(answer.features());
        boolean suspicious = likely.getOrDefault(MundaneMeasures.PHOTO, 0.0) < 1 - GATE || origin.isNamedScreenshot();
        TextCover cover = suspicious ? text.detect(small) : TextCover.NONE;
        MundaneMeasures measures = MundaneMeasures.of(small, cover, likely, faces, image);
        List<Verdict> found = verdicts.of(measures, origin, quality, answer.explicit());
        // The scene head was trained on grey photos, so it must see grey ones.
        Map<String, Double> scene = sceneHead.classify(scenes.lookAtGrey(small).features());
        List<Label> labels = new ArrayList<>(ObjectLabels.of(things, image, objects.version()));
        labels.addAll(SceneLabels.of(scene, found, SCENES));
        labels.addAll(ColourAndLight.of(small, scene, origin.sun()));
        labels.sort(Comparator.comparingDouble(Label::confidence).reversed().thenComparing(Label::name));
        return new Contents(things, labels, found);
    }

    @Override
    public void close() {
        objects.close();
        scenes.close();
        text.close();
    }
}
