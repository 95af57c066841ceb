package app.keepsake.operations.neighbours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PhotoPrism's sidecar files: one YAML file for each picture, in the same folders as the originals. They tell of
 * favourites; people are in PhotoPrism's database alone.
 */
public final class PhotoPrism {
    private static final Pattern FAVOURITE = Pattern.compile("(?m)^Favorite: true\\s*$");

    private PhotoPrism() {}

    /** @throws IOException when the folder cannot be read */
    public static Neighbour read(Path sidecars) throws IOException {
        List<String> favourites = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sidecars)) {
            for (Path file : (Iterable<Path>)
                    files.filter(path -> path.toString().endsWith(".yml") && Files.isRegularFile(path))::iterator) {
                if (FAVOURITE.matcher(Files.readString(file)).find()) {
                    favourites.add(sidecars.relativize(file).toString().replaceFirst("\\.yml$", ""));
                }
            }
        }
        return new Neighbour("PhotoPrism", List.of(), favourites);
    }
}
