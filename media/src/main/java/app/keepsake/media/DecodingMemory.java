package app.keepsake.media;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The native memory that pictures and clips may take while they are decoded at the same time. One that needs more than
 * all of it is decoded alone. Thread-safe.
 */
public final class DecodingMemory {
    private static final int KIB = 1024;

    private final int all;
    private final Semaphore free;
    private final Map<Thread, Integer> holders = new ConcurrentHashMap<>();

    private DecodingMemory(int kibibytes) {
        all = kibibytes;
        free = new Semaphore(kibibytes, true);
    }

    /** @param bytes for all that are decoded at the same time */
    public static DecodingMemory of(long bytes) {
        return new DecodingMemory((int) Math.clamp(bytes / KIB, 1, Integer.MAX_VALUE));
    }

    /** For programs that decode one picture at a time, or have memory enough. */
    public static DecodingMemory unlimited() {
        return new DecodingMemory(Integer.MAX_VALUE);
    }

    /** Memory that is held until it is closed. */
    @FunctionalInterface
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits until so much is free, and takes it.
     *
     * @param bytes estimated; held by nobody who already holds some
     */
    public Held hold(long bytes) {
        int taken = (int) Math.clamp(bytes / KIB, 1, all);
        free.acquireUninterruptibly(taken);
        Thread holder = Thread.currentThread();
        holders.put(holder, taken);
        return () -> giveBack(holder);
    }

    /** Gives back what a thread holds that may never do so: it is held itself, by a disk that does not answer. */
    public void lost(Thread thread) {
        giveBack(thread);
    }

    private void giveBack(Thread holder) {
        Integer taken = holders.remove(holder);
        if (taken != null) {
            free.release(taken);
        }
    }

    /** Whether something must be decoded alone. */
    public boolean isExceededBy(long bytes) {
        return bytes / KIB > all;
    }
}
