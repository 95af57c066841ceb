package app.keepsake.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy that a browser must use for every address but the service's: it lets nothing through, and notes what was
 * asked for, by whatever part of the browser.
 */
final class Elsewhere implements AutoCloseable {
    /** First lines of requests, such as "CONNECT example.org:443 HTTP/1.1". */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final ServerSocket socket;

    Elsewhere() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket asking = socket.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(asking.getInputStream(), StandardCharsets.US_ASCII))) {
                asked.add(String.valueOf(in.readLine()));
                asking.getOutputStream()
                        .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException ended) {
                continue;
            }
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
