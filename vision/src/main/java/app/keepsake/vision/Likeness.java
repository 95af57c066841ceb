package app.keepsake.vision;

import app.keepsake.media.RgbImage;
import app.keepsake.vision.internal.likeness.ColourLayout;
import app.keepsake.vision.internal.likeness.PerceptualHash;
import app.keepsake.vision.internal.pixels.AreaScaling;

/**
 * By what a picture is recognised again: 128 bits, of which half describe its structure and half its colours. Pictures
 * of one thing a moment apart, and copies of a picture at another size or quality, have like signatures.
 *
 * @param structure 64-bit perceptual hash of the luma: which of its lowest frequencies are above their median
 * @param colours 63-bit colour layout after MPEG-7 (ISO/IEC 15938-3): 6 luma, 3 + 3 chroma coefficients
 */
public record Likeness(long structure, long colours) {
    /** Distance up to which two pictures count as near-duplicates; see docs/decisions. */
    public static final double NEAR = 28;

    /** A multiple of both signatures' sizes: the picture itself is read only once. */
    private static final int COMMON_SIZE = 64;

    /** Of an upright picture; any size from about 64 pixels up gives the same to within a few bits. */
    public static Likeness of(RgbImage image) {
        RgbImage small = AreaScaling.toSize(image, COMMON_SIZE, COMMON_SIZE);
        return new Likeness(PerceptualHash.of(small), ColourLayout.of(small));
    }

    /**
     * How unlike two pictures are, 0 (same) upward: the bits of structure that differ and the distance of the colour
     * layouts, added. Unrelated pictures are about 85 apart.
     */
    public double distance(Likeness other) {
        return Long.bitCount(structure ^ other.structure) + ColourLayout.distance(colours, other.colours);
    }

    /** Whether two pictures show the same scene from the same place, as far as a signature can tell. */
    public boolean isNear(Likeness other) {
        return distance(other) <= NEAR;
    }
}
