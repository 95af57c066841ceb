package app.keepsake.training.internal.teachers;

import app.keepsake.training.internal.data.Pixels;
import app.keepsake.training.internal.data.SeenFace;
import app.keepsake.vision.Face;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * YuNet (Wu, Peng and Yu: YuNet: A Tiny Millisecond-level Face Detector, 2023), as its authors export it: BGR from 0 to
 * 255, sides a multiple of 32, outputs {@code cls}, {@code obj}, {@code bbox} and {@code kps} at strides 8, 16 and 32.
 * Belongs to one thread.
 */
public final class YuNet implements AutoCloseable {
    private static final int[] STRIDES = {8, 16, 32};
    private static final int MULTIPLE = 32;
    private static final double SAME = 0.45;

    private final OnnxNetwork network;

    public YuNet(Path file, int threads) throws IOException {
        network = new OnnxNetwork(file, threads);
    }

    /** Faces of at least a score in a picture, looked at as it is, by descending score. */
    public List<SeenFace> look(Pixels picture, double least) {
        int width = Math.ceilDiv(picture.width(), MULTIPLE) * MULTIPLE;
        int height = Math.ceilDiv(picture.height(), MULTIPLE) * MULTIPLE;
        OnnxNetwork.Answer out = network.run(planes(picture, width, height), width, height);
        List<SeenFace> found = new ArrayList<>();
        for (int stride : STRIDES) {
            float[] cls = out.of("cls_" + stride);
            float[] obj = out.of("obj_" + stride);
            for (int cell = 0; cell < cls.length; cell++) {
                double score = Math.sqrt(Math.clamp(cls[cell], 0, 1) * Math.clamp(obj[cell], 0, 1));
                if (score >= least) {
                    found.add(face(out, stride, cell, width / stride, score));
                }
            }
        }
        return suppressed(found);
    }

    private static SeenFace face(OnnxNetwork.Answer out, int stride, int cell, int columns, double score) {
        float[] box = out.of("bbox_" + stride);
        float[] kps = out.of("kps_" + stride);
        int column = cell % columns;
        int row = cell / columns;
        double width = Math.exp(box[4 * cell + 2]) * stride;
        double height = Math.exp(box[4 * cell + 3]) * stride;
        double x = (column + box[4 * cell]) * stride - width / 2;
        double y = (row + box[4 * cell + 1]) * stride - height / 2;
        float[] points = new float[SeenFace.COORDINATES];
        for (int i = 0; i < points.length; i += 2) {
            points[i] = (kps[SeenFace.COORDINATES * cell + i] + column) * stride;
            points[i + 1] = (kps[SeenFace.COORDINATES * cell + i + 1] + row) * stride;
        }
        return new SeenFace(new Face(x, y, width, height, score), points);
    }

    private static List<SeenFace> suppressed(List<SeenFace> found) {
        found.sort(Comparator.comparingDouble((SeenFace face) -> face.box().score())
                .reversed());
        List<SeenFace> kept = new ArrayList<>();
        for (SeenFace face : found) {
            if (kept.stream().noneMatch(other -> other.box().overlap(face.box()) > SAME)) {
                kept.add(face);
            }
        }
        return kept;
    }

    private static float[] planes(Pixels picture, int width, int height) {
        float[] planes = new float[3 * width * height];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int from = (y * picture.width() + x) * 3;
                int to = y * width + x;
                for (int c = 0; c < 3; c++) {
                    planes[c * width * height + to] = picture.at(from + 2 - c);
                }
            }
        }
        return planes;
    }

    @Override
    public void close() {
        network.close();
    }
}
