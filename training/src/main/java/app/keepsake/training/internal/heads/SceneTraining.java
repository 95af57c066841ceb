package app.keepsake.training.internal.heads;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.vision.SceneNetwork;
import app.keepsake.vision.TrainedHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Trains the scene head on grey photos with a label, and grey versions of ordinary photos as "other". Among the ordinary
 * ones are unlabelled scenes; those that a first fit takes for a scene without doubt are left out of the second.
 */
public final class SceneTraining {
    /** The scene of each folder of the data set. */
    private static final Map<String, String> SCENES = Map.ofEntries(
            Map.entry("Kitchen", "kitchen"),
            Map.entry("Store", "shop"),
            Map.entry("InsideCity", "city"),
            Map.entry("TallBuilding", "city"),
            Map.entry("LivingRoom", "living room"),
            Map.entry("Coast", "coast"),
            Map.entry("Highway", "road"),
            Map.entry("Bedroom", "bedroom"),
            Map.entry("Suburb", "suburb"),
            Map.entry("OpenCountry", "countryside"),
            Map.entry("Office", "office"),
            Map.entry("Industrial", "industry"),
            Map.entry("Street", "street"),
            Map.entry("Forest", "forest"),
            Map.entry("Mountain", "mountain"));

    private static final String OTHER = "other";
    private static final List<String> ORDINARY = List.of("photos/voc", "photos/people", "photos/objects");
    private static final int ORDINARY_EVERY = 2;
    private static final double DOUBTLESS = 0.05;
    private static final float PENALTY = 0.003f;

    private final Consumer<String> log;
    private final PhotoDecoder decoder = PhotoDecoder.create();

    public SceneTraining(Consumer<String> log) {
        this.log = log;
    }

    /** @param folder for "scenes.model" */
    public void run(Path data, Path folder) throws IOException {
        Set<String> names = new HashSet<>(SCENES.values());
        names.add(OTHER);
        Examples examples = new Examples(names.stream().sorted().toList());
        try (SceneNetwork network = SceneNetwork.open(EngineOptions.defaults())) {
            for (Map.Entry<String, String> scene : new TreeMap<>(SCENES).entrySet()) {
                add(data.resolve("scenes15").resolve(scene.getKey()), scene.getValue(), 1, network, examples);
            }
            for (String ordinary : ORDINARY) {
                add(data.resolve(ordinary), OTHER, ORDINARY_EVERY, network, examples);
            }
        }
        double[] importance = new double[examples.classes().size()];
        Arrays.fill(importance, 1);
        importance[examples.classes().indexOf("city")] = 2;
        int other = examples.classes().indexOf(OTHER);
        importance[other] = SCENES.size();
        List<double[]> first = examples.crossValidated(importance, PENALTY);
        Examples clean = examples.without(
                i -> examples.label(i) == other && SoftmaxRegression.softmax(first.get(i), 1)[other] < DOUBTLESS);
        log.accept("%d examples, %d of them left out as unlabelled scenes"
                .formatted(examples.size(), examples.size() - clean.size()));
        List<double[]> unseen = clean.crossValidated(importance, PENALTY);
        double temperature = clean.temperature(unseen);
        report(clean, unseen, temperature, other);
        SoftmaxRegression fit = clean.fit(importance, PENALTY).atTemperature(temperature);
        TrainedHead.write(folder.resolve("scenes.model"), clean.classes(), fit.weights(), fit.bias());
    }

    private void add(Path photos, String name, int every, SceneNetwork network, Examples examples) throws IOException {
        try (Stream<Path> files = Files.walk(photos)) {
            List<Path> sorted = files.filter(
                            one -> one.toString().toLowerCase(Locale.ROOT).endsWith(".jpg"))
                    .sorted()
                    .toList();
            for (int i = 0; i < sorted.size(); i += every) {
                try {
                    examples.add(
                            name,
                            network.lookAtGrey(decoder.decode(sorted.get(i), 512))
                                    .features());
                } catch (MediaException e) {
                    log.accept(e.getMessage());
                }
            }
        }
    }

    private void report(Examples examples, List<double[]> unseen, double temperature, int other) {
        int classes = examples.classes().size();
        int[][] counts = new int[classes][3];
        int rightScenes = 0;
        int scenes = 0;
        for (int i = 0; i < unseen.size(); i++) {
            double[] likely = SoftmaxRegression.softmax(unseen.get(i), temperature);
            int best = 0;
            for (int k = 1; k < classes; k++) {
                best = likely[k] > likely[best] ? k : best;
            }
            counts[examples.label(i)][0]++;
            counts[best][1]++;
            counts[best][2] += best == examples.label(i) ? 1 : 0;
            if (examples.label(i) != other) {
                scenes++;
                rightScenes += bestScene(likely, other) == examples.label(i) ? 1 : 0;
            }
        }
        log.accept("temperature %.2f; %.3f of the scenes right among scenes alone, by examples held out"
                .formatted(temperature, rightScenes / (double) scenes));
        for (int k = 0; k < classes; k++) {
            log.accept("  %-12s %4d examples, recall %.2f, precision %.2f"
                    .formatted(
                            examples.classes().get(k),
                            counts[k][0],
                            counts[k][2] / (double) counts[k][0],
                            counts[k][2] / (double) Math.max(1, counts[k][1])));
        }
    }

    private static int bestScene(double[] likely, int other) {
        int best = -1;
        for (int k = 0; k < likely.length; k++) {
            if (k != other && (best < 0 || likely[k] > likely[best])) {
                best = k;
            }
        }
        return best;
    }
}
