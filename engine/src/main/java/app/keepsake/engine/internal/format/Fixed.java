package app.keepsake.engine.internal.format;

import app.keepsake.engine.GraphBuilder.Value;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A tensor whose shape is known: its numbers are, too, or a node computes them.
 *
 * @param whole whether they are whole numbers or truth values, which divide without a rest
 */
record Fixed(
        Shape shape,
        boolean whole,
        @Nullable Tensor known,
        @Nullable Value computed) {
    static Fixed known(Tensor tensor, boolean whole) {
        return new Fixed(tensor.shape(), whole, tensor, null);
    }

    static Fixed computed(Shape shape, boolean whole, Value value) {
        return new Fixed(shape, whole, null, value);
    }

    boolean isKnown() {
        return known != null;
    }

    int rank() {
        return shape.rank();
    }

    Fixed as(boolean wholeNumbers) {
        return new Fixed(shape, wholeNumbers, known, computed);
    }
}
