package app.keepsake.sources;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as PhotoPrism's documentation says that PhotoPrism does, with the fields that its search and its details have.
 * Simulated: no PhotoPrism runs here.
 */
final class StandInPhotoPrism implements AutoCloseable {
    static final String PASSWORD = "OXiV72-wTtiL9-d04jO7-X7XP4p";
    private static final String PREVIEW = "prev1ew0";
    private static final String DOWNLOAD = "d0wnl0ad";

    /** Photos as the search tells of them, which a test may change. */
    final List<Map<String, Object>> photos = new ArrayList<>();

    final List<Map<String, Object>> subjects = new ArrayList<>();
    final List<Map<String, Object>> albums = new ArrayList<>();
    final Map<String, List<String>> ofAlbum = new LinkedHashMap<>();
    final Map<String, List<Map<String, Object>>> markers = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();
    int patience;

    private final HttpServer server;

    StandInPhotoPrism() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A photo taken in Berlin's time. */
    Map<String, Object> add(String uid, LocalDateTime local) {
        Map<String, Object> photo = new LinkedHashMap<>();
        photo.put("UID", uid);
        photo.put("Type", "image");
        photo.put("TakenAt", local.minusHours(2).toInstant(ZoneOffset.UTC).toString());
        photo.put("TakenAtLocal", local.toInstant(ZoneOffset.UTC).toString());
        photo.put("TakenSrc", "meta");
        photo.put("TimeZone", "Europe/Berlin");
        photo.put("Name", "20240701_100000_" + uid);
        photo.put("OriginalName", "trip/IMG_" + uid);
        photo.put("Description", "");
        photo.put("Favorite", false);
        photo.put("Private", false);
        photo.put("Quality", 4);
        photo.put("Lat", 52.5);
        photo.put("Lng", 13.4);
        photo.put("PlaceSrc", "meta");
        photo.put("CameraMake", "Canon");
        photo.put("CameraModel", "EOS 6D");
        photo.put("Day", local.getDayOfMonth());
        photo.put("Hash", hash(uid));
        photo.put("Width", 3000);
        photo.put("Height", 4000);
        photo.put("UpdatedAt", "2024-07-02T00:00:00Z");
        photos.add(photo);
        return photo;
    }

    static String hash(String uid) {
        return "%040x".formatted(uid.hashCode() & 0xffffffffL);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        asked.add(path);
        boolean let = PASSWORD.equals(exchange.getRequestHeaders().getFirst("X-Auth-Token"));
        if (patience > 0 && path.equals("/photos")) {
            patience--;
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(429, -1);
        } else if (path.equals("/config")) {
            json(exchange, Map.of("version", "240711-2197af848-Linux-AMD64"));
        } else if (path.equals("/status")) {
            json(exchange, Map.of("status", "operational"));
        } else if (path.startsWith("/t/") || path.startsWith("/dl/")) {
            boolean may = path.contains("/" + PREVIEW + "/") || DOWNLOAD.equals(query.get("t"));
            byte[] body = path.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "image/jpeg");
            exchange.sendResponseHeaders(may ? 200 : 403, body.length);
            exchange.getResponseBody().write(body);
        } else if (!let) {
            exchange.sendResponseHeaders(401, -1);
        } else {
            answer(exchange, path, query);
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange, String path, Map<String, String> query) throws IOException {
        exchange.getResponseHeaders().add("X-Preview-Token", PREVIEW);
        exchange.getResponseHeaders().add("X-Download-Token", DOWNLOAD);
        switch (path) {
            case "/photos" -> json(exchange, page(found(query).toList(), query));
            case "/subjects" -> json(exchange, page(subjects, query));
            case "/albums" -> json(exchange, page(albums, query));
            default -> details(exchange, path.substring("/photos/".length()));
        }
    }

    private Stream<Map<String, Object>> found(Map<String, String> query) {
        return photos.stream()
                .filter(photo -> !photo.containsKey("DeletedAt"))
                .filter(photo -> !"true".equals(query.get("public"))
                        || photo.get("Private").equals(false))
                .filter(photo -> (int) photo.get("Quality") >= Integer.parseInt(query.getOrDefault("quality", "0")))
                .filter(photo -> !query.containsKey("uid") || query.get("uid").equals(photo.get("UID")))
                .filter(photo ->
                        !query.containsKey("s") || ofAlbum.get(query.get("s")).contains((String) photo.get("UID")))
                .filter(photo -> !query.containsKey("updated")
                        || !Instant.parse((String) photo.get("UpdatedAt"))
                                .isBefore(Instant.parse(query.get("updated"))));
    }

    private static List<Map<String, Object>> page(List<Map<String, Object>> all, Map<String, String> query) {
        return all.stream()
                .skip(Long.parseLong(query.get("offset")))
                .limit(Long.parseLong(query.get("count")))
                .toList();
    }

    private void details(HttpExchange exchange, String uid) throws IOException {
        List<Map<String, Object>> files = new ArrayList<>();
        files.add(Map.of(
                "Hash", hash(uid), "Root", "/", "Primary", true, "Markers", markers.getOrDefault(uid, List.of())));
        Map<String, Object> photo = photos.stream()
                .filter(one -> one.get("UID").equals(uid))
                .findFirst()
                .orElseThrow();
        if (photo.get("Type").equals("live")) {
            files.add(Map.of("Hash", hash(uid + "v"), "Root", "/", "Primary", false, "Video", true));
        }
        json(exchange, Map.of("UID", uid, "Type", photo.get("Type"), "Files", files));
    }

    private static void json(HttpExchange exchange, Object told) throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsBytes(told);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null) {
            for (String one : raw.split("&")) {
                int equals = one.indexOf('=');
                query.put(
                        one.substring(0, equals), URLDecoder.decode(one.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
