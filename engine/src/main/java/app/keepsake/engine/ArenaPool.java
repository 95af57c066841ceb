package app.keepsake.engine;

import app.keepsake.engine.internal.run.PlannedSession;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Memory for intermediate results that models use in turn: there are as many arenas as callers run at the same time, each
 * as large as the largest plan, and not one for each model and size of picture. Thread-safe.
 */
public final class ArenaPool {
    private final Deque<Arena> idle = new ArrayDeque<>();

    /** Lends an arena, that which was used last if several are free. */
    <T> T use(Function<Arena, T> work) {
        Arena arena;
        synchronized (idle) {
            arena = idle.isEmpty() ? new Arena() : idle.pop();
        }
        try {
            return work.apply(arena);
        } finally {
            synchronized (idle) {
                idle.push(arena);
            }
        }
    }

    /** Drops the plans of a model that is closed; those in use go when their arenas do. */
    void forget(Object model) {
        synchronized (idle) {
            idle.forEach(arena -> arena.plans.remove(model));
        }
    }

    /** One array, and the plans that are laid out in it. Belongs to one thread at a time. */
    static final class Arena {
        private final Map<Object, Map<Map<String, Shape>, PlannedSession>> plans = new HashMap<>();
        private float[] memory = {};

        /**
         * The array, if it is large enough, or else a larger one: plans in the old one are given up.
         *
         * @param least number of floats
         */
        float[] floats(int least) {
            if (memory.length < least) {
                plans.clear();
                memory = new float[least];
            }
            return memory;
        }

        /**
         * A model's plan for the shapes of its inputs.
         *
         * @param model whose plan it is; two are the same only if they are one object
         * @param most plans of this model that are kept, those used last
         * @param prepared makes one in this arena
         */
        PlannedSession session(Object model, Map<String, Shape> shapes, int most, Supplier<PlannedSession> prepared) {
            PlannedSession known = of(model, most).get(shapes);
            if (known != null) {
                return known;
            }
            // Making it may grow the arena, which drops all plans.
            PlannedSession made = prepared.get();
            of(model, most).put(Map.copyOf(shapes), made);
            return made;
        }

        private Map<Map<String, Shape>, PlannedSession> of(Object model, int most) {
            return plans.computeIfAbsent(model, ignored -> new LinkedHashMap<>(8, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Map<String, Shape>, PlannedSession> eldest) {
                    return size() > most;
                }
            });
        }
    }
}
