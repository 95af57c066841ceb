package app.keepsake.operations.film;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Pets;
import app.keepsake.film.timeline.FrameBox;
import app.keepsake.film.timeline.Light;
import app.keepsake.film.timeline.Salience;
import app.keepsake.film.timeline.Seen;
import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import app.keepsake.vision.PictureLight;
import app.keepsake.vision.SaliencyMap;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at small copies of films' photos: what in them is worth seeing, and how they are lit. Remembers what it saw, so
 * that the same film in another mood or length need not wait for it. Thread-safe.
 */
final class SeenPhotos {
    private static final int MOST_REMEMBERED = 1000;

    private final PhotoDecoder decoder = PhotoDecoder.create();
    private final Map<Photo, Seen> remembered = new ConcurrentHashMap<>();

    /** A photo, told apart by its content. */
    private record Photo(String hash, List<FrameBox> faces, List<Box> animals) {}

    /**
     * What is seen of photos, several at a time; of those that cannot be read, nothing.
     *
     * @param photos by a file that can be read
     */
    Map<Path, Seen> look(Map<Path, AssetView> photos, Catalog catalog) {
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        Map<Path, Photo> all = new HashMap<>();
        photos.forEach((file, view) -> all.put(file, photo(view, catalog)));
        Map<Path, Seen> result = new ConcurrentHashMap<>();
        all.entrySet().parallelStream()
                .forEach(entry ->
                        look(entry.getKey(), entry.getValue()).ifPresent(seen -> result.put(entry.getKey(), seen)));
        return result;
    }

    private static Photo photo(AssetView view, Catalog catalog) {
        List<Box> animals = catalog.pets().on(view.asset().id()).stream()
                .map(Pets.Animal::box)
                .toList();
        return new Photo(view.asset().hash().toString(), FilmShots.faces(view), animals);
    }

    private Optional<Seen> look(Path file, Photo photo) {
        Seen known = remembered.get(photo);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Seen seen = seen(decoder.decode(file, SaliencyMap.LONG_SIDE), photo);
            remembered.put(photo, seen);
            return Optional.of(seen);
        } catch (MediaException e) {
            // The film tells of it when it comes to the photo.
            return Optional.empty();
        }
    }

    private static Seen seen(RgbImage image, Photo photo) {
        int w = image.width();
        int h = image.height();
        List<Face> faces = photo.faces.stream()
                .map(face -> new Face(face.x() * w, face.y() * h, face.width() * w, face.height() * h, 1))
                .toList();
        List<Face> animals = photo.animals.stream()
                .map(box -> new Face(box.x() * w, box.y() * h, box.width() * w, box.height() * h, 1))
                .toList();
        SaliencyMap map = SaliencyMap.of(image, faces, animals);
        PictureLight light = PictureLight.of(image);
        return new Seen(
                Salience.of(map.columns(), map.levels()),
                new Light(light.dark(), light.middle(), light.bright(), light.red(), light.blue()));
    }
}
