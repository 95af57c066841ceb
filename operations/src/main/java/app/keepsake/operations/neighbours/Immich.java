package app.keepsake.operations.neighbours;

import app.keepsake.operations.neighbours.Neighbour.NamedFace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An Immich server, asked by its API with a key that may only read. Closing it ends its connections. Source: Immich's OpenAPI description. */
public final class Immich implements AutoCloseable {
    private static final int PAGE = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final URI server;
    private final String key;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    /** @param server for example {@code http://nas:2283} */
    public Immich(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    /** @throws IOException when the server does not answer, or lets nobody in with this key */
    public Neighbour read() throws IOException, InterruptedException {
        Set<String> named = new HashSet<>();
        List<NamedFace> faces = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more; page++) {
            JsonNode people = ask("GET", "/api/people?withHidden=false&size=500&page=" + page, null);
            for (JsonNode person : people.path("people")) {
                if (!person.path("name").asString("").isBlank()) {
                    named.add(person.path("id").asString(""));
                }
            }
            more = people.path("hasNextPage").asBoolean(false);
        }
        for (String person : named) {
            search(Map.of("personIds", List.of(person)), asset -> faces.addAll(facesOf(asset, person)));
        }
        List<String> favourites = new ArrayList<>();
        search(
                Map.of("isFavorite", true),
                asset -> favourites.add(asset.path("originalPath").asString("")));
        return new Neighbour("Immich", faces, favourites);
    }

    private List<NamedFace> facesOf(JsonNode asset, String person) throws IOException, InterruptedException {
        List<NamedFace> faces = new ArrayList<>();
        for (JsonNode face : ask("GET", "/api/faces?id=" + asset.path("id").asString(""), null)) {
            if (face.path("person").path("id").asString("").equals(person)) {
                double x = face.path("boundingBoxX1").asDouble(0);
                double y = face.path("boundingBoxY1").asDouble(0);
                faces.add(new NamedFace(
                        asset.path("originalPath").asString(""),
                        face.path("person").path("name").asString(""),
                        x,
                        y,
                        face.path("boundingBoxX2").asDouble(0) - x,
                        face.path("boundingBoxY2").asDouble(0) - y,
                        face.path("imageWidth").asDouble(0),
                        face.path("imageHeight").asDouble(0)));
            }
        }
        return faces;
    }

    /** Hears of an asset. */
    private interface Hearing {
        void of(JsonNode asset) throws IOException, InterruptedException;
    }

    private void search(Map<String, Object> wanted, Hearing hearing) throws IOException, InterruptedException {
        int page = 1;
        while (page > 0) {
            Map<String, Object> body = new LinkedHashMap<>(wanted);
            body.put("page", page);
            body.put("size", PAGE);
            JsonNode assets = ask("POST", "/api/search/metadata", body).path("assets");
            for (JsonNode asset : assets.path("items")) {
                hearing.of(asset);
            }
            String next = assets.path("nextPage").asString("");
            page = next.isEmpty() ? 0 : Integer.parseInt(next);
        }
    }

    private JsonNode ask(String method, String path, @Nullable Map<String, Object> body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("x-api-key", key)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(
                                        JsonMapper.shared().writeValueAsBytes(body)))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("%s: expected success at %s, found status %d. Look at the address and the API key."
                    .formatted(server, path, answer.statusCode()));
        }
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("%s: expected an Immich server, found something else.".formatted(server), e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
