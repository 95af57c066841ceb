package app.keepsake.engine.internal.run;

import app.keepsake.engine.Shape;

/** A tensor somewhere inside an array, such as an arena. */
@SuppressWarnings("ArrayRecordComponent") // A window on shared memory; views are never compared.
public record View(float[] data, int offset, Shape shape) {
    private static final float[] NONE = {};

    /** Weights that kernels hold in their own order. */
    static View withoutNumbers(Shape shape) {
        return new View(NONE, 0, shape);
    }

    boolean hasNumbers() {
        return data.length > 0;
    }
}
