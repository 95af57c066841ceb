package app.keepsake.vision;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.mundane.Surfaces;
import java.util.List;
import java.util.Map;

/**
 * What tells paper and screens from photos.
 *
 * @param text writing in the picture; {@link TextCover#NONE} where nobody looked for it
 * @param flat share of the picture's 8 x 8 pixel blocks without any structure, 0 to 1
 * @param paper share of the pixels that are bright and without colour, 0 to 1
 * @param colourfulness Hasler and Süsstrunk's measure
 * @param aspect height divided by width
 * @param faces share of the picture that faces cover, 0 to 1
 * @param paperOdds logarithm of the odds of paper against photo by the scene network's features, -8 to 8
 * @param screenOdds the same of a screen
 */
public record MundaneMeasures(
        TextCover text,
        double flat,
        double paper,
        double colourfulness,
        double aspect,
        double faces,
        double paperOdds,
        double screenOdds) {
    /** Class names of the heads. */
    public static final String PHOTO = "photo";

    public static final String PAPER = "paper";
    public static final String SCREEN = "screen";

    private static final double MOST_ODDS = 8;

    /**
     * @param small the picture at no more than 512 pixels
     * @param gate probabilities of the gate's head
     * @param faces in pixels of {@code image}
     * @param image the picture as it was analysed
     */
    public static MundaneMeasures of(
            RgbImage small, TextCover text, Map<String, Double> gate, List<Face> faces, RgbImage image) {
        Surfaces surfaces = Surfaces.of(small);
        double faceArea =
                faces.stream().mapToDouble(face -> face.width() * face.height()).sum();
        return new MundaneMeasures(
                text,
                surfaces.flat(),
                surfaces.paper(),
                surfaces.colourfulness(),
                image.height() / (double) image.width(),
                Math.min(1, faceArea / ((double) image.width() * image.height())),
                odds(gate, PAPER),
                odds(gate, SCREEN));
    }

    /** The same with another gate's probabilities. */
    public MundaneMeasures withGate(Map<String, Double> gate) {
        return new MundaneMeasures(
                text, flat, paper, colourfulness, aspect, faces, odds(gate, PAPER), odds(gate, SCREEN));
    }

    private static double odds(Map<String, Double> gate, String name) {
        double log = Math.log((gate.getOrDefault(name, 0.0) + 1e-9) / (gate.getOrDefault(PHOTO, 0.0) + 1e-9));
        return Math.clamp(log, -MOST_ODDS, MOST_ODDS);
    }

    /** The numbers that the head is trained on, each of about the size of 1. */
    public float[] vector() {
        return new float[] {
            (float) text.share(),
            (float) text.spread(),
            (float) (Math.log1p(text.lines()) / 4),
            (float) (10 * text.lineHeight()),
            (float) flat,
            (float) paper,
            (float) (colourfulness / 50),
            (float) Math.abs(Math.log(aspect)),
            (float) (10 * Math.min(0.1, faces)),
            (float) (paperOdds / 4),
            (float) (screenOdds / 4)
        };
    }
}
