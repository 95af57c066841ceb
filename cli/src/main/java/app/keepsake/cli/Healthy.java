package app.keepsake.cli;

import app.keepsake.server.ServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Whether a service on this machine answers: ends with 0, or with 1. Asked every minute by what runs containers, so that
 * it loads next to nothing.
 */
final class Healthy {
    private static final int PATIENCE_MILLIS = 5000;

    private Healthy() {}

    public static void main(String[] args) {
        System.exit(answers(args.length == 0 ? ServerOptions.PORT : Integer.parseInt(args[0])) ? 0 : 1);
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write("GET /api/session HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n"
                            .formatted(port)
                            .getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return status != null && status.contains(" 200 ");
        } catch (IOException e) {
            return false;
        }
    }
}
