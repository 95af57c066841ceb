package app.keepsake.training.internal.data;

/**
 * How a student looks at a picture.
 *
 * @param tile side of the smallest input, which gives one output, px
 * @param stride distance between neighbouring outputs, px
 */
public record Tiling(int tile, int stride) {
    /** Side of an input with so many outputs along it, px. */
    public int side(int outputs) {
        return tile + stride * (outputs - 1);
    }
}
