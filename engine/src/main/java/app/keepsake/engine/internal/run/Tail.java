package app.keepsake.engine.internal.run;

import app.keepsake.engine.Activation;
import app.keepsake.engine.internal.graph.Layer.After;
import app.keepsake.engine.internal.kernel.Elementwise;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What comes after a kernel's own ending, on finished rows while they are still in the cache. */
final class Tail {
    private final @Nullable View residual;
    private final float[] slopes;
    private final float most;
    private final int channels;
    private final Activation function;
    private final float scale;
    private final boolean vectors;

    private Tail(@Nullable View residual, After after, int channels, boolean vectors) {
        this.vectors = vectors;
        this.residual = residual;
        this.channels = channels;
        most = after.mostAfterSum();
        slopes = Arrays.copyOf(after.slopesAfterSum(), channels);
        if (after.slopesAfterSum().length < channels) {
            Arrays.fill(slopes, after.slopesAfterSum().length == 0 ? 1 : after.slopesAfterSum()[0]);
        }
        function = after.function();
        scale = after.scale();
    }

    /**
     * The tail of a layer, or null if there is nothing to do.
     *
     * @param residual the map to add, if the layer has one
     * @param vectors whether the function may be computed in vectors
     */
    static @Nullable Tail of(After after, @Nullable View residual, int channels, boolean vectors) {
        boolean nothing = residual == null && after.function() == Activation.NONE;
        return nothing ? null : new Tail(residual, after, channels, vectors);
    }

    /**
     * @param y the rows' array
     * @param yAt the offset of the first of them
     * @param element the index of the first number in the map
     */
    void apply(float[] y, int yAt, int element, int pixels) {
        View other = residual;
        if (other != null) {
            Elementwise.addAndBend(y, yAt, other.data(), other.offset() + element, slopes, most, pixels);
        }
        if (function != Activation.NONE && !vectors) {
            for (int i = 0; i < pixels * channels; i++) {
                y[yAt + i] = function.of(y[yAt + i]) * scale;
            }
        } else if (function != Activation.NONE) {
            Elementwise.apply(function, scale, y, yAt, y, yAt, pixels * channels);
        }
    }
}
