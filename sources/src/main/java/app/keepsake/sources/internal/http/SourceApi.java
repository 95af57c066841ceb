package app.keepsake.sources.internal.http;

import app.keepsake.sources.SourceException;
import app.keepsake.sources.SourceException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to a server: at a polite pace, repeated while it is away or busy, with limits. Not thread-safe.
 *
 * <p>Each kind of server has a class of its own above this, which says how one is let in, and what a refusal means there.
 */
public abstract class SourceApi implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final Duration DOWNLOAD = Duration.ofMinutes(30);
    /** A page of a thousand assets has two megabytes. */
    private static final int MOST_JSON = 64 << 20;

    private static final int A_FEW = 3;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI server;
    private final String program;
    private final String base;
    private final Waiting waiting;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private Instant serverTime = Instant.EPOCH;
    private int tries = Waiting.TRIES;

    /**
     * @param program its name
     * @param root the path that all others begin with, such as "/api", unless the address ends with it already
     * @param gap between two requests
     */
    protected SourceApi(URI server, String program, String root, Duration gap) {
        this.server = server;
        this.program = program;
        this.waiting = new Waiting(gap);
        String path = server.getRawPath() == null ? "" : server.getRawPath().replaceFirst("/+$", "");
        this.base = server.getScheme() + "://" + server.getRawAuthority() + (path.endsWith(root) ? path : path + root);
    }

    /** What lets in: the names and values of headers. */
    protected abstract Map<String, String> pass();

    /** What a refusal means that is this program's own: status 401 or 403. */
    protected abstract SourceException refused(int status, byte[] body);

    /** What is to be noted of each answer. */
    protected void heard(HttpResponse<?> answer) {}

    protected final URI server() {
        return server;
    }

    /** Several requests after each other. */
    public interface Asking<T> {
        T ask() throws IOException, InterruptedException;
    }

    /** Asks for somebody who waits for the answer, and not for the server: one that is away is soon given up. */
    public final <T> T briefly(Asking<T> asking) throws IOException, InterruptedException {
        tries = A_FEW;
        try {
            return asking.ask();
        } finally {
            tries = Waiting.TRIES;
        }
    }

    /**
     * The server's clock, so that it does not matter how ours goes; ours, where the server tells none.
     *
     * @param path that is asked for
     */
    public Instant clock(String path) throws IOException, InterruptedException {
        JsonNode ignored = get(path, Map.of());
        return serverTime.equals(Instant.EPOCH) ? Instant.now() : serverTime;
    }

    public JsonNode get(String path, Map<String, String> query) throws IOException, InterruptedException {
        return json(request(path, query).GET(), true);
    }

    /** A question that changes nothing there, and may be repeated. */
    public JsonNode ask(String path, Object body) throws IOException, InterruptedException {
        return json(request(path, Map.of()).POST(bytes(body)), true);
    }

    /** An order, which is sent once more only where it was certainly not carried out. */
    public JsonNode order(String method, String path, Object body) throws IOException, InterruptedException {
        return json(request(path, Map.of()).method(method, bytes(body)), false);
    }

    /**
     * A question in a language that is not JSON, which changes nothing there, and may be repeated.
     *
     * @param headers set besides those that let in
     * @return the answer's text
     */
    public String ask(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, Map.of()).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return new String(send(request, limitedBytes(), ANSWER, true).body(), StandardCharsets.UTF_8);
    }

    /** An order to take something away; taken away twice is taken away. */
    public void drop(String path) throws IOException, InterruptedException {
        JsonNode ignored = json(request(path, Map.of()).DELETE(), true);
    }

    /** An order with a body of parts, which may be repeated: the same file counts once. */
    public JsonNode upload(String path, String boundary, BodyPublisher parts) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, Map.of())
                .timeout(DOWNLOAD)
                .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(parts);
        return parsed(send(request, limitedBytes(), DOWNLOAD, true));
    }

    private static BodyPublisher bytes(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) {
        String asked = query.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + path + (asked.isEmpty() ? "" : "?" + asked)))
                .timeout(ANSWER)
                .header("Accept", "application/json, */*")
                .header("Content-Type", "application/json");
        pass().forEach(request::header);
        return request;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode json(HttpRequest.Builder request, boolean repeatable) throws IOException, InterruptedException {
        return parsed(send(request, limitedBytes(), ANSWER, repeatable));
    }

    private JsonNode parsed(HttpResponse<byte[]> answer) throws SourceException {
        try {
            return answer.body().length == 0 ? JSON.missingNode() : JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw another();
        }
    }

    /** What answers there is not this program. */
    public final SourceException another() {
        return new SourceException(
                Kind.ANSWER,
                "%s: expected %s there, found something else. Look at the address.".formatted(server, program));
    }

    private static BodyHandler<byte[]> limitedBytes() {
        return BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_JSON);
    }

    /**
     * Reads into a file, which is replaced only by the whole.
     *
     * @return the media type
     */
    public String download(String path, Map<String, String> query, Path file, long most)
            throws IOException, InterruptedException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            BodyHandler<byte[]> handler = about -> {
                if (about.statusCode() / 100 != 2) {
                    return BodySubscribers.limiting(BodySubscribers.ofByteArray(), MOST_JSON);
                }
                return BodySubscribers.limiting(
                        BodySubscribers.mapping(BodySubscribers.ofFile(part), written -> new byte[0]), most);
            };
            HttpResponse<byte[]> answer = send(request(path, query).GET(), handler, DOWNLOAD, true);
            long told = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
            if (told >= 0 && Files.size(part) != told) {
                throw cut();
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, BodyHandler<T> handler, Duration most, boolean repeatable)
            throws IOException, InterruptedException {
        for (int failed = 0; ; failed++) {
            waiting.turn();
            boolean last = failed + 1 >= tries;
            HttpResponse<T> answer;
            try {
                answer = within(most, request.build(), handler);
            } catch (SourceException sure) {
                throw sure;
            } catch (IOException lost) {
                if (last || !repeatable) {
                    throw cut();
                }
                Waiting.after(failed);
                continue;
            }
            noteTime(answer);
            heard(answer);
            int status = answer.statusCode();
            if (status / 100 == 2) {
                return answer;
            }
            boolean turnedAway = status == 429 || status == 503;
            boolean again = !last && (turnedAway || (status >= 500 && repeatable));
            if (!again || !Waiting.asAsked(answer, failed)) {
                throw refusal(answer);
            }
        }
    }

    /** The client's own limit ends with the headers: a body may stall for ever. */
    private <T> HttpResponse<T> within(Duration most, HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, handler);
        try {
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer", e);
        } catch (ExecutionException e) {
            if (isTooLarge(e)) {
                throw new SourceException(Kind.TOO_LARGE, "It has more bytes than are taken from there.");
            }
            throw new IOException("no answer", e);
        } finally {
            // Ends what is under way, when this thread is told to end.
            boolean ignored = answer.cancel(true);
        }
    }

    /** What limits a body tells in words alone that it was too long. */
    private static boolean isTooLarge(Throwable problem) {
        for (Throwable one = problem; one != null; one = one.getCause()) {
            if (String.valueOf(one.getMessage()).contains("maximum number of bytes")
                    || String.valueOf(one.getMessage()).contains("exceeds capacity")) {
                return true;
            }
        }
        return false;
    }

    private void noteTime(HttpResponse<?> answer) {
        answer.headers().firstValue("Date").ifPresent(date -> {
            try {
                serverTime = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            } catch (DateTimeException none) {
                serverTime = Instant.EPOCH;
            }
        });
    }

    private SourceException cut() {
        return new SourceException(
                Kind.UNREACHABLE,
                "%s: expected an answer, found none, or the connection was cut. Look whether the server runs, and at the address; what was read stays."
                        .formatted(server));
    }

    private SourceException refusal(HttpResponse<?> answer) {
        int status = answer.statusCode();
        return switch (status) {
            case 401, 403 -> refused(status, answer.body() instanceof byte[] body ? body : new byte[0]);
            case 400, 404 ->
                new SourceException(
                        Kind.GONE,
                        "%s: expected an answer at %s, found status %d. Look at the address."
                                .formatted(server, answer.request().uri().getPath(), status));
            case 429, 503 ->
                new SourceException(Kind.BUSY, "%s: %s asks for patience. Try again later.".formatted(server, program));
            default ->
                new SourceException(
                        status >= 500 ? Kind.UNREACHABLE : Kind.ANSWER,
                        "%s: expected success, found status %d. %s"
                                .formatted(
                                        server,
                                        status,
                                        status / 100 == 3
                                                ? "The server sends to another address: use that one."
                                                : "The log of %s may tell more.".formatted(program)));
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
