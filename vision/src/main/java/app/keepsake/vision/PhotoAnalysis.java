package app.keepsake.vision;

import java.util.List;

/**
 * What was seen in one picture.
 *
 * @param faces by descending score, in pixels of the analysed image
 */
public record PhotoAnalysis(List<Face> faces, PhotoQuality quality, Likeness likeness) {
    public PhotoAnalysis {
        faces = List.copyOf(faces);
    }
}
