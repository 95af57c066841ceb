package app.keepsake.cli.hostile;

import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.RgbImage;
import app.keepsake.media.WebpWriter;
import app.keepsake.operations.index.TestPhotos;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Files to damage.
 *
 * @param made one of each kind that Keepsake's libraries write, small, so that many can be looked at in a short time
 * @param cameras those of cameras and phones, where they are at hand
 */
record Originals(List<Path> made, List<Path> cameras) {
    private static final List<String> KINDS = List.of("jpg", "heic", "heif", "png", "webp", "gif", "tif", "mov", "mp4");
    private static final int OF_EACH = 4;
    private static final long LARGEST = 3_000_000;

    static Originals in(Path folder) throws IOException {
        TestPhotos.write(folder, 2);
        RgbImage picture = TestPhotos.picture(7);
        BufferedImage buffered = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int at = (y * picture.width() + x) * 3;
                byte[] rgb = picture.pixels();
                buffered.setRGB(x, y, (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | rgb[at + 2] & 0xff);
            }
        }
        for (String kind : List.of("png", "gif", "tiff")) {
            ImageIO.write(buffered, kind, folder.resolve("made." + kind).toFile());
        }
        WebpWriter.write(picture, folder.resolve("made.webp"), 0.8f);
        Path movie = folder.resolve("made.mp4");
        try (MovieWriter writer = MovieWriter.create(movie, new MovieFormat(picture.width(), picture.height(), 25))) {
            for (int i = 0; i < 12; i++) {
                writer.frame(TestPhotos.picture(i));
            }
            writer.finish();
        }
        Files.copy(movie, folder.resolve("made.mov"));
        List<Path> cameras = new ArrayList<>();
        for (String kind : KINDS) {
            cameras.addAll(ofCameras(kind));
        }
        try (Stream<Path> made = Files.list(folder)) {
            return new Originals(made.sorted().toList(), cameras);
        }
    }

    /** The smallest ones, which leave time for more. */
    private static List<Path> ofCameras(String kind) throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolveSibling("shared").resolve("data/files");
            if (Files.isDirectory(shared)) {
                try (Stream<Path> tree = Files.walk(shared)) {
                    return tree.filter(Files::isRegularFile)
                            .filter(file ->
                                    file.toString().toLowerCase(Locale.ROOT).endsWith("." + kind))
                            .filter(file ->
                                    file.toFile().length() > 0 && file.toFile().length() < LARGEST)
                            .sorted(Comparator.comparingLong(
                                            (Path file) -> file.toFile().length())
                                    .thenComparing(Comparator.naturalOrder()))
                            .limit(OF_EACH)
                            .toList();
                }
            }
        }
        return List.of();
    }
}
