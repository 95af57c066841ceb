package app.keepsake.training.internal.evaluation;

import app.keepsake.vision.Face;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Faces that were cut out as squares and set into photos of rooms, each known by age and group: is one found that lies in
 * the middle of the square and is of about its size?
 */
public final class CutOutFaces {
    /** How far a found face's middle may lie from the square's, as a share of the square's side. */
    private static final double OFF = 0.25;

    private static final double NARROWEST = 0.35;
    private static final double WIDEST = 1.2;

    private final Map<String, int[]> groups = new TreeMap<>();

    /**
     * A square with a face.
     *
     * @param groups what is known of the face, such as {@code age 0-3}
     */
    public record Square(Path photo, double x, double y, double side, List<String> groups) {}

    /** Reads lines of {@code file x y side age group}, parted by tabs; photos lie in a folder of the file's name. */
    public static List<Square> read(Path file) throws IOException {
        Path folder = file.resolveSibling(file.getFileName().toString().replaceFirst("[.]tsv$", ""));
        List<Square> squares = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t");
            squares.add(new Square(
                    folder.resolve(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    List.of("all", "age " + cells[4], cells[5])));
        }
        return squares;
    }

    void add(Square square, List<Face> found) {
        boolean hit = found.stream().anyMatch(face -> isIn(square, face));
        for (String group : square.groups) {
            int[] counts = groups.computeIfAbsent(group, name -> new int[2]);
            counts[0] += hit ? 1 : 0;
            counts[1]++;
        }
    }

    private static boolean isIn(Square square, Face face) {
        double half = square.side / 2;
        double across = Math.abs(face.x() + face.width() / 2 - square.x - half);
        double down = Math.abs(face.y() + face.height() / 2 - square.y - half);
        return Math.max(across, down) < OFF * square.side
                && face.width() > NARROWEST * square.side
                && face.width() < WIDEST * square.side;
    }

    /** A line for each group: found of asked. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        groups.forEach((group, counts) -> lines.add(String.format(
                Locale.ROOT, "%-12s %3d of %3d, %.3f", group, counts[0], counts[1], (double) counts[0] / counts[1])));
        return lines;
    }
}
