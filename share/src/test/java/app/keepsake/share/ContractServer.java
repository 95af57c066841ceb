package app.keepsake.share;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers as the documentation of a service says that it does; it stands for services that cannot run on this machine.
 */
final class ContractServer implements AutoCloseable {
    /** Requests as "METHOD path?query". */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    /** Answers one request. */
    interface Answer {
        void to(HttpExchange exchange, String asked, byte[] body) throws IOException;
    }

    ContractServer(Answer answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
                byte[] body = exchange.getRequestBody().readAllBytes();
                asked.add(request);
                answer.to(exchange, request, body);
            }
        });
        server.start();
    }

    URI uri(String path) {
        return URI.create("http://localhost:%d%s".formatted(port(), path));
    }

    int port() {
        return server.getAddress().getPort();
    }

    static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
