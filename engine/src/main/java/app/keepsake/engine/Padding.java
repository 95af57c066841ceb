package app.keepsake.engine;

/** What a window operation sees beyond the edges of its input. */
public sealed interface Padding {
    /** The output has {@code ceil(input / stride)} positions; the odd pixel of padding goes to the bottom and right. */
    Padding SAME = new Same();

    /** No padding: windows stay inside the input. */
    Padding VALID = new Explicit(0, 0, 0, 0);

    /** As TensorFlow's SAME. */
    record Same() implements Padding {}

    /** Pixels of padding on each side. */
    record Explicit(int top, int bottom, int left, int right) implements Padding {
        public Explicit {
            if (top < 0 || bottom < 0 || left < 0 || right < 0) {
                throw new ModelException(
                        "The padding (%d, %d, %d, %d) must not be negative.".formatted(top, bottom, left, right));
            }
        }
    }

    /** Pixels of padding before the first row (or column) of an input. */
    default int before(boolean vertical, int input, int window, int stride, int dilation) {
        return switch (this) {
            case Explicit explicit -> vertical ? explicit.top : explicit.left;
            case Same ignored -> sameTotal(input, window, stride, dilation) / 2;
        };
    }

    /** The number of output positions along one axis; 0 or less if the window does not fit. */
    default int output(boolean vertical, int input, int window, int stride, int dilation) {
        return switch (this) {
            case Explicit explicit -> {
                int around = vertical ? explicit.top + explicit.bottom : explicit.left + explicit.right;
                yield Math.floorDiv(input + around - (window - 1) * dilation - 1, stride) + 1;
            }
            case Same ignored -> Math.ceilDiv(input, stride);
        };
    }

    private static int sameTotal(int input, int window, int stride, int dilation) {
        return Math.max(0, (Math.ceilDiv(input, stride) - 1) * stride + (window - 1) * dilation + 1 - input);
    }
}
