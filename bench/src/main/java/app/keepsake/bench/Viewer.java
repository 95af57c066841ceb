package app.keepsake.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One who looks at pictures: a connection that is kept, on which one question is asked at a time. It does as little as
 * HTTP/1.1 allows (RFC 9112), since it takes its processor time from the server that is measured.
 */
final class Viewer implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final int port;
    private final byte[] buffer = new byte[BUFFER];
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    /** What is asked for, as it goes over the wire. */
    record Question(byte[] bytes) {
        /** @param header further header lines, each with its end; may be empty */
        static Question get(int port, String path, String header) {
            return new Question("GET %s HTTP/1.1\r\nHost: localhost:%d\r\n%s\r\n"
                    .formatted(path, port, header)
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** @param port on this machine */
    Viewer(int port) {
        this.port = port;
    }

    /**
     * Asks, and reads the answer to its end.
     *
     * @return the answer's status
     * @throws IOException when the connection fails, or the answer has no length
     */
    int ask(Question question) throws IOException {
        if (socket.isConnected()) {
            try {
                return once(question);
            } catch (EOFException closedWhileIdle) {
                // A server may close what is idle; a browser connects again.
            }
        }
        socket.close();
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        return once(question);
    }

    private int once(Question question) throws IOException {
        socket.getOutputStream().write(question.bytes);
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        long length = status == 304 || status == 204 ? 0 : -1;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            last |= lower.equals("connection: close");
        }
        if (length < 0) {
            throw new IOException("Expected an answer with Content-Length, found none, with status " + status + ".");
        }
        while (length > 0) {
            int read = in.read(buffer, 0, (int) Math.min(length, BUFFER));
            if (read < 0) {
                throw new IOException("The answer ended %d bytes too early.".formatted(length));
            }
            length -= read;
        }
        if (last) {
            close();
            socket = new Socket();
        }
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                line.append((char) next);
            }
            next = in.read();
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
