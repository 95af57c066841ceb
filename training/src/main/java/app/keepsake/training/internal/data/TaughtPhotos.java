package app.keepsake.training.internal.data;

import app.keepsake.vision.Face;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the teachers see in photos, kept in a text file, because asking them takes long: a line for each photo with its
 * path, then {@code x y width height score} and ten coordinates of each face in pixels, parted by tabs. A line that a stop
 * cut short is asked again.
 */
public final class TaughtPhotos implements AutoCloseable {
    private static final int CELLS = 5 + SeenFace.COORDINATES;

    private final Map<String, List<SeenFace>> known = new HashMap<>();
    private final BufferedWriter out;

    /** @param files read in this order; what is said from now on goes to the end of the last */
    public TaughtPhotos(List<Path> files) throws IOException {
        for (Path file : files) {
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(this::read);
            }
        }
        out = Files.newBufferedWriter(files.getLast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void read(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length % CELLS != 2 || !cells[cells.length - 1].isEmpty()) {
            return;
        }
        List<SeenFace> faces = new ArrayList<>();
        for (int i = 1; i + CELLS < cells.length; i += CELLS) {
            float[] points = new float[SeenFace.COORDINATES];
            for (int p = 0; p < points.length; p++) {
                points[p] = Float.parseFloat(cells[i + 5 + p]);
            }
            Face box = new Face(
                    number(cells, i),
                    number(cells, i + 1),
                    number(cells, i + 2),
                    number(cells, i + 3),
                    number(cells, i + 4));
            faces.add(new SeenFace(box, points));
        }
        known.put(cells[0], faces);
    }

    private static double number(String[] cells, int index) {
        return Double.parseDouble(cells[index]);
    }

    /** What is known of a photo; null if no teacher was asked yet. */
    public synchronized @Nullable List<SeenFace> of(Path photo) {
        return known.get(photo.toString());
    }

    /** Keeps what the teachers say of a photo. */
    public void keep(Path photo, List<SeenFace> faces) throws IOException {
        StringBuilder line = new StringBuilder(photo.toString()).append('\t');
        for (SeenFace face : faces) {
            Face box = face.box();
            line.append(String.format(
                    Locale.ROOT,
                    "%.2f\t%.2f\t%.2f\t%.2f\t%.4f\t",
                    box.x(),
                    box.y(),
                    box.width(),
                    box.height(),
                    box.score()));
            for (float coordinate : face.points()) {
                line.append(String.format(Locale.ROOT, "%.2f\t", coordinate));
            }
        }
        synchronized (this) {
            known.put(photo.toString(), faces);
            out.write(line.append('\n').toString());
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
