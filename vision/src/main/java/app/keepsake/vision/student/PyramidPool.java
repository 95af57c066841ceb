package app.keepsake.vision.student;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pyramids that callers borrow, so that several can work at a time: they share the engine, which lets them take turns
 * after each step, and a budget of bytes for their memory. Who finds it used up waits until one is given back; a pyramid
 * larger than the whole budget runs alone. Idle pyramids make place for new ones, the longest unused first. Safe for use
 * by several threads.
 */
final class PyramidPool {
    private final long budget;
    private final Deque<Pyramid> idle = new ArrayDeque<>();
    private long held;
    private int borrowed;

    /** @param budget bytes of all pyramids together */
    PyramidPool(long budget) {
        this.budget = budget;
    }

    /**
     * A pyramid for pictures of a size, to be given back.
     *
     * @param maker makes one; its bytes are known only then
     */
    Pyramid borrow(int width, int height, Supplier<Pyramid> maker) {
        boolean interrupted = false;
        try {
            synchronized (this) {
                while (true) {
                    Pyramid pyramid = takeIdle(width, height);
                    if (pyramid == null && (held < budget || borrowed == 0)) {
                        pyramid = made(maker);
                    }
                    if (pyramid != null) {
                        borrowed++;
                        return pyramid;
                    }
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private @Nullable Pyramid takeIdle(int width, int height) {
        for (Iterator<Pyramid> each = idle.iterator(); each.hasNext(); ) {
            Pyramid pyramid = each.next();
            if (pyramid.fits(width, height)) {
                each.remove();
                return pyramid;
            }
        }
        while (!idle.isEmpty() && held >= budget) {
            held -= idle.removeLast().bytes();
        }
        return null;
    }

    private Pyramid made(Supplier<Pyramid> maker) {
        Pyramid pyramid = maker.get();
        held += pyramid.bytes();
        while (!idle.isEmpty() && held > budget) {
            held -= idle.removeLast().bytes();
        }
        return pyramid;
    }

    synchronized void giveBack(Pyramid pyramid) {
        borrowed--;
        idle.addFirst(pyramid);
        while (held > budget && !idle.isEmpty()) {
            held -= idle.removeLast().bytes();
        }
        notifyAll();
    }

    /** Bytes of all pyramids, in use or idle. */
    synchronized long heldBytes() {
        return held;
    }
}
