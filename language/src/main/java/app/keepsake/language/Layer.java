package app.keepsake.language;

/**
 * One layer of a transformer's encoder (Vaswani and others 2017; Devlin and others 2019): attention of twelve heads,
 * then two dense layers with GELU between, each with a way around it and normalised after.
 */
record Layer(
        Dense query,
        Dense key,
        Dense value,
        Dense attended,
        Normalisation afterAttention,
        Dense wide,
        Dense narrow,
        Normalisation afterDense) {
    private static final int HEADS = 12;

    /** @param rows one for each word piece */
    float[][] of(float[][] rows) {
        float[][] heard = attended.of(attention(query.of(rows), key.of(rows), value.of(rows)));
        add(heard, rows);
        afterAttention.apply(heard);
        float[][] inner = wide.of(heard);
        for (float[] row : inner) {
            for (int i = 0; i < row.length; i++) {
                row[i] = gelu(row[i]);
            }
        }
        float[][] result = narrow.of(inner);
        add(result, heard);
        afterDense.apply(result);
        return result;
    }

    private static float[][] attention(float[][] queries, float[][] keys, float[][] values) {
        int width = queries[0].length / HEADS;
        float[][] results = new float[queries.length][queries[0].length];
        float[] weights = new float[keys.length];
        for (int head = 0; head < HEADS; head++) {
            int from = head * width;
            for (int q = 0; q < queries.length; q++) {
                weigh(queries[q], keys, from, width, weights);
                for (int k = 0; k < keys.length; k++) {
                    for (int i = from; i < from + width; i++) {
                        results[q][i] += weights[k] * values[k][i];
                    }
                }
            }
        }
        return results;
    }

    /** The softmax of the scaled products of a query with all keys. */
    private static void weigh(float[] query, float[][] keys, int from, int width, float[] weights) {
        double sum = 0;
        for (int k = 0; k < keys.length; k++) {
            double product = 0;
            for (int i = from; i < from + width; i++) {
                product += query[i] * keys[k][i];
            }
            // Products of normalised rows are small enough for exp without taking the largest away first.
            weights[k] = (float) Math.exp(product / Math.sqrt(width));
            sum += weights[k];
        }
        for (int k = 0; k < keys.length; k++) {
            weights[k] /= (float) sum;
        }
    }

    private static void add(float[][] to, float[][] rows) {
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                to[r][i] += rows[r][i];
            }
        }
    }

    private static float gelu(float x) {
        return (float) (0.5 * x * (1 + erf(x / Math.sqrt(2))));
    }

    /** Abramowitz and Stegun 7.1.26: wrong by 1.5e-7 at most. */
    private static double erf(double x) {
        double t = 1 / (1 + 0.3275911 * Math.abs(x));
        double tail = t
                * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
                * Math.exp(-x * x);
        return Math.copySign(1 - tail, x);
    }
}
