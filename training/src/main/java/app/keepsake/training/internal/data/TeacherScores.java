package app.keepsake.training.internal.data;

import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a teacher sees in photos: kept in a text file, because asking is the slowest part of the preparation. A line for
 * each photo: its path, then {@code x y width height score} of each face, all parted by tabs.
 */
public final class TeacherScores implements AutoCloseable {
    /** Faces below it say nothing. */
    public static final double MINIMUM_SCORE = 0.05;

    private final FaceDetector teacher;
    private final Map<String, List<Face>> known = new HashMap<>();
    private final BufferedWriter out;

    /** @param teacher stays the caller's to close; asked with a very low minimum score */
    public TeacherScores(FaceDetector teacher, Path file) throws IOException {
        this.teacher = teacher;
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(this::read);
        }
        out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void read(String line) {
        String[] cells = line.split("\t");
        List<Face> faces = new ArrayList<>();
        for (int i = 1; i + 4 < cells.length; i += 5) {
            faces.add(new Face(
                    Double.parseDouble(cells[i]),
                    Double.parseDouble(cells[i + 1]),
                    Double.parseDouble(cells[i + 2]),
                    Double.parseDouble(cells[i + 3]),
                    Double.parseDouble(cells[i + 4])));
        }
        known.put(cells[0], faces);
    }

    /** The teacher's faces in pixels of the picture. */
    public List<Face> of(Path file, Pixels pixels) throws IOException {
        List<Face> faces = known.get(file.toString());
        if (faces == null) {
            faces = teacher.detect(pixels.image());
            known.put(file.toString(), faces);
            StringBuilder line = new StringBuilder(file.toString());
            for (Face face : faces) {
                line.append("\t%.2f\t%.2f\t%.2f\t%.2f\t%.4f"
                        .formatted(face.x(), face.y(), face.width(), face.height(), face.score()));
            }
            out.write(line.append('\n').toString());
            out.flush();
        }
        return faces;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
