package app.keepsake.training.internal.teachers;

import app.keepsake.engine.EngineOptions;
import app.keepsake.engine.Model;
import app.keepsake.engine.Tensor;
import app.keepsake.engine.TfjsModel;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * MediaPipe's detectors for a camera's picture (Bazarevsky et al., BlazeFace, 2019), as npm's human-models ships them. The
 * picture is scaled to fit a square input; boxes are given from the middles of one or two grids.
 */
public final class BlazeFace implements FaceDetector {
    private static final String FOLDER = "/app/keepsake/training/models/";
    private static final double OVERLAP_LIMIT = 0.4;

    /** What an output holds for each anchor: a logit and a box with landmarks. */
    private static final int VALUES = 17;

    /** Before they are reshaped, which the engine need not do; the other outputs are about whole people. */
    private static final List<String> FULL_RANGE_MAPS = List.of(
            "StatefulPartitionedCall/model/d2sp_classifier_face_4/d2sp_classifier_face_4",
            "StatefulPartitionedCall/model/d2sp_regressor_face_4/d2sp_regressor_face_4");

    private final Model model;
    private final String input;
    private final Variant variant;
    private final double minimumScore;

    /** The published networks. */
    public enum Variant {
        /** For cameras at the back of a phone, {@code [1, 256, 256, 3]}. */
        BACK("blazeface-back", 256, List.of(new Grid(16, 2), new Grid(8, 6))),
        /** For faces within five metres, {@code [1, 192, 192, 3]}. */
        FULL_RANGE("facemesh-detection-full", 192, List.of(new Grid(48, 1)));

        private final String file;
        private final int side;
        private final List<Grid> grids;

        Variant(String file, int side, List<Grid> grids) {
            this.file = file;
            this.side = side;
            this.grids = grids;
        }

        /** Name of the package's file. */
        public String file() {
            return file;
        }
    }

    /** Cells along each side of a map, and boxes for each. */
    private record Grid(int cells, int boxes) {}

    private BlazeFace(Model model, Variant variant, double minimumScore) {
        this.model = model;
        this.variant = variant;
        this.minimumScore = minimumScore;
        input = model.inputs().keySet().iterator().next();
    }

    /** @param minimumScore faces below it are not reported, above 0 and below 1 */
    public static BlazeFace open(Variant variant, EngineOptions options, double minimumScore) throws IOException {
        List<String> outputs = variant == Variant.FULL_RANGE ? FULL_RANGE_MAPS : List.of();
        var graph = TfjsModel.read(variant.file, resource(variant.file + ".json"), BlazeFace::resource, outputs);
        return new BlazeFace(Model.compile(graph, options), variant, minimumScore);
    }

    private static byte[] resource(String name) throws IOException {
        try (@Nullable InputStream in = BlazeFace.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("Expected the resource %s%s, found none. Build again.".formatted(FOLDER, name));
            }
            return in.readAllBytes();
        }
    }

    @Override
    public List<Face> detect(RgbImage image) {
        double scale = variant.side / (double) Math.max(image.width(), image.height());
        Map<String, Tensor> answers = model.run(Map.of(input, Letterbox.of(image, scale, variant.side, variant.side)));
        List<Face> faces = new ArrayList<>();
        for (Grid grid : variant.grids) {
            decode(grid, values(answers, grid.cells * grid.cells * grid.boxes), faces);
        }
        return suppressed(faces).stream().map(face -> face.scaled(1 / scale)).toList();
    }

    /** The outputs with so many anchors, {@code [anchors, 17]}; some variants give logits and boxes apart. */
    private static float[] values(Map<String, Tensor> answers, int anchors) {
        float[] values = new float[anchors * VALUES];
        for (Tensor tensor : answers.values()) {
            float[] data = tensor.data();
            if (data.length == anchors * VALUES) {
                return data;
            }
            int each = data.length / anchors;
            if (data.length % anchors == 0 && (each == 1 || each == VALUES - 1)) {
                int first = each == 1 ? 0 : 1;
                for (int i = 0; i < data.length; i++) {
                    values[i / each * VALUES + first + i % each] = data[i];
                }
            }
        }
        return values;
    }

    private void decode(Grid grid, float[] values, List<Face> faces) {
        double step = variant.side / (double) grid.cells;
        for (int i = 0; i < values.length / VALUES; i++) {
            int at = i * VALUES;
            double score = 1 / (1 + Math.exp(-values[at]));
            if (score >= minimumScore) {
                int cell = i / grid.boxes;
                double x = (cell % grid.cells + 0.5) * step + values[at + 1];
                double y = (cell / grid.cells + 0.5) * step + values[at + 2];
                double width = Math.max(0, values[at + 3]);
                double height = Math.max(0, values[at + 4]);
                faces.add(new Face(x - width / 2, y - height / 2, width, height, score));
            }
        }
    }

    /** By descending score; boxes that overlap a surer one go. */
    private static List<Face> suppressed(List<Face> faces) {
        faces.sort(Comparator.comparingDouble(Face::score).reversed());
        List<Face> kept = new ArrayList<>();
        for (Face face : faces) {
            if (kept.stream().noneMatch(surer -> surer.overlap(face) > OVERLAP_LIMIT)) {
                kept.add(face);
            }
        }
        return kept;
    }

    @Override
    public String version() {
        return variant.file + " 3.0.4";
    }

    @Override
    public void close() {
        model.close();
    }
}
