package app.keepsake.vision;

import java.util.List;

/**
 * What was seen in one picture.
 *
 * @param faces by descending score, in pixels of the analysed image
 * @param portraits what each of these faces tells, in the same order
 * @param composition how well what it is about lies in it
 * @param animals that may be somebody's pets, in pixels of the analysed image
 */
public record PhotoAnalysis(
        List<Face> faces,
        List<FacePortrait> portraits,
        PhotoQuality quality,
        Composition composition,
        Likeness likeness,
        Contents contents,
        List<AnimalPortrait> animals) {
    /** Of a picture without animals. */
    public PhotoAnalysis(
            List<Face> faces,
            List<FacePortrait> portraits,
            PhotoQuality quality,
            Composition composition,
            Likeness likeness,
            Contents contents) {
        this(faces, portraits, quality, composition, likeness, contents, List.of());
    }

    public PhotoAnalysis {
        faces = List.copyOf(faces);
        portraits = List.copyOf(portraits);
        animals = List.copyOf(animals);
    }

    /**
     * How much the picture is worth looking at, 0 to 1: two thirds by how well it was taken, the rest by its composition.
     */
    public double worth() {
        return 0.67 * quality.score() + 0.33 * composition.score() * quality.sharpness();
    }
}
