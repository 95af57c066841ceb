package app.keepsake.sources.internal.immich;

import app.keepsake.sources.SourceException;
import app.keepsake.sources.SourceException.Kind;
import app.keepsake.sources.WriteBack;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Writes into Immich: films into an album of Keepsake's, memories, and names of people. */
final class ImmichWriteBack implements WriteBack {
    static final String ALBUM = "Keepsake";
    private static final String DEVICE = "keepsake";

    private final ImmichApi api;

    ImmichWriteBack(ImmichApi api) {
        this.api = api;
    }

    @Override
    public String putFilm(Path film, String name, Instant madeAt, Optional<String> before)
            throws IOException, InterruptedException {
        String key = id(upload(film, name, madeAt));
        JsonNode ignored = api.order("PUT", "/albums/" + album() + "/assets", Map.of("ids", List.of(key)));
        if (before.isPresent() && !before.get().equals(key)) {
            forget(() -> {
                JsonNode ignoredToo =
                        api.order("DELETE", "/assets", Map.of("ids", List.of(before.get()), "force", false));
            });
        }
        return key;
    }

    private JsonNode upload(Path film, String name, Instant madeAt) throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!ImmichAlbums.isNewer(api)) {
            // Version 2 takes no file without them.
            fields.put("deviceAssetId", DEVICE + "-" + name);
            fields.put("deviceId", DEVICE);
        }
        fields.put("fileCreatedAt", madeAt.toString());
        fields.put("fileModifiedAt", madeAt.toString());
        // Seen in its album and not among the photos of the day, nor read from there as one.
        fields.put("visibility", "archive");
        String boundary = "keepsake-" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        fields.forEach((field, value) -> head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, field, value.replaceAll("\\p{Cntrl}", " "))));
        head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"assetData\"; filename=\"%s\"\r\nContent-Type: video/mp4\r\n\r\n"
                        .formatted(boundary, name.replaceAll("[\"\\\\\\p{Cntrl}]", "_")));
        try {
            BodyPublisher body = BodyPublishers.concat(
                    BodyPublishers.ofString(head.toString(), StandardCharsets.UTF_8),
                    BodyPublishers.ofFile(film),
                    BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary), StandardCharsets.UTF_8));
            return api.upload("/assets", boundary, body);
        } catch (FileNotFoundException e) {
            throw new IOException(film + ": expected a film, found nothing.", e);
        }
    }

    private String album() throws IOException, InterruptedException {
        Stream<JsonNode> albums = ImmichAlbums.owned(api).valueStream();
        Optional<String> known = albums.filter(
                        album -> album.path("albumName").asString("").equals(ALBUM))
                .map(album -> album.path("id").asString(""))
                .filter(Answers::isId)
                .findFirst();
        return known.isPresent() ? known.get() : id(api.order("POST", "/albums", Map.of("albumName", ALBUM)));
    }

    @Override
    public String putMemory(LocalDate day, int year, List<String> assets, Optional<String> before)
            throws IOException, InterruptedException {
        String key = id(api.order(
                "POST",
                "/memories",
                Map.of(
                        "type",
                        "on_this_day",
                        "data",
                        Map.of("year", year),
                        "memoryAt",
                        day.atStartOfDay(ZoneOffset.UTC).toInstant().toString(),
                        "assetIds",
                        assets)));
        if (before.isPresent()) {
            forget(() -> api.drop("/memories/" + before.get()));
        }
        return key;
    }

    /** Takes away what was put there before. */
    private interface Order {
        void send() throws IOException, InterruptedException;
    }

    /** What somebody has taken away already need not be. */
    private static void forget(Order order) throws IOException, InterruptedException {
        try {
            order.send();
        } catch (SourceException e) {
            if (e.kind() != Kind.GONE) {
                throw e;
            }
        }
    }

    @Override
    public void name(String person, String name) throws IOException, InterruptedException {
        JsonNode ignored = api.order("PUT", "/people/" + person, Map.of("name", name));
    }

    private static String id(JsonNode answer) throws SourceException {
        String id = answer.path("id").asString("");
        if (!Answers.isId(id)) {
            throw new SourceException(Kind.ANSWER, "Expected the number of what was sent to Immich, found none.");
        }
        return id;
    }
}
