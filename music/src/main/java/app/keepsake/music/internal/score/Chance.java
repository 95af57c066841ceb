package app.keepsake.music.internal.score;

import java.util.List;
import java.util.Random;

/** Chance that a seed and a purpose decide; the algorithm of {@link Random} is fixed by its specification. */
public final class Chance {
    private final Random random;

    public Chance(long seed, String purpose) {
        long mixed = seed * 0x9E3779B97F4A7C15L + purpose.hashCode();
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        this.random = new Random(mixed ^ (mixed >>> 31));
    }

    /** 0 to 1. */
    public double fraction() {
        return random.nextDouble();
    }

    /** Evenly from -1 to 1. */
    public double around() {
        return random.nextDouble() * 2 - 1;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
