package app.keepsake.share;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A way to a server on this machine that breaks once, after a number of bytes have gone to the server. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket socket;
    private final int server;
    private final AtomicLong left;
    private final AtomicLong passed = new AtomicLong();

    CuttingProxy(int server, long bytesBeforeTheCut) throws IOException {
        this.server = server;
        this.left = new AtomicLong(bytesBeforeTheCut);
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    boolean hasCut() {
        return left.get() <= 0;
    }

    /** Bytes that went to the server over all connections. */
    long passed() {
        return passed.get();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                Thread.ofVirtual().start(() -> copy(client, there, true));
                Thread.ofVirtual().start(() -> copy(there, client, false));
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void copy(Socket from, Socket to, boolean counted) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[1 << 14];
            int read = in.read(bytes);
            while (read > 0) {
                if (counted) {
                    long before = left.getAndAdd(-read);
                    if (before > 0 && before <= read) {
                        return;
                    }
                    passed.addAndGet(read);
                }
                out.write(bytes, 0, read);
                out.flush();
                read = in.read(bytes);
            }
        } catch (IOException broken) {
            // The other direction ends, too.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
