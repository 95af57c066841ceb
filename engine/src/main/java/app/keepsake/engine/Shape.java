package app.keepsake.engine;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The extents of a tensor, outermost first. Pictures and feature maps are {@code [n, h, w, c]}. An extent of
 * {@link #UNKNOWN} stands for one that is only known when a model is prepared for an input. Immutable.
 */
public final class Shape {
    /** An extent that is not known yet. */
    public static final int UNKNOWN = -1;

    /** The most elements that a tensor may have: 2^29 floats are 2 GiB, far beyond any picture. */
    public static final long MOST_ELEMENTS = 1L << 29;

    private final int[] extents;

    private Shape(int[] extents) {
        this.extents = extents;
    }

    /**
     * @throws ModelException if an extent is below {@link #UNKNOWN} or there are more than {@link #MOST_ELEMENTS}
     */
    public static Shape of(int... extents) {
        long elements = 1;
        for (int extent : extents) {
            if (extent < UNKNOWN) {
                throw new ModelException("The shape %s has the extent %d. Extents must be 0 or more, or -1 for unknown."
                        .formatted(Arrays.toString(extents), extent));
            }
            elements *= Math.max(1, extent);
            if (elements > MOST_ELEMENTS) {
                throw new ModelException(
                        "The shape %s has more than %d elements. Maybe the file that names it is damaged."
                                .formatted(Arrays.toString(extents), MOST_ELEMENTS));
            }
        }
        return new Shape(extents.clone());
    }

    public int rank() {
        return extents.length;
    }

    /** The extent of an axis; negative axes count from the end. */
    public int dim(int axis) {
        return extents[axis < 0 ? axis + extents.length : axis];
    }

    public int n() {
        return dim(0);
    }

    public int h() {
        return dim(1);
    }

    public int w() {
        return dim(2);
    }

    public int c() {
        return dim(-1);
    }

    public int[] extents() {
        return extents.clone();
    }

    /** True if no extent is {@link #UNKNOWN}. */
    public boolean isKnown() {
        for (int extent : extents) {
            if (extent == UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    /**
     * @throws ModelException if an extent is unknown
     */
    public int elements() {
        int product = 1;
        for (int extent : extents) {
            if (extent == UNKNOWN) {
                throw new ModelException(
                        "The shape %s is not fully known. Give the model an input first.".formatted(this));
            }
            product *= extent;
        }
        return product;
    }

    /** This shape with one extent replaced. */
    public Shape with(int axis, int extent) {
        int[] changed = extents.clone();
        changed[axis < 0 ? axis + changed.length : axis] = extent;
        return of(changed);
    }

    /** True if a tensor of {@code other} may be given where this shape is declared. */
    public boolean accepts(Shape other) {
        return rank() == other.rank()
                && IntStream.range(0, rank())
                        .allMatch(axis -> extents[axis] == UNKNOWN || extents[axis] == other.extents[axis]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(extents, shape.extents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(extents);
    }

    /** Such as {@code [1, 192, 192, 3]}, with {@code ?} for unknown. */
    @Override
    public String toString() {
        return Arrays.stream(extents)
                .mapToObj(extent -> extent == UNKNOWN ? "?" : Integer.toString(extent))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
