package app.keepsake.engine.internal.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The one width of vectors that a process computes with. It is chosen once, because a vector species must be a constant
 * to C2; a species in a field or parameter boxes every vector.
 */
public final class Vectors {
    /** A smaller width than the machine's, in bits: for comparison. */
    public static final String WIDTH_PROPERTY = "keepsake.engine.vectorBits";

    static final VectorSpecies<Float> SPECIES = choose();
    /** Floats in a vector. */
    public static final int LANES = SPECIES.length();

    private Vectors() {}

    private static VectorSpecies<Float> choose() {
        int widest = FloatVector.SPECIES_PREFERRED.vectorBitSize();
        int bits = Math.min(widest, Integer.getInteger(WIDTH_PROPERTY, widest));
        return VectorSpecies.of(float.class, VectorShape.forBitSize(Math.min(512, Math.max(128, bits))));
    }
}
