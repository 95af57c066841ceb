package app.keepsake.training.internal.data;

import app.keepsake.training.internal.data.CropTable.Place;
import app.keepsake.vision.FaceDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a student sees faces that are none, in the photos that it trains on. In a file, a line for each place. */
public final class Mistakes {
    /** The surest ones of a photo. */
    private static final int MOST = 8;

    /** Photos without people are few, and what is seen in them is certainly no face. */
    private static final int MOST_WITHOUT_PEOPLE = 20;

    private Mistakes() {}

    /**
     * @param student asked with a low minimum score
     * @param every one of so many photos with faces is looked at, and all others
     */
    public static List<Place> of(PhotoStore store, FaceDetector student, int every) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < store.photos().size(); i++) {
            PhotoStore.Entry photo = store.photos().get(i);
            if (photo.heldOut() || photo.hasPeople() && i % every != 0) {
                continue;
            }
            int number = i;
            student.detect(store.pixels(photo).image()).stream()
                    .map(face -> FaceBox.of(face, false))
                    .filter(face -> photo.faces().stream().noneMatch(known -> explains(known, face)))
                    .limit(photo.hasPeople() ? MOST : MOST_WITHOUT_PEOPLE)
                    .forEach(face -> places.add(new Place(number, face)));
        }
        return places;
    }

    /** Boxes near a face and of about its size are answers to it, if poor ones. */
    private static boolean explains(FaceBox known, FaceBox found) {
        return found.face().overlap(known.face()) > 0.15
                && found.size() > 0.4 * known.size()
                && found.size() < 2.5 * known.size();
    }

    public static void write(Path file, List<Place> places) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Place place : places) {
            FaceBox box = place.face();
            lines.append(String.format(
                    Locale.ROOT,
                    "%d %.2f %.2f %.2f %.2f%n",
                    place.photo(),
                    box.x(),
                    box.y(),
                    box.width(),
                    box.height()));
        }
        Files.writeString(file, lines);
    }

    public static List<Place> read(Path file) throws IOException {
        List<Place> places = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(" ");
            float[] box = new float[4];
            for (int i = 0; i < box.length; i++) {
                box[i] = Float.parseFloat(cells[i + 1]);
            }
            places.add(new Place(
                    Integer.parseInt(cells[0]), new FaceBox(box[0], box[1], box[2], box[3], false, Float.NaN)));
        }
        return places;
    }
}
