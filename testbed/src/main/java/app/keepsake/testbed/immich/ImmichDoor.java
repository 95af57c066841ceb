package app.keepsake.testbed.immich;

import app.keepsake.testbed.immich.ImmichShapes.HeldAlbum;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.awt.Dimension;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets requests in that have the key and the permission, demands that they are as the API describes them, and answers. */
final class ImmichDoor implements HttpHandler {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
    private static final Pattern FIELD = Pattern.compile("; name=\"([^\"]+)\"");
    private static final Pattern VISIBILITY = Pattern.compile("; name=\"visibility\"\r\n\r\n([a-z]+)\r\n");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]+)\"");

    private final StandInImmich immich;
    private final ImmichShapes shapes;
    private final int major;

    ImmichDoor(StandInImmich immich, int major) {
        this.immich = immich;
        this.major = major;
        this.shapes = new ImmichShapes(major, immich::originals);
    }

    /**
     * An operation of the API.
     *
     * @param permission that it needs; empty for none
     * @param query parameters that it knows
     * @param body fields that it knows
     */
    private record Operation(
            String name, Pattern path, String permission, Set<String> query, Set<String> body, Answering answering) {}

    private record Asked(String id, Map<String, String> query, JsonNode body, byte[] bytes, String type) {}

    /** What is answered: JSON, bytes, or nothing with a status. */
    private record Answer(int status, @Nullable JsonNode json, byte[] bytes, String type) {
        static Answer of(JsonNode json) {
            return new Answer(200, json, new byte[0], "application/json; charset=utf-8");
        }

        static Answer problem(int status, String message) {
            return new Answer(status, ImmichShapes.problem(status, message), new byte[0], "application/json");
        }
    }

    private interface Answering {
        Answer answer(Asked asked) throws IOException;
    }

    private List<Operation> operations() {
        Set<String> none = Set.of();
        Set<String> search =
                Set.of("updatedAfter", "page", "size", "order", "visibility", "withExif", "withPeople", "personIds");
        Set<String> timeline = Set.of("albumId", "visibility", "withPartners");
        Set<String> bucket = Set.of("albumId", "visibility", "withPartners", "timeBucket");
        Set<String> albums = major >= 3 ? Set.of("isOwned", "isShared") : Set.of("shared");
        return List.of(
                new Operation(
                        "GET /server/version",
                        path("/server/version"),
                        "",
                        none,
                        none,
                        a -> Answer.of(shapes.version())),
                new Operation(
                        "GET /api-keys/me",
                        path("/api-keys/me"),
                        "",
                        none,
                        none,
                        a -> Answer.of(shapes.apiKey(immich.permissions()))),
                new Operation("GET /users/me", path("/users/me"), "user.read", none, none, a -> Answer.of(shapes.me())),
                new Operation(
                        "POST /search/metadata", path("/search/metadata"), "asset.read", none, search, this::search),
                new Operation(
                        "GET /timeline/buckets",
                        path("/timeline/buckets"),
                        "asset.read",
                        timeline,
                        none,
                        this::buckets),
                new Operation(
                        "GET /timeline/bucket", path("/timeline/bucket"), "asset.read", bucket, none, this::bucket),
                new Operation("GET /assets/{id}", path("/assets/" + ID), "asset.read", none, none, this::asset),
                new Operation("GET /faces", path("/faces"), "face.read", Set.of("id"), none, this::faces),
                new Operation(
                        "GET /people",
                        path("/people"),
                        "person.read",
                        Set.of("withHidden", "page", "size"),
                        none,
                        this::people),
                new Operation(
                        "PUT /people/{id}", path("/people/" + ID), "person.update", none, Set.of("name"), this::name),
                new Operation("GET /albums", path("/albums"), "album.read", albums, none, this::albums),
                new Operation(
                        "POST /albums",
                        path("/albums"),
                        "album.create",
                        none,
                        Set.of("albumName", "description"),
                        this::newAlbum),
                new Operation(
                        "PUT /albums/{id}/assets",
                        path("/albums/" + ID + "/assets"),
                        "albumAsset.create",
                        none,
                        Set.of("ids"),
                        this::addToAlbum),
                new Operation(
                        "GET /assets/{id}/thumbnail",
                        path("/assets/" + ID + "/thumbnail"),
                        "asset.view",
                        Set.of("size"),
                        none,
                        a -> picture(a, immich.preview())),
                new Operation(
                        "GET /assets/{id}/original",
                        path("/assets/" + ID + "/original"),
                        "asset.download",
                        none,
                        none,
                        a -> picture(a, immich.originals())),
                new Operation(
                        "GET /assets/{id}/video/playback",
                        path("/assets/" + ID + "/video/playback"),
                        "asset.view",
                        none,
                        none,
                        this::playback),
                new Operation("POST /assets", path("/assets"), "asset.upload", none, none, this::upload),
                new Operation(
                        "DELETE /assets", path("/assets"), "asset.delete", none, Set.of("ids", "force"), this::delete),
                new Operation(
                        "POST /memories",
                        path("/memories"),
                        "memory.create",
                        none,
                        Set.of("type", "data", "memoryAt", "assetIds"),
                        this::newMemory),
                new Operation(
                        "DELETE /memories/{id}",
                        path("/memories/" + ID),
                        "memory.delete",
                        none,
                        none,
                        this::deleteMemory));
    }

    private static Pattern path(String path) {
        return Pattern.compile("/api" + path);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders()
                    .set("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
            switch (immich.faults().next()) {
                case ANSWERED -> send(exchange, answer(exchange, body));
                case FAILED -> send(exchange, Answer.problem(500, "Internal server error"));
                case TURNED_AWAY -> {
                    exchange.getResponseHeaders()
                            .set("Retry-After", Integer.toString(immich.faults().retryAfter()));
                    send(exchange, Answer.problem(429, "Too many requests"));
                }
                case CUT -> cut(exchange, answer(exchange, body));
            }
        }
    }

    private Answer answer(HttpExchange exchange, byte[] body) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        for (Operation operation : operations()) {
            Matcher matcher = operation.path().matcher(path);
            if (operation.name().startsWith(method + " ") && matcher.matches()) {
                return answer(exchange, operation, matcher.groupCount() > 0 ? matcher.group(1) : "", body);
            }
        }
        immich.breach(method + " " + path + " is no operation");
        return Answer.problem(404, "Cannot " + method + " " + path);
    }

    private Answer answer(HttpExchange exchange, Operation operation, String id, byte[] body) throws IOException {
        String key = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("x-api-key"), "");
        boolean open = operation.name().equals("GET /server/version");
        if (!open && !key.equals(StandInImmich.KEY)) {
            return Answer.problem(401, "Invalid API key");
        }
        Set<String> allowed = immich.permissions();
        if (!operation.permission().isEmpty()
                && !allowed.contains("all")
                && !allowed.contains(operation.permission())) {
            return Answer.problem(403, "Missing required permission: " + operation.permission());
        }
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        demand(
                operation.query().containsAll(query.keySet()),
                operation,
                "parameters " + operation.query() + ", found " + query);
        String type = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Type"), "");
        JsonNode json =
                type.startsWith("application/json") && body.length > 0 ? read(body, operation) : JSON.missingNode();
        Set<String> fields = new HashSet<>(json.propertyNames());
        demand(operation.body().containsAll(fields), operation, "fields " + operation.body() + ", found " + fields);
        Answer answer = operation.answering().answer(new Asked(id, query, json, body, type));
        if (answer.status() / 100 == 2) {
            immich.note(
                    operation.name(),
                    Stream.concat(query.keySet().stream(), parts(type, body).stream())
                            .sorted()
                            .toList(),
                    json.isMissingNode() ? "" : json.toString(),
                    answer.json() == null ? "" : answer.json().toString());
        }
        return answer;
    }

    private JsonNode read(byte[] body, Operation operation) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            demand(false, operation, "JSON");
            return JSON.missingNode();
        }
    }

    private void demand(boolean kept, Operation operation, String what) {
        if (!kept) {
            immich.breach(operation.name() + ": expected " + what);
        }
    }

    private static Map<String, String> query(@Nullable String text) {
        return text == null
                ? Map.of()
                : Arrays.stream(text.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.json() == null
                ? answer.bytes()
                : answer.json().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void cut(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.json() == null
                ? answer.bytes()
                : answer.json().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), bytes.length + 100);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    private boolean isVisible(HeldAsset held, boolean partners) {
        return partners || held.owner().equals(StandInImmich.ME);
    }

    private Answer search(Asked asked) {
        JsonNode body = asked.body();
        int size = body.path("size").asInt(250);
        int page = body.path("page").asInt(1);
        if (size < 1 || size > 1000 || page < 1) {
            immich.breach("POST /search/metadata: expected a size from 1 to 1000 and a page from 1");
            return Answer.problem(400, "size must not be greater than 1000");
        }
        if (body.path("visibility").asString("timeline").equals("locked")) {
            return Answer.problem(401, "Elevated permission is required");
        }
        Optional<Instant> after;
        try {
            after = Optional.of(body.path("updatedAfter").asString(""))
                    .filter(text -> !text.isEmpty())
                    .map(Instant::parse);
        } catch (DateTimeException e) {
            immich.breach("POST /search/metadata: expected a date in updatedAfter");
            return Answer.problem(400, "updatedAfter must be a date");
        }
        Set<String> persons = body.path("personIds")
                .valueStream()
                .map(node -> node.asString(""))
                .collect(Collectors.toSet());
        Stream<HeldAsset> found = immich.all().stream()
                .filter(held -> !held.trashed())
                .filter(held -> held.visibility().equals(body.path("visibility").asString("timeline")))
                .filter(held -> after.isEmpty() || !held.updatedAt().isBefore(after.get()))
                .filter(held ->
                        persons.isEmpty() || held.faces().stream().anyMatch(face -> persons.contains(face.person())));
        List<HeldAsset> sorted = found.sorted(
                        Comparator.comparing(HeldAsset::local).thenComparing(HeldAsset::id))
                .toList();
        List<HeldAsset> items =
                sorted.stream().skip((page - 1L) * size).limit(size).toList();
        boolean more = sorted.size() > (long) page * size;
        boolean exif = body.path("withExif").asBoolean(false);
        boolean people = body.path("withPeople").asBoolean(false);
        return Answer.of(shapes.found(
                items.stream()
                        .map(held -> shapes.asset(held, immich.people(), exif, people))
                        .toList(),
                more ? Optional.of(page + 1) : Optional.empty()));
    }

    private Stream<HeldAsset> timeline(Asked asked) {
        String album = asked.query().get("albumId");
        if (album != null) {
            Set<String> in = new HashSet<>();
            immich.albums().stream().filter(one -> one.id().equals(album)).forEach(one -> in.addAll(one.assets()));
            return immich.all().stream().filter(held -> in.contains(held.id()) && !held.trashed());
        }
        if (!asked.query().getOrDefault("visibility", "").equals("timeline")) {
            immich.breach("timeline: expected visibility=timeline");
        }
        boolean partners = asked.query().getOrDefault("withPartners", "false").equals("true");
        return immich.all().stream().filter(HeldAsset::isShown).filter(held -> isVisible(held, partners));
    }

    private Answer buckets(Asked asked) {
        Map<YearMonth, Integer> months = new TreeMap<>();
        timeline(asked).forEach(held -> months.merge(YearMonth.from(held.local()), 1, Integer::sum));
        ArrayNode answer = JSON.createArrayNode();
        months.forEach((month, count) ->
                answer.addObject().put("timeBucket", month.atDay(1).toString()).put("count", count));
        return Answer.of(answer);
    }

    private Answer bucket(Asked asked) {
        LocalDate day = LocalDate.parse(asked.query().getOrDefault("timeBucket", ""));
        return Answer.of(shapes.bucket(timeline(asked)
                .filter(held -> YearMonth.from(held.local()).equals(YearMonth.from(day)))
                .toList()));
    }

    private Answer withAsset(Asked asked, java.util.function.Function<HeldAsset, Answer> answering) {
        return immich.find(asked.id()).map(answering).orElse(Answer.problem(400, "Not found or no asset.read access"));
    }

    private Answer asset(Asked asked) {
        return withAsset(asked, held -> Answer.of(shapes.asset(held, immich.people(), true, true)));
    }

    private Answer faces(Asked asked) {
        return immich.find(asked.query().getOrDefault("id", ""))
                .map(held -> Answer.of(shapes.faces(held, immich.people())))
                .orElse(Answer.problem(400, "Not found or no asset.read access"));
    }

    private Answer people(Asked asked) {
        int size = Integer.parseInt(asked.query().getOrDefault("size", "500"));
        int page = Integer.parseInt(asked.query().getOrDefault("page", "1"));
        if (size < 1 || size > 1000) {
            immich.breach("GET /people: expected a size from 1 to 1000");
        }
        Map<String, String> sorted = new TreeMap<>(immich.people());
        ObjectNode answer = JSON.createObjectNode()
                .put("total", sorted.size())
                .put("hidden", 0)
                .put("hasNextPage", sorted.size() > page * size);
        ArrayNode all = answer.putArray("people");
        sorted.entrySet().stream()
                .skip((page - 1L) * size)
                .limit(size)
                .forEach(one -> all.add(ImmichShapes.person(one.getKey(), one.getValue())));
        return Answer.of(answer);
    }

    private Answer name(Asked asked) {
        String name = asked.body().path("name").asString("");
        immich.rename(asked.id(), name);
        return Answer.of(ImmichShapes.person(asked.id(), name));
    }

    private Answer albums(Asked asked) {
        boolean shared = asked.query()
                .getOrDefault(major >= 3 ? "isShared" : "shared", "false")
                .equals("true");
        ArrayNode answer = JSON.createArrayNode();
        for (HeldAlbum album : immich.albums()) {
            if (shared ? album.shared() : album.owner().equals(StandInImmich.ME)) {
                answer.add(shapes.album(album));
            }
        }
        return Answer.of(answer);
    }

    private Answer newAlbum(Asked asked) {
        String id = immich.album(asked.body().path("albumName").asString(""), StandInImmich.ME, false, List.of());
        return Answer.of(shapes.album(immich.albums().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()));
    }

    private Answer addToAlbum(Asked asked) {
        List<String> ids = asked.body()
                .path("ids")
                .valueStream()
                .map(node -> node.asString(""))
                .toList();
        if (!immich.addTo(asked.id(), ids)) {
            return Answer.problem(400, "Not found or no album.read access");
        }
        ArrayNode answer = JSON.createArrayNode();
        ids.forEach(id -> answer.addObject().put("id", id).put("success", true));
        return Answer.of(answer);
    }

    private Answer picture(Asked asked, Dimension size) {
        return withAsset(asked, held -> new Answer(200, null, immich.picture(held, size), "image/jpeg"));
    }

    private Answer playback(Asked asked) {
        return withAsset(
                asked,
                held -> held.video() && immich.clip().length > 0
                        ? new Answer(200, null, immich.clip(), "video/mp4")
                        : Answer.problem(404, "Not found"));
    }

    /** The names of a form's parts. */
    private static Set<String> parts(String type, byte[] body) {
        Set<String> names = new HashSet<>();
        if (type.startsWith("multipart/form-data")) {
            Matcher field = FIELD.matcher(new String(body, StandardCharsets.ISO_8859_1));
            while (field.find()) {
                names.add(field.group(1));
            }
        }
        return names;
    }

    private Answer upload(Asked asked) {
        String body = new String(asked.bytes(), StandardCharsets.ISO_8859_1);
        Set<String> fields = parts(asked.type(), asked.bytes());
        Set<String> needed = new HashSet<>(Set.of("assetData", "fileCreatedAt", "fileModifiedAt"));
        if (major < 3) {
            needed.addAll(Set.of("deviceAssetId", "deviceId"));
        }
        if (!asked.type().startsWith("multipart/form-data; boundary=") || !fields.containsAll(needed)) {
            immich.breach("POST /assets: expected " + needed + ", found " + fields);
            return Answer.problem(400, "fields are missing");
        }
        Matcher name = FILE_NAME.matcher(body);
        int start = body.indexOf("\r\n\r\n", body.indexOf("name=\"assetData\"")) + 4;
        int end = body.lastIndexOf("\r\n--");
        byte[] bytes = Arrays.copyOfRange(asked.bytes(), start, end);
        Matcher visibility = VISIBILITY.matcher(body);
        Map.Entry<String, Boolean> made = immich.upload(
                name.find() ? name.group(1) : "", visibility.find() ? visibility.group(1) : "timeline", bytes);
        ObjectNode answer = JSON.createObjectNode()
                .put("id", made.getKey())
                .put("status", made.getValue() ? "created" : "duplicate");
        return new Answer(201, answer, new byte[0], "application/json");
    }

    private Answer delete(Asked asked) {
        asked.body().path("ids").valueStream().forEach(id -> {
            if (asked.body().path("force").asBoolean(false)) {
                immich.delete(id.asString(""));
            } else {
                immich.change(id.asString(""), held -> held.seenAs(held.visibility(), true));
            }
        });
        return new Answer(204, null, new byte[0], "application/json");
    }

    private Answer newMemory(Asked asked) {
        List<String> ids = asked.body()
                .path("assetIds")
                .valueStream()
                .map(node -> node.asString(""))
                .toList();
        return new Answer(201, shapes.memory(immich.remember(ids), asked.body()), new byte[0], "application/json");
    }

    private Answer deleteMemory(Asked asked) {
        return immich.memories().remove(asked.id()) == null
                ? Answer.problem(400, "Not found or no memory.delete access")
                : new Answer(204, null, new byte[0], "application/json");
    }
}
