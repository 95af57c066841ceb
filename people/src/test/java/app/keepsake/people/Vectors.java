package app.keepsake.people;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** Made-up faces. */
final class Vectors {
    static final int DIMENSIONS = 128;

    private Vectors() {}

    /** Pictures of a few people: alike by 0.8 or so, and strangers by 0, as far as there is room for them. */
    static float[] vector(int who, int picture) {
        Random own = new Random(who * 7919L + 1);
        Random noise = new Random(picture * 104_729L + who);
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (own.nextGaussian() + 0.5 * noise.nextGaussian());
        }
        return vector;
    }

    /** A child who grows up: a picture of each year is like that of the next, and not like that of ten years later. */
    static float[] aged(int who, int years) {
        float[] young = vector(who, 0);
        float[] old = vector(who + 100, 0);
        double angle = Math.PI / 2 * years / 10;
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (Math.cos(angle) * young[i] + Math.sin(angle) * old[i]);
        }
        return vector;
    }

    static FaceSample face(int number, int who) {
        return new FaceSample(
                number, number, OptionalLong.empty(), vector(who, number), 0.9, Optional.empty(), Set.of());
    }

    /** A vector that is alike another to a given degree. */
    static float[] mixed(float[] one, float[] other, double likeness) {
        double low = 0;
        double high = 1;
        float[] between = one;
        for (int i = 0; i < 40; i++) {
            double share = (low + high) / 2;
            between = new float[one.length];
            for (int k = 0; k < one.length; k++) {
                between[k] = (float) ((1 - share) * one[k] + share * other[k]);
            }
            if (cosine(one, between) > likeness) {
                low = share;
            } else {
                high = share;
            }
        }
        return between;
    }

    static double cosine(float[] x, float[] y) {
        double dot = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            dot += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }
        return dot / Math.sqrt(xx * yy);
    }
}
