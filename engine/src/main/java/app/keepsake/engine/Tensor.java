package app.keepsake.engine;

import java.util.Arrays;

/**
 * Numbers in row-major order, the last axis running fastest. The data is shared, not copied; the holder decides who
 * writes to it, so a tensor that several threads see must not be changed.
 */
public final class Tensor {
    private final Shape shape;
    private final float[] data;

    private Tensor(Shape shape, float[] data) {
        this.shape = shape;
        this.data = data;
    }

    /**
     * @throws ModelException if the array's length is not the shape's number of elements
     */
    public static Tensor of(Shape shape, float... data) {
        if (shape.elements() != data.length) {
            throw new ModelException("A tensor of shape %s has %d elements, but %d numbers were given."
                    .formatted(shape, shape.elements(), data.length));
        }
        return new Tensor(shape, data);
    }

    public static Tensor zeros(Shape shape) {
        return new Tensor(shape, new float[shape.elements()]);
    }

    /** A tensor of rank 0. */
    public static Tensor scalar(float value) {
        return new Tensor(Shape.of(), new float[] {value});
    }

    public Shape shape() {
        return shape;
    }

    /** The numbers themselves, not a copy. */
    public float[] data() {
        return data;
    }

    /** The same numbers seen in another shape. */
    public Tensor reshaped(Shape other) {
        return of(other, data);
    }

    @Override
    public String toString() {
        return "Tensor" + shape + Arrays.toString(Arrays.copyOf(data, Math.min(8, data.length)));
    }
}
