package app.keepsake.share;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * Leave to upload, by OAuth's device flow (RFC 8628): the user types a short code on Google's page, on any device. The
 * application's own number and secret come from the user's Google Cloud project, of the kind "TVs and limited input".
 * Closing it ends its connections.
 */
public final class YouTubeLogin implements AutoCloseable {
    private static final URI GOOGLE = URI.create("https://oauth2.googleapis.com/");
    private static final String SCOPE = "https://www.googleapis.com/auth/youtube";

    private final String clientId;
    private final String clientSecret;
    private final URI server;
    private final HttpClient client;

    public YouTubeLogin(String clientId, String clientSecret) {
        this(clientId, clientSecret, GOOGLE);
    }

    YouTubeLogin(String clientId, String clientSecret, URI server) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.server = server;
        this.client = Web.client();
    }

    /**
     * Asks for leave, and waits until the user has given it.
     *
     * @param ask told the page to open and the code to type there
     * @return a token that does not expire by itself
     */
    public String refreshToken(BiConsumer<String, String> ask) throws IOException, InterruptedException {
        JsonNode device = post("device/code", Map.of("client_id", clientId, "scope", SCOPE));
        ask.accept(
                device.path("verification_url").asString(""),
                device.path("user_code").asString(""));
        Duration pause = Duration.ofSeconds(device.path("interval").asInt(5));
        long end = System.nanoTime()
                + Duration.ofSeconds(device.path("expires_in").asInt(1800)).toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(pause);
            HttpResponse<String> answer = ask(
                    "token",
                    Map.of(
                            "client_id",
                            clientId,
                            "client_secret",
                            clientSecret,
                            "device_code",
                            device.path("device_code").asString(""),
                            "grant_type",
                            "urn:ietf:params:oauth:grant-type:device_code"));
            String error = Web.json(answer).path("error").asString("");
            switch (error) {
                case "" -> {
                    return Web.json(Web.succeeded(answer)).path("refresh_token").asString("");
                }
                case "authorization_pending" -> {}
                case "slow_down" -> pause = pause.plusSeconds(5);
                default -> throw new UploadRefusedException("Google gave no leave: " + error + ".");
            }
        }
        throw new UploadRefusedException("Nobody typed the code in time. Try again.");
    }

    /** A token for requests, good for about an hour. */
    String access(String refreshToken) throws IOException, InterruptedException {
        return post(
                        "token",
                        Map.of(
                                "client_id", clientId,
                                "client_secret", clientSecret,
                                "refresh_token", refreshToken,
                                "grant_type", "refresh_token"))
                .path("access_token")
                .asString("");
    }

    private JsonNode post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return Web.json(Web.succeeded(ask(path, form)));
    }

    private HttpResponse<String> ask(String path, Map<String, String> form) throws IOException, InterruptedException {
        return Web.send(
                client,
                Web.request(server.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Web.form(form)))
                        .build());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
