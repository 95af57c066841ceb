package app.keepsake.training.internal.identity;

import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.AnimalPortrait;
import app.keepsake.vision.ContentReader;
import app.keepsake.vision.VisionAnalyser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The largest animal of a photo.
 *
 * @param animal which one it is; empty where that is not known
 * @param embedding as the app compares it; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Compared often, and never changed.
public record AnimalPhoto(Path file, Optional<String> animal, float[] embedding) {
    /**
     * Looks at the photos below a folder; those on which no animal is found, or that cannot be decoded, are left out.
     *
     * @param known whether the name of a photo's folder says which animal it is
     * @throws IOException when the folder cannot be listed
     */
    public static List<AnimalPhoto> read(Path folder, boolean known, ContentReader reader) throws IOException {
        PhotoDecoder decoder = PhotoDecoder.create();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<AnimalPhoto> photos = new ArrayList<>();
        for (Path file : files) {
            Optional<String> animal = Optional.ofNullable(file.getParent())
                    .filter(named -> known)
                    .map(named -> String.valueOf(named.getFileName()));
            largest(file, decoder, reader).ifPresent(one -> photos.add(new AnimalPhoto(file, animal, one.embedding())));
        }
        return photos;
    }

    private static Optional<AnimalPortrait> largest(Path file, PhotoDecoder decoder, ContentReader reader) {
        RgbImage image;
        try {
            image = decoder.decode(file, VisionAnalyser.LONG_SIDE);
        } catch (MediaException e) {
            return Optional.empty();
        }
        return reader.animals(image, reader.objects(image)).stream()
                .max(Comparator.comparingDouble(
                        one -> one.animal().width() * one.animal().height()));
    }
}
