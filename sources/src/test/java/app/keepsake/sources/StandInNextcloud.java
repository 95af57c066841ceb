package app.keepsake.sources;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers as Nextcloud's manual says that Nextcloud does. Simulated: no Nextcloud runs here. */
final class StandInNextcloud implements AutoCloseable {
    static final String KEY = "anna:Wq7Xc-2bP9d-Mm3Kz";
    private static final String FILES = "/remote.php/dav/files/anna/";

    /** Properties by path below the user's files; with prefix and name, such as "oc:fileid". */
    final Map<String, Map<String, String>> files = new LinkedHashMap<>();

    /** File numbers by album or person, as paths below the service's root. */
    final Map<String, List<String>> collections = new LinkedHashMap<>();

    final List<String> searches = new ArrayList<>();

    private final HttpServer server;

    StandInNextcloud() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Map<String, String> add(String path, int id, Instant modified) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("oc:fileid", Integer.toString(id));
        properties.put("d:getcontenttype", path.endsWith(".mov") ? "video/quicktime" : "image/jpeg");
        properties.put("d:getetag", "\"e" + id + "\"");
        properties.put(
                "d:getlastmodified", DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC)));
        properties.put("uploaded", Long.toString(modified.getEpochSecond()));
        files.put(path, properties);
        return properties;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = "Basic " + Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));
        if (path.equals("/status.php")) {
            send(exchange, 200, "application/json", "{\"versionstring\":\"30.0.4\"}");
        } else if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "text/html", "");
        } else if (exchange.getRequestMethod().equals("SEARCH")) {
            searches.add(body);
            send(exchange, 207, "application/xml", multistatus(found(body)));
        } else if (exchange.getRequestMethod().equals("PROPFIND")) {
            list(exchange, path);
        } else if (path.equals("/index.php/core/preview")) {
            send(
                    exchange,
                    200,
                    "image/jpeg",
                    "preview " + exchange.getRequestURI().getQuery());
        } else if (path.startsWith(FILES) && files.containsKey(path.substring(FILES.length()))) {
            send(exchange, 200, "image/jpeg", "original " + path.substring(FILES.length()));
        } else {
            send(exchange, 404, "text/html", "");
        }
        exchange.close();
    }

    private List<String> found(String body) {
        Matcher id = Pattern.compile("<d:eq><d:prop><oc:fileid/></d:prop><d:literal>(\\d+)")
                .matcher(body);
        Matcher since =
                Pattern.compile("<nc:upload_time/></d:prop><d:literal>(\\d+)").matcher(body);
        boolean signs = body.contains(".nomedia");
        Stream<Map.Entry<String, Map<String, String>>> all =
                files.entrySet().stream().filter(file -> file.getKey().endsWith(".nomedia") == signs);
        if (id.find()) {
            String wanted = id.group(1);
            all = all.filter(file -> wanted.equals(file.getValue().get("oc:fileid")));
        }
        if (since.find()) {
            long time = Long.parseLong(since.group(1));
            all = all.filter(file -> Long.parseLong(file.getValue().getOrDefault("uploaded", "0")) >= time);
        }
        return all.skip(number(body, "firstresult"))
                .limit(number(body, "nresults"))
                .map(file -> response(FILES + file.getKey().replace(" ", "%20"), file.getValue()))
                .toList();
    }

    private static long number(String body, String name) {
        Matcher matcher = Pattern.compile(name + ">(\\d+)").matcher(body);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private void list(HttpExchange exchange, String path) throws IOException {
        List<String> entries = new ArrayList<>();
        if (collections.containsKey(path)) {
            entries.add(response(path, Map.of()));
            collections
                    .getOrDefault(path, List.of())
                    .forEach(id -> entries.add(response(path + id + "-a.jpg", Map.of("oc:fileid", id))));
        } else {
            collections.forEach((collection, ids) -> {
                if (collection.startsWith(path)) {
                    entries.add(response(
                            collection.replace(" ", "%20"), Map.of("nc:nbItems", Integer.toString(ids.size()))));
                }
            });
            if (!entries.isEmpty()) {
                entries.addFirst(response(path, Map.of()));
            }
        }
        send(exchange, entries.isEmpty() ? 404 : 207, "application/xml", multistatus(entries));
    }

    private static String response(String href, Map<String, String> properties) {
        StringBuilder text = new StringBuilder("<d:response><d:href>%s</d:href><d:propstat><d:prop>".formatted(href));
        properties.forEach((name, value) -> {
            if (name.contains(":")) {
                text.append("<%s>%s</%s>".formatted(name, value, name));
            }
        });
        return text.append("</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat><d:propstat><d:prop>")
                .append("<nc:hidden>true</nc:hidden></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat>")
                .append("</d:response>")
                .toString();
    }

    private static String multistatus(List<String> responses) {
        return "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\" xmlns:nc=\"http://nextcloud.org/ns\">"
                + String.join("", responses) + "</d:multistatus>";
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
