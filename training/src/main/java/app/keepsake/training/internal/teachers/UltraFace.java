package app.keepsake.training.internal.teachers;

import app.keepsake.training.internal.data.Pixels;
import app.keepsake.vision.Face;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * UltraFace RFB-640 (Linzaer: Ultra-Light-Fast-Generic-Face-Detector-1MB): RGB, (value - 127) / 128, 640 x 480; outputs
 * {@code scores} of background and face and {@code boxes} as corners, 0 to 1. Belongs to one thread.
 */
public final class UltraFace implements AutoCloseable {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final double SAME = 0.4;

    private final OnnxNetwork network;

    public UltraFace(Path file, int threads) throws IOException {
        network = new OnnxNetwork(file, threads);
    }

    /** Faces of at least a score in a picture, which is brought to the network's size in its own shape. */
    public List<Face> look(Pixels picture, double least) {
        double scale = Math.min((double) WIDTH / picture.width(), (double) HEIGHT / picture.height());
        Pixels inside = picture.scaled(scale);
        OnnxNetwork.Answer out = network.run(planes(inside), WIDTH, HEIGHT);
        float[] scores = out.of("scores");
        float[] boxes = out.of("boxes");
        List<Face> found = new ArrayList<>();
        for (int i = 0; i < scores.length / 2; i++) {
            if (scores[2 * i + 1] >= least) {
                double x = boxes[4 * i] * WIDTH;
                double y = boxes[4 * i + 1] * HEIGHT;
                double w = Math.max(0, boxes[4 * i + 2] * WIDTH - x);
                double h = Math.max(0, boxes[4 * i + 3] * HEIGHT - y);
                found.add(new Face(x, y, w, h, Math.min(1, scores[2 * i + 1])).scaled(1 / scale));
            }
        }
        found.sort(Comparator.comparingDouble(Face::score).reversed());
        List<Face> kept = new ArrayList<>();
        for (Face face : found) {
            if (kept.stream().noneMatch(other -> other.overlap(face) > SAME)) {
                kept.add(face);
            }
        }
        return kept;
    }

    private static float[] planes(Pixels picture) {
        float[] planes = new float[3 * WIDTH * HEIGHT];
        for (int y = 0; y < Math.min(HEIGHT, picture.height()); y++) {
            for (int x = 0; x < Math.min(WIDTH, picture.width()); x++) {
                int from = (y * picture.width() + x) * 3;
                for (int c = 0; c < 3; c++) {
                    planes[c * WIDTH * HEIGHT + y * WIDTH + x] = (picture.at(from + c) - 127) / 128f;
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
