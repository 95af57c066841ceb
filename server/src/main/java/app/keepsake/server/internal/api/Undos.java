package app.keepsake.server.internal.api;

import app.keepsake.catalog.Undo;
import app.keepsake.server.internal.access.Secrets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ways back from what was said lately, each by a word that only who said it is told. They end with the service. Safe
 * for use by several threads.
 */
final class Undos {
    private static final int MOST = 100;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private record Kept(Undo undo, long atNanos) {}

    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /** Keeps a way back. @return its word */
    synchronized String keep(Undo undo) {
        long now = System.nanoTime();
        kept.values().removeIf(one -> now - one.atNanos > LONGEST.toNanos());
        if (kept.size() >= MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        String word = Secrets.random();
        kept.put(word, new Kept(undo, now));
        return word;
    }

    /** Gives a way back away, once. */
    synchronized Optional<Undo> take(String word) {
        return Optional.ofNullable(kept.remove(word)).map(Kept::undo);
    }
}
