package app.keepsake.training.internal.identity;

import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.FacePortrait;
import app.keepsake.vision.FaceReader;
import app.keepsake.vision.VisionAnalyser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A photo of which it is known who stands in its middle.
 *
 * @param portrait of the face that is nearest to the middle; empty if none was found
 */
public record IdentityPhoto(Path file, String identity, Optional<FacePortrait> portrait) {
    /**
     * Looks at the photos of a truth file: on each line a path relative to the file, a tab, and an identity.
     *
     * @throws IOException naming the line, or the photo, that cannot be read
     */
    public static List<IdentityPhoto> read(Path truth, FaceDetector detector, FaceReader reader) throws IOException {
        PhotoDecoder decoder = PhotoDecoder.create();
        List<IdentityPhoto> photos = new ArrayList<>();
        List<String> lines = Files.readAllLines(truth);
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t");
            if (cells.length != 2) {
                throw new IOException("%s, line %d: expected a path, a tab and an identity, found \"%s\"."
                        .formatted(truth, i + 1, lines.get(i)));
            }
            Path file = truth.resolveSibling(cells[0]);
            RgbImage image = decoder.decode(file, VisionAnalyser.LONG_SIDE);
            Optional<FacePortrait> portrait = detector.detect(image).stream()
                    .min(Comparator.comparingDouble(face -> fromMiddle(face, image)))
                    .map(face -> reader.read(image, face));
            photos.add(new IdentityPhoto(file, cells[1], portrait));
        }
        return photos;
    }

    private static double fromMiddle(Face face, RgbImage image) {
        return Math.hypot(
                face.x() + (face.width() - image.width()) / 2, face.y() + (face.height() - image.height()) / 2);
    }
}
