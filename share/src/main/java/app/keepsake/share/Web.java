package app.keepsake.share;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests by HTTP, with errors that say what to do. */
final class Web {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofMinutes(5);
    private static final int SHOWN = 200;

    private Web() {}

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER);
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** @return the same answer, when its status is one of success */
    static HttpResponse<String> succeeded(HttpResponse<String> answer) throws IOException {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return answer;
        }
        URI uri = answer.request().uri();
        String said = Overheard.clean(answer.body().strip());
        String message = "%s: expected success at %s, found status %d%s. %s"
                .formatted(
                        uri.getHost(),
                        answer.request().method(),
                        status,
                        said.isEmpty() ? "" : " (" + said.substring(0, Math.min(SHOWN, said.length())) + ")",
                        advice(status));
        if (status >= 500 || status == 408 || status == 409 || status == 423 || status == 429) {
            throw new IOException(message);
        }
        throw new UploadRefusedException(message);
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403 -> "Look at the user, password or token that you set for this target.";
            case 404 -> "Look at the address and the folder that you set for this target.";
            case 413, 507 -> "There is no room for it there, or it is too large; choose a smaller preset.";
            default -> "The other side may tell more in its log.";
        };
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new UploadRefusedException(
                    "%s: expected JSON, found something else. Look at the address that you set for this target."
                            .formatted(answer.request().uri().getHost()));
        }
    }

    /** An address that an answer names; empty when it is none. */
    static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(URI::isAbsolute);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A text in an address, spaces as %20 (RFC 3986). */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
