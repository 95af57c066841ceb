package app.keepsake.engine;

import org.jspecify.annotations.Nullable;

/**
 * How models run.
 *
 * @param threads threads that share each layer's work, 1 or more
 * @param vectorBits width of the vectors to compute with: 128, 256 or 512; 0 takes the machine's widest, 1 computes
 *     without vectors (slow; for comparison)
 * @param cachedPlans plans for different input shapes that a model keeps, least recently used dropped first
 * @param arenas memory that models share, or null if each has its own
 */
public record EngineOptions(
        int threads,
        int vectorBits,
        int cachedPlans,
        @Nullable ArenaPool arenas) {
    public EngineOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("The number of threads (%d) must be positive.".formatted(threads));
        }
        if (vectorBits != 0 && vectorBits != 1 && vectorBits != 128 && vectorBits != 256 && vectorBits != 512) {
            throw new IllegalArgumentException(
                    "The vector width (%d bits) must be 128, 256 or 512, 0 for the machine's widest or 1 for none."
                            .formatted(vectorBits));
        }
        if (cachedPlans < 1) {
            throw new IllegalArgumentException(
                    "The number of cached plans (%d) must be positive.".formatted(cachedPlans));
        }
    }

    /** All processors, the widest vectors, plans for 8 shapes. */
    public static EngineOptions defaults() {
        return new EngineOptions(Runtime.getRuntime().availableProcessors(), 0, 8, null);
    }

    public EngineOptions withThreads(int count) {
        return new EngineOptions(count, vectorBits, cachedPlans, arenas);
    }

    public EngineOptions withVectorBits(int bits) {
        return new EngineOptions(threads, bits, cachedPlans, arenas);
    }

    public EngineOptions withCachedPlans(int count) {
        return new EngineOptions(threads, vectorBits, count, arenas);
    }

    /** For models that are seldom run at the same time. */
    public EngineOptions withArenas(ArenaPool shared) {
        return new EngineOptions(threads, vectorBits, cachedPlans, shared);
    }
}
