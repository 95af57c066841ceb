package app.keepsake.training.internal.teachers;

import app.keepsake.media.RgbImage;
import app.keepsake.training.internal.data.Pixels;
import app.keepsake.training.internal.teachers.HaarCascade.Feature;
import app.keepsake.training.internal.teachers.HaarCascade.Stage;
import app.keepsake.training.internal.teachers.HaarCascade.Stump;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * OpenCV's detector of 2001, the historic baseline: a cascade slides over a pyramid of grey pictures, a tenth smaller
 * each. A face's score grows with the number of windows that see it, as OpenCV's {@code minNeighbors} counts them.
 */
public final class HaarDetector implements FaceDetector {
    /** Where Debian's package opencv-data puts it. */
    public static final Path DEBIAN = Path.of("/usr/share/opencv4/haarcascades/haarcascade_frontalface_default.xml");

    private static final double STEP = 1.1;
    private static final double SAME = 0.4;

    private final HaarCascade cascade;

    public HaarDetector(Path cascade) throws IOException {
        this.cascade = HaarCascade.read(cascade);
    }

    @Override
    public List<Face> detect(RgbImage image) {
        Pixels pixels = new Pixels(image.width(), image.height(), image.pixels());
        List<Face> windows = new ArrayList<>();
        for (double scale = 1; ; scale /= STEP) {
            Pixels level = pixels.scaled(scale);
            if (level.width() <= cascade.width() || level.height() <= cascade.height()) {
                return grouped(windows);
            }
            search(new Integral(level), scale, windows);
        }
    }

    private void search(Integral level, double scale, List<Face> windows) {
        // OpenCV, too, looks at every second place of large levels.
        int step = scale > 0.5 ? 2 : 1;
        for (int y = 0; y + cascade.height() < level.height; y += step) {
            for (int x = 0; x + cascade.width() < level.width; x += step) {
                if (isFace(level, x, y)) {
                    windows.add(new Face(x, y, cascade.width(), cascade.height(), 1).scaled(1 / scale));
                }
            }
        }
    }

    private boolean isFace(Integral level, int x, int y) {
        double area = (cascade.width() - 2) * (cascade.height() - 2);
        double sum = level.sum(x + 1, y + 1, cascade.width() - 2, cascade.height() - 2);
        double squares = level.squares(x + 1, y + 1, cascade.width() - 2, cascade.height() - 2);
        double deviation = Math.sqrt(Math.max(1, area * squares - sum * sum));
        for (Stage stage : cascade.stages()) {
            double total = 0;
            for (Stump stump : stage.stumps()) {
                double value = value(stump.feature(), level, x, y) / deviation;
                total += value < stump.threshold() ? stump.below() : stump.above();
            }
            if (total < stage.threshold()) {
                return false;
            }
        }
        return true;
    }

    private static double value(Feature feature, Integral level, int x, int y) {
        double value = 0;
        for (double[] r : feature.rectangles()) {
            value += r[4] * level.sum(x + (int) r[0], y + (int) r[1], (int) r[2], (int) r[3]);
        }
        return value;
    }

    private static List<Face> grouped(List<Face> windows) {
        List<Face> left = new ArrayList<>(windows);
        List<Face> faces = new ArrayList<>();
        while (!left.isEmpty()) {
            Face first = left.getFirst();
            List<Face> same =
                    left.stream().filter(face -> face.overlap(first) > SAME).toList();
            left.removeAll(same);
            faces.add(new Face(
                    same.stream().mapToDouble(Face::x).average().orElseThrow(),
                    same.stream().mapToDouble(Face::y).average().orElseThrow(),
                    same.stream().mapToDouble(Face::width).average().orElseThrow(),
                    same.stream().mapToDouble(Face::height).average().orElseThrow(),
                    same.size() / (same.size() + 3.0)));
        }
        faces.sort(Comparator.comparingDouble(Face::score).reversed());
        return faces;
    }

    /** Sums over rectangles of a grey picture in four look-ups each. */
    private static final class Integral {
        private final int width;
        private final int height;
        private final long[] sums;
        private final long[] squares;

        Integral(Pixels pixels) {
            width = pixels.width();
            height = pixels.height();
            sums = new long[(width + 1) * (height + 1)];
            squares = new long[sums.length];
            for (int y = 0; y < height; y++) {
                long row = 0;
                long squaredRow = 0;
                for (int x = 0; x < width; x++) {
                    int at = (y * width + x) * 3;
                    int grey = (299 * pixels.at(at) + 587 * pixels.at(at + 1) + 114 * pixels.at(at + 2) + 500) / 1000;
                    row += grey;
                    squaredRow += grey * grey;
                    int below = (y + 1) * (width + 1) + x + 1;
                    sums[below] = sums[below - width - 1] + row;
                    squares[below] = squares[below - width - 1] + squaredRow;
                }
            }
        }

        double sum(int x, int y, int w, int h) {
            return over(sums, x, y, w, h);
        }

        double squares(int x, int y, int w, int h) {
            return over(squares, x, y, w, h);
        }

        private long over(long[] table, int x, int y, int w, int h) {
            int top = y * (width + 1) + x;
            int bottom = (y + h) * (width + 1) + x;
            return table[bottom + w] - table[bottom] - table[top + w] + table[top];
        }
    }

    @Override
    public String version() {
        return "opencv haarcascade_frontalface_default";
    }

    @Override
    public void close() {}
}
