package app.keepsake.engine.internal.format;

import app.keepsake.engine.ModelException;
import app.keepsake.engine.Shape;
import app.keepsake.engine.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an ONNX graph computes of shapes, to reshape by them: followed while the graph is read, so that nothing of it is
 * left to run.
 */
final class OnnxExtents {
    private final Map<String, Tensor> constants;
    private final Map<String, List<Extent>> known = new HashMap<>();

    /** @param constants of the graph, which its reader goes on filling */
    OnnxExtents(Map<String, Tensor> constants) {
        this.constants = constants;
    }

    /**
     * One extent: a number, or that of an axis of a tensor.
     *
     * @param tensor null for a number
     */
    private record Extent(int number, @Nullable String tensor) {}

    /** Follows a node if it computes with shapes; false if it is another. */
    boolean compute(OnnxNode node) {
        List<Extent> result = switch (node.op()) {
            case "Shape" -> of(node.input(0));
            case "Cast" -> extents(node.input(0));
            case "Slice" -> sliced(node);
            case "Concat" -> joined(node);
            default -> null;
        };
        if (result == null) {
            return false;
        }
        known.put(node.output(), result);
        return true;
    }

    /** Shapes have four axes at most; what lies beyond those of the tensor is never read. */
    private static List<Extent> of(String tensor) {
        List<Extent> axes = new ArrayList<>();
        for (int axis = 0; axis < 4; axis++) {
            axes.add(new Extent(axis, tensor));
        }
        return axes;
    }

    private @Nullable List<Extent> extents(String name) {
        Tensor constant = constants.get(name);
        if (constant == null) {
            return known.get(name);
        }
        List<Extent> numbers = new ArrayList<>();
        for (float value : constant.data()) {
            numbers.add(new Extent((int) value, null));
        }
        return numbers;
    }

    private @Nullable List<Extent> sliced(OnnxNode node) {
        List<Extent> all = known.get(node.input(0));
        if (all == null) {
            return null;
        }
        List<Integer> starts = numbers(node, "starts", 1);
        List<Integer> ends = numbers(node, "ends", 2);
        boolean fits = starts.size() == 1
                && ends.size() == 1
                && starts.get(0) >= 0
                && ends.get(0) >= starts.get(0)
                && ends.get(0) <= all.size();
        if (!fits) {
            throw problem(node, "only parts of shapes that are counted from the front are known");
        }
        return all.subList(starts.get(0), ends.get(0));
    }

    private @Nullable List<Extent> joined(OnnxNode node) {
        boolean isOne = node.inputs().stream().anyMatch(known::containsKey);
        List<Extent> all = new ArrayList<>();
        for (String input : node.inputs()) {
            List<Extent> part = isOne ? extents(input) : null;
            if (part == null) {
                return null;
            }
            all.addAll(part);
        }
        return all;
    }

    /** Numbers that are attributes in older operator sets and constant inputs in later ones. */
    List<Integer> numbers(OnnxNode node, String attribute, int input) {
        if (node.inputs().size() <= input) {
            return node.integers(attribute);
        }
        Tensor constant = constants.get(node.input(input));
        if (constant == null) {
            throw problem(node, "only constant " + attribute + " are known");
        }
        List<Integer> values = new ArrayList<>();
        for (float value : constant.data()) {
            values.add((int) value);
        }
        return values;
    }

    /**
     * The extents that a reshape asks for: 0 keeps that of the same axis, and one may be {@link Shape#UNKNOWN}.
     *
     * @throws ModelException if they are not known before the network runs
     */
    List<Integer> reshaped(OnnxNode node) {
        List<Extent> wanted = extents(node.input(1));
        if (wanted == null) {
            throw problem(node, "only shapes that follow from constants and shapes are known");
        }
        List<Integer> result = new ArrayList<>();
        for (int axis = 0; axis < wanted.size(); axis++) {
            Extent extent = wanted.get(axis);
            boolean kept = extent.number() == axis && node.input(0).equals(extent.tensor());
            result.add(extent.tensor() == null ? extent.number() : kept ? 0 : Shape.UNKNOWN);
        }
        return result;
    }

    private static ModelException problem(OnnxNode node, String what) {
        return new ModelException("%s: node '%s' (%s): %s.".formatted(node.source(), node.output(), node.op(), what));
    }
}
