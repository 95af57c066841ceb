package app.keepsake.testbed;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for something that another thread or process does, and not for ever. */
public final class Patience {
    private static final Duration ENOUGH = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Patience() {}

    /**
     * Looks again and again until a condition holds; for two minutes, which is far more than anything here takes.
     *
     * @param what is waited for, for the error
     * @throws AssertionError when it does not come to hold
     */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + ENOUGH.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            Thread.sleep(PAUSE);
        }
    }
}
