package app.keepsake.film.internal.work;

import java.util.List;

/** What the threads of a film have in common. */
public final class Threads {
    private Threads() {}

    /** Waits until all have ended, also when interrupted meanwhile; the interrupt is kept for the caller. */
    public static void awaitEnd(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
