package app.keepsake.bench;

import app.keepsake.catalog.ContentHash;
import app.keepsake.engine.ArenaPool;
import app.keepsake.engine.EngineOptions;
import app.keepsake.media.MediaReader;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.ContentReader;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.Likeness;
import app.keepsake.vision.ObjectDetector;
import app.keepsake.vision.PhotoQuality;
import app.keepsake.vision.SceneNetwork;
import app.keepsake.vision.TextDetector;
import app.keepsake.vision.VisionAnalyser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the time of indexing a photo goes: each stage by itself on one thread, warm, the median over photos. */
final class StageTimes {
    private static final int WARM_UP = 12;

    private StageTimes() {}

    private interface Stage {
        void run(Path file, RgbImage image) throws IOException;
    }

    static Map<String, Object> of(List<Path> files) throws IOException {
        EngineOptions options =
                EngineOptions.defaults().withThreads(1).withCachedPlans(2).withArenas(new ArenaPool());
        PhotoDecoder decoder = PhotoDecoder.create();
        Map<String, Object> times = new LinkedHashMap<>();
        try (FaceDetector faces = FaceDetector.open(options, FaceDetector.MINIMUM_SCORE);
                ObjectDetector objects = ObjectDetector.open(options);
                SceneNetwork scenes = SceneNetwork.open(options);
                TextDetector text = TextDetector.open(options)) {
            List<RgbImage> images = new ArrayList<>();
            for (Path file : files.subList(0, Math.min(24, files.size()))) {
                images.add(decoder.decode(file, VisionAnalyser.LONG_SIDE));
            }
            Map<String, Stage> stages = new LinkedHashMap<>();
            stages.put("hash", (file, image) -> ContentHash.of(file));
            stages.put("metadata", (file, image) -> MediaReader.read(file));
            stages.put("decode", (file, image) -> decoder.decode(file, VisionAnalyser.LONG_SIDE));
            stages.put("faces", (file, image) -> faces.detect(image));
            stages.put("objects", (file, image) -> objects.detect(ContentReader.reduced(image)));
            stages.put("scene and nudity", (file, image) -> {
                RgbImage small = ContentReader.reduced(image);
                scenes.look(small);
                scenes.lookAtGrey(small);
            });
            stages.put("quality", (file, image) -> PhotoQuality.of(ContentReader.reduced(image), List.of()));
            stages.put("likeness", (file, image) -> Likeness.of(image));
            stages.put("text (only where suspected)", (file, image) -> text.detect(ContentReader.reduced(image)));
            for (Map.Entry<String, Stage> stage : stages.entrySet()) {
                times.put(stage.getKey(), Report.rounded(median(stage.getValue(), files, images)));
            }
        }
        return times;
    }

    private static double median(Stage stage, List<Path> files, List<RgbImage> images) throws IOException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < WARM_UP + images.size(); i++) {
            int at = i % images.size();
            long start = System.nanoTime();
            stage.run(files.get(at), images.get(at));
            if (i >= WARM_UP) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
