package app.keepsake.engine.internal.run;

/** Adds another map to finished rows and applies a second activation, while they are still in the cache. */
final class Tail {
    private final View residual;
    private final float[] slopes;
    private final float most;
    private final int channels;

    /**
     * @param slopes one for each channel, one for all, or none for 1
     */
    Tail(View residual, float[] slopes, float most) {
        this.residual = residual;
        this.most = most;
        channels = residual.shape().c();
        this.slopes = slopes.length == channels ? slopes : new float[channels];
        if (slopes.length < channels) {
            java.util.Arrays.fill(this.slopes, slopes.length == 0 ? 1 : slopes[0]);
        }
    }

    /**
     * @param y the rows' array
     * @param yAt the offset of the first of them
     * @param element the index of the first number in the map
     */
    void apply(float[] y, int yAt, int element, int pixels) {
        float[] other = residual.data();
        for (int pixel = 0; pixel < pixels; pixel++) {
            addRow(y, yAt + pixel * channels, other, residual.offset() + element + pixel * channels);
        }
    }

    private void addRow(float[] y, int yAt, float[] other, int from) {
        float[] slope = slopes;
        float bound = most;
        for (int c = 0; c < channels; c++) {
            float sum = y[yAt + c] + other[from + c];
            sum = Math.max(sum, 0) + slope[c] * Math.min(sum, 0);
            y[yAt + c] = Math.min(sum, bound);
        }
    }
}
