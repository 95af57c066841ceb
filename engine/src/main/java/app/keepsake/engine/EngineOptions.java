package app.keepsake.engine;

import org.jspecify.annotations.Nullable;

/**
 * How models run.
 *
 * @param threads threads that share each layer's work, 1 or more
 * @param vectors whether to compute with the vectors of this process; without is slow, and for comparison
 * @param cachedPlans plans for different input shapes that a model keeps, least recently used dropped first
 * @param arenas memory that models share, or null if each has its own
 */
public record EngineOptions(
        int threads,
        boolean vectors,
        int cachedPlans,
        @Nullable ArenaPool arenas) {
    public EngineOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("The number of threads (%d) must be positive.".formatted(threads));
        }
        if (cachedPlans < 1) {
            throw new IllegalArgumentException(
                    "The number of cached plans (%d) must be positive.".formatted(cachedPlans));
        }
    }

    /** All processors, vectors, plans for 8 shapes. */
    public static EngineOptions defaults() {
        return new EngineOptions(Runtime.getRuntime().availableProcessors(), true, 8, null);
    }

    public EngineOptions withThreads(int count) {
        return new EngineOptions(count, vectors, cachedPlans, arenas);
    }

    public EngineOptions withoutVectors() {
        return new EngineOptions(threads, false, cachedPlans, arenas);
    }

    public EngineOptions withCachedPlans(int count) {
        return new EngineOptions(threads, vectors, count, arenas);
    }

    /** For models that are seldom run at the same time. */
    public EngineOptions withArenas(ArenaPool shared) {
        return new EngineOptions(threads, vectors, cachedPlans, shared);
    }
}
