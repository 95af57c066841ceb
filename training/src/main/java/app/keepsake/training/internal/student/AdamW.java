package app.keepsake.training.internal.student;

/** Adam with decoupled weight decay (Loshchilov and Hutter, 2019). */
final class AdamW {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.99;
    private static final double EPSILON = 1e-8;

    final float[] first;
    final float[] second;
    long steps;

    AdamW(int parameters) {
        first = new float[parameters];
        second = new float[parameters];
    }

    /** Changes {@code values} by one step against {@code gradient}. */
    void step(float[] values, float[] gradient, double rate, double decay) {
        steps++;
        double correct1 = 1 - Math.pow(BETA1, steps);
        double correct2 = 1 - Math.pow(BETA2, steps);
        for (int i = 0; i < values.length; i++) {
            double g = gradient[i];
            first[i] += (float) ((1 - BETA1) * (g - first[i]));
            second[i] += (float) ((1 - BETA2) * (g * g - second[i]));
            double towards = first[i] / correct1 / (Math.sqrt(second[i] / correct2) + EPSILON);
            values[i] -= (float) (rate * (towards + decay * values[i]));
        }
    }
}
