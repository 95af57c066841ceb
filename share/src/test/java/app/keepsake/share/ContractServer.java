package app.keepsake.share;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A simulated service: it answers as the service's documentation says, and refuses what the documentation does not allow.
 * It stands for services that cannot run on this machine. What it shows is that we keep the documented contract, not that
 * the service does.
 */
final class ContractServer implements AutoCloseable {
    /** Requests as "METHOD path?query". */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** What was asked against the contract. */
    final List<String> breaches = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    /** Answers one request. */
    interface Contract {
        void answer(Request request) throws IOException;
    }

    ContractServer(Contract contract) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                Request request =
                        new Request(exchange, exchange.getRequestBody().readAllBytes());
                asked.add(request.line());
                contract.answer(request);
                breaches.addAll(request.breaches);
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

    long count(String start) {
        return asked.stream().filter(line -> line.startsWith(start)).count();
    }

    /** One request with its answer. */
    static final class Request {
        final HttpExchange exchange;
        final byte[] body;
        private final List<String> breaches = new ArrayList<>();

        Request(HttpExchange exchange, byte[] body) {
            this.exchange = exchange;
            this.body = body;
        }

        String line() {
            return exchange.getRequestMethod() + " " + exchange.getRequestURI();
        }

        String method() {
            return exchange.getRequestMethod();
        }

        String path() {
            return exchange.getRequestURI().getPath();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        @Nullable
        String header(String name) {
            List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
            demand(values.size() <= 1, "one header " + name);
            return values.isEmpty() ? null : values.getFirst();
        }

        void demandHeader(String name, String value) {
            demand(value.equals(header(name)), "%s: %s, found %s".formatted(name, value, header(name)));
        }

        /** Notes what the contract asks for, and was not given. */
        boolean demand(boolean kept, String what) {
            if (!kept) {
                breaches.add(line() + ": expected " + what);
            }
            return kept;
        }

        boolean isBreach() {
            return !breaches.isEmpty();
        }

        void respond(int status, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }

        /** Refuses with what was against the contract. */
        void refuse() throws IOException {
            respond(400, String.join("\n", breaches));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
