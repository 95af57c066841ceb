package app.keepsake.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened, which is closed, the last one first, each though another cannot be. */
final class Opened {
    private final Deque<AutoCloseable> all = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T one) {
        all.push(one);
        return one;
    }

    /** @param reason also tells of what cannot be closed */
    void closeBecause(Exception reason) {
        while (!all.isEmpty()) {
            try {
                all.pop().close();
            } catch (Exception e) {
                reason.addSuppressed(e);
            }
        }
    }
}
