package app.keepsake.engine.internal.format;

import app.keepsake.engine.Activation;
import app.keepsake.engine.ModelException;
import app.keepsake.engine.Op.Arithmetic;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import app.keepsake.engine.internal.graph.Shapes;

/**
 * Comparisons and choices, as exporters write masks with them. Truth is 1 and falsehood 0. Of known numbers all are
 * computed; of whole numbers that a graph computes, by arithmetic.
 */
final class FixedTruths {
    private final FixedGraph graph;

    FixedTruths(FixedGraph graph) {
        this.graph = graph;
    }

    /** A function of two numbers. */
    interface Both {
        float of(float a, float b);
    }

    /** Of known tensors, element by element, broadcast as in NumPy. */
    static Fixed known(Fixed x, Fixed y, boolean whole, Both function) {
        Shape shape = Shapes.broadcast(x.shape(), y.shape());
        FixedGraph.checkSize(shape);
        Tensor a = tensor(x);
        Tensor b = tensor(y);
        Tensor result = Tensor.zeros(shape);
        int[] at = new int[shape.rank()];
        for (int i = 0; i < result.data().length; i++) {
            int rest = i;
            for (int axis = shape.rank() - 1; axis >= 0; axis--) {
                at[axis] = rest % shape.dim(axis);
                rest /= shape.dim(axis);
            }
            result.data()[i] = function.of(a.data()[offset(a.shape(), at)], b.data()[offset(b.shape(), at)]);
        }
        return Fixed.known(result, whole);
    }

    private static int offset(Shape shape, int[] at) {
        int offset = 0;
        int first = at.length - shape.rank();
        for (int axis = 0; axis < shape.rank(); axis++) {
            int index = shape.dim(axis) == 1 ? 0 : at[first + axis];
            offset = offset * shape.dim(axis) + index;
        }
        return offset;
    }

    private static Tensor tensor(Fixed x) {
        Tensor known = x.known();
        if (known == null) {
            throw new ModelException("only comparisons of whole numbers are known");
        }
        return known;
    }

    Fixed equal(Fixed x, Fixed y) {
        return isComputedWhole(x, y)
                ? not(least(graph.unary(Activation.SQUARE, graph.binary(Arithmetic.SUBTRACT, x, y))))
                : known(x, y, true, (a, b) -> a == b ? 1 : 0);
    }

    Fixed less(Fixed x, Fixed y) {
        return isComputedWhole(x, y)
                ? least(graph.binary(Arithmetic.MAXIMUM, graph.binary(Arithmetic.SUBTRACT, y, x), 0))
                : known(x, y, true, (a, b) -> a < b ? 1 : 0);
    }

    Fixed lessOrEqual(Fixed x, Fixed y) {
        return isComputedWhole(x, y) ? not(less(y, x)) : known(x, y, true, (a, b) -> a <= b ? 1 : 0);
    }

    private static boolean isComputedWhole(Fixed x, Fixed y) {
        return !(x.isKnown() && y.isKnown()) && x.whole() && y.whole();
    }

    private Fixed least(Fixed x) {
        return graph.binary(Arithmetic.MINIMUM, x, 1);
    }

    Fixed not(Fixed x) {
        return graph.binary(Arithmetic.SUBTRACT, Fixed.known(Tensor.scalar(1), true), x)
                .as(true);
    }

    Fixed and(Fixed x, Fixed y) {
        return graph.binary(Arithmetic.MULTIPLY, x, y).as(true);
    }

    Fixed or(Fixed x, Fixed y) {
        return graph.binary(Arithmetic.MAXIMUM, x, y).as(true);
    }

    /** The one where a condition holds, the other elsewhere. */
    Fixed where(Fixed condition, Fixed x, Fixed y) {
        boolean whole = x.whole() && y.whole();
        if (condition.isKnown() && isAll(condition, 1)) {
            return graph.expand(graph.expand(x, y.shape()), condition.shape());
        }
        if (condition.isKnown() && isAll(condition, 0)) {
            return graph.expand(graph.expand(y, x.shape()), condition.shape());
        }
        return graph.binary(Arithmetic.ADD, masked(condition, x), masked(not(condition), y))
                .as(whole);
    }

    private static boolean isAll(Fixed condition, float value) {
        for (float each : tensor(condition).data()) {
            if (each != value) {
                return false;
            }
        }
        return true;
    }

    /** Infinite numbers become the largest: nothing times infinite is no number. */
    private Fixed masked(Fixed condition, Fixed x) {
        Fixed finite = x;
        if (x.isKnown()) {
            float[] values = tensor(x).data().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.clamp(values[i], -Float.MAX_VALUE, Float.MAX_VALUE);
            }
            finite = Fixed.known(Tensor.of(x.shape(), values), x.whole());
        }
        return graph.binary(Arithmetic.MULTIPLY, finite, condition.as(finite.whole()));
    }
}
