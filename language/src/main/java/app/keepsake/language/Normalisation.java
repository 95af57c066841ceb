package app.keepsake.language;

import app.keepsake.engine.OnnxWeights;

/** Layer normalisation (Ba, Kiros and Hinton 2016): mean 0 and variance 1 in each row, then scaled and moved. */
record Normalisation(float[] scale, float[] offset) {
    private static final double EPSILON = 1e-12;

    static Normalisation read(OnnxWeights model, String name) {
        return new Normalisation(
                model.tensor(name + ".weight").data(),
                model.tensor(name + ".bias").data());
    }

    /** Changes the rows themselves. */
    void apply(float[][] rows) {
        for (float[] row : rows) {
            double mean = 0;
            for (float value : row) {
                mean += value / row.length;
            }
            double variance = 0;
            for (float value : row) {
                variance += (value - mean) * (value - mean) / row.length;
            }
            double factor = 1 / Math.sqrt(variance + EPSILON);
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) ((row[i] - mean) * factor) * scale[i] + offset[i];
            }
        }
    }
}
