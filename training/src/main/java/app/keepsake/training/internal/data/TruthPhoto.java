package app.keepsake.training.internal.data;

import app.keepsake.vision.Face;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A photo whose faces are known.
 *
 * @param file the photo
 * @param faces boxes in pixels of the photo, score 1
 * @param kinds what is said of each face, such as {@code plain} or {@code mask}
 */
public record TruthPhoto(Path file, List<Face> faces, List<String> kinds) {
    public TruthPhoto {
        faces = List.copyOf(faces);
        kinds = List.copyOf(kinds);
    }

    /**
     * Reads a truth file: a line with a photo's path relative to the file's folder, then a line {@code x y width height
     * kind} for each of its faces.
     *
     * @throws IOException if the file cannot be read or a line is neither; names the line
     */
    public static List<TruthPhoto> read(Path truth) throws IOException {
        List<TruthPhoto> photos = new ArrayList<>();
        List<Face> faces = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> lines = Files.readAllLines(truth);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            String[] cells = line.split("\\s+");
            if (cells.length == 5) {
                faces.add(face(cells, truth, number));
                kinds.add(cells[4]);
            } else if (!line.isEmpty()) {
                faces = new ArrayList<>();
                kinds = new ArrayList<>();
                photos.add(new TruthPhoto(truth.toAbsolutePath().resolveSibling(line), List.of(), List.of()));
            }
            if (!photos.isEmpty() && !faces.isEmpty()) {
                photos.set(photos.size() - 1, new TruthPhoto(photos.getLast().file(), faces, kinds));
            }
        }
        return photos;
    }

    private static Face face(String[] cells, Path truth, int number) throws IOException {
        try {
            return new Face(
                    Double.parseDouble(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    1);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "%s, line %d: expected 'x y width height kind' in pixels, found '%s'. Correct the line."
                            .formatted(truth, number, String.join(" ", cells)),
                    e);
        }
    }
}
