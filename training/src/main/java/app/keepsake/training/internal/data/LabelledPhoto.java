package app.keepsake.training.internal.data;

import java.nio.file.Path;
import java.util.List;

/**
 * A photo and what is known of its faces.
 *
 * @param faces boxes in pixels of the photo as it is read
 */
public record LabelledPhoto(Path file, List<FaceBox> faces) {
    public LabelledPhoto {
        faces = List.copyOf(faces);
    }
}
