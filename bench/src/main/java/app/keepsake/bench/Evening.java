package app.keepsake.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody's first evening with the service: starts it over a library in which nothing is, names a folder, looks at the
 * first page until there is a memory, and plays its film. Each stage is told when it is reached, in seconds since the
 * start.
 */
final class Evening implements AutoCloseable {
    /** How often the page looks; its own events come more often. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** As the pages take it for theirs. */
    private static final String OWN = "X-Keepsake";

    private final long begun = System.nanoTime();
    private final BiConsumer<String, Double> told;
    private final Process service;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String origin;

    /** @param told of each stage and its second */
    Evening(Path library, BiConsumer<String, Double> told) throws IOException {
        this.told = told;
        this.service = Served.start(library);
        this.origin = "http://localhost:" + Served.port(service);
        tell("the service listens");
    }

    private double tell(String stage) {
        double second = (System.nanoTime() - begun) / 1e9;
        told.accept(stage, second);
        return second;
    }

    /**
     * @return the second in which the film began to play
     * @throws IOException when there is no memory, or no film of it
     */
    double play(Path photos) throws IOException, InterruptedException {
        JsonNode empty = get("/api/memories");
        send("POST", "/api/folders", JsonMapper.shared().writeValueAsString(new Folder(photos.toString())));
        tell("the folder is named");
        JsonNode shelf = empty;
        long counted = 0;
        while (shelf.path("today").isEmpty()) {
            Thread.sleep(LOOK);
            long pictures = get("/api/status").path("pictures").asLong();
            if (counted == 0 && pictures > 0) {
                tell("the first picture is looked at");
            }
            counted = pictures;
            shelf = get("/api/memories");
            giveUp("a memory");
        }
        tell("the first memory is told, of %d pictures".formatted(counted));
        JsonNode card = shelf.path("today").get(0);
        String film = "/api/memories/%s/films/%s/medium"
                .formatted(card.path("id").asString(), card.path("mood").asString());
        JsonNode job = send("POST", film, "").path("job");
        double plays;
        try (InputStream growing =
                open("/api/jobs/%d/film".formatted(job.path("id").asLong()))) {
            if (growing.read() < 0) {
                throw new IOException("Expected a film, found nothing in it.");
            }
            plays = tell("the film plays");
            long ignored = growing.transferTo(OutputStream.nullOutputStream());
        }
        while (!send("POST", film, "").path("ready").asBoolean()) {
            Thread.sleep(LOOK);
            giveUp("a complete film");
        }
        tell("the film is complete");
        return plays;
    }

    private record Folder(String folder) {}

    private void giveUp(String awaited) throws IOException {
        if (System.nanoTime() - begun > PATIENCE.toNanos()) {
            throw new IOException("%s: not reached in %d minutes.".formatted(awaited, PATIENCE.toMinutes()));
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header(OWN, "1")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The answer's body as it comes. */
    private InputStream open(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(URI.create(origin + path)).build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("%s: expected a film, found status %d.".formatted(path, answer.statusCode()));
        }
        return answer.body();
    }

    @Override
    public void close() throws InterruptedException {
        client.close();
        service.destroy();
        int ignored = service.waitFor();
    }
}
