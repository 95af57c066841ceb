package app.keepsake.language;

import app.keepsake.engine.OnnxWeights;
import app.keepsake.engine.Tensor;

/**
 * {@code y = x W + b} for rows x.
 *
 * @param weights of input i to output o at {@code i * outputs + o}
 */
record Dense(int inputs, int outputs, float[] weights, float[] bias) {
    /** Weights of 8 bits with a scale and a zero point for each output. */
    static Dense read(OnnxWeights model, String weights, String bias) {
        Tensor quantised = model.tensor(weights + "_quantized");
        float[] scale = model.tensor(weights + "_scale").data();
        float[] zero = model.tensor(weights + "_zero_point").data();
        int inputs = quantised.shape().dim(0);
        int outputs = quantised.shape().dim(1);
        float[] values = quantised.data();
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                int at = i * outputs + o;
                values[at] = (values[at] - zero[o]) * scale[o];
            }
        }
        return new Dense(inputs, outputs, values, model.tensor(bias).data());
    }

    float[][] of(float[][] rows) {
        float[][] results = new float[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            results[r] = bias.clone();
        }
        // One row of weights serves all rows of inputs while it is in the cache.
        for (int i = 0; i < inputs; i++) {
            for (int r = 0; r < rows.length; r++) {
                addRow(rows[r][i], i * outputs, results[r]);
            }
        }
        return results;
    }

    private void addRow(float factor, int from, float[] result) {
        for (int o = 0; o < outputs; o++) {
            result[o] += factor * weights[from + o];
        }
    }
}
