package app.keepsake.server.internal.work;

/**
 * Threads that wait for another process. They are never virtual ones: a virtual thread that reads a pipe holds its
 * carrier, and when the runtime has taken its spare carriers away, no request is answered any more.
 */
final class Readers {
    private Readers() {}

    static Thread start(String name, Runnable reading) {
        return Thread.ofPlatform().name(name).daemon().start(reading);
    }
}
