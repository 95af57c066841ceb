package app.keepsake.catalog;

import java.util.Arrays;

/** A vector in the space of one model. Vectors of different models are not to be compared. */
public final class Embedding {
    private final String model;
    private final float[] vector;

    /**
     * @param model name and version of what made it
     * @param vector copied
     */
    public Embedding(String model, float[] vector) {
        this.model = model;
        this.vector = vector.clone();
    }

    public String model() {
        return model;
    }

    /** A copy. */
    public float[] vector() {
        return vector.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && model.equals(that.model) && Arrays.equals(vector, that.vector);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + Arrays.hashCode(vector);
    }

    @Override
    public String toString() {
        return "Embedding[%s, %d values]".formatted(model, vector.length);
    }
}
