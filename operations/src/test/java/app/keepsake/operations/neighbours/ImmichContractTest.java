package app.keepsake.operations.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recorded contract, simulated: what Immich's OpenAPI description says of {@code getAllPeople}, {@code searchAssets} and
 * {@code getFaces}, each parameter and field of its kind and in its range. No Immich runs here.
 */
final class ImmichContractTest {
    private static final int ASSETS = 600;
    private static final Set<String> SEARCH_FIELDS = Set.of("personIds", "isFavorite", "page", "size");

    private final List<String> breaches = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void demand(boolean kept, HttpExchange exchange, String what) {
        if (!kept) {
            breaches.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + ": expected " + what);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            demand("the key".equals(exchange.getRequestHeaders().getFirst("x-api-key")), exchange, "x-api-key");
            String answer = switch (exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath()) {
                case "GET /api/people" -> people(exchange);
                case "POST /api/search/metadata" -> search(exchange, body);
                case "GET /api/faces" -> faces(exchange);
                default -> {
                    demand(false, exchange, "an operation of the description");
                    yield "{}";
                }
            };
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Map<String, String> query(HttpExchange exchange, Set<String> known) {
        Map<String, String> query = Arrays.stream(
                        exchange.getRequestURI().getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        demand(known.containsAll(query.keySet()), exchange, "the parameters " + known);
        return query;
    }

    /** Two pages of people; one has no name, as the description allows. */
    private String people(HttpExchange exchange) {
        Map<String, String> query = query(exchange, Set.of("withHidden", "page", "size"));
        demand(Set.of("true", "false").contains(query.get("withHidden")), exchange, "a boolean withHidden");
        int size = Integer.parseInt(query.get("size"));
        demand(size >= 1 && size <= 1000, exchange, "a size from 1 to 1000");
        return switch (query.get("page")) {
            case "1" ->
                "{\"people\":[{\"id\":\"p1\",\"name\":\"Anna\",\"isHidden\":false},{\"id\":\"p2\",\"name\":\"\",\"isHidden\":false}],\"hasNextPage\":true,\"hidden\":0,\"total\":3}";
            case "2" ->
                "{\"people\":[{\"id\":\"p3\",\"name\":\"Ben\",\"isHidden\":false}],\"hasNextPage\":false,\"hidden\":0,\"total\":3}";
            default -> {
                demand(false, exchange, "no page after the last");
                yield "{\"people\":[]}";
            }
        };
    }

    /** Anna is in all assets, Ben in none; the first is a favourite. */
    private String search(HttpExchange exchange, String text) {
        demand(
                "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type")),
                exchange,
                "Content-Type: application/json");
        JsonNode body = JsonMapper.shared().readTree(text);
        demand(SEARCH_FIELDS.containsAll(body.propertyNames()), exchange, "the fields of MetadataSearchDto");
        int size = body.path("size").asInt(0);
        demand(body.path("size").isInt() && size >= 1 && size <= 1000, exchange, "a size from 1 to 1000");
        int page = body.path("page").asInt(0);
        demand(body.path("page").isInt() && page >= 1, exchange, "a page from 1 on");
        boolean favourites = body.has("isFavorite");
        demand(!favourites || body.get("isFavorite").isBoolean(), exchange, "a boolean isFavorite");
        demand(favourites || body.path("personIds").isArray(), exchange, "a list of personIds");
        int all = favourites ? 1 : body.at("/personIds/0").asString("").equals("p1") ? ASSETS : 0;
        List<String> items = IntStream.range((page - 1) * size, Math.min(all, page * size))
                .mapToObj("{\"id\":\"a%1$d\",\"originalPath\":\"/photos/%1$d.jpg\"}"::formatted)
                .toList();
        String next = page * size < all ? "\"" + (page + 1) + "\"" : "null";
        return "{\"albums\":{},\"assets\":{\"total\":%d,\"count\":%d,\"items\":%s,\"facets\":[],\"nextPage\":%s}}"
                .formatted(all, items.size(), items, next);
    }

    private String faces(HttpExchange exchange) {
        String id = query(exchange, Set.of("id")).get("id");
        demand(id.matches("a\\d+"), exchange, "an asset's id");
        return "[{\"id\":\"f\",\"boundingBoxX1\":100,\"boundingBoxY1\":50,\"boundingBoxX2\":300,\"boundingBoxY2\":250,\"imageWidth\":1000,\"imageHeight\":500,\"person\":{\"id\":\"p1\",\"name\":\"Anna\"}},"
                + "{\"id\":\"g\",\"boundingBoxX1\":0,\"boundingBoxY1\":0,\"boundingBoxX2\":9,\"boundingBoxY2\":9,\"imageWidth\":1000,\"imageHeight\":500,\"person\":null}]";
    }

    @Test
    void readsAllPagesAsTheDescriptionSays() throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + server.getAddress().getPort());
        Neighbour neighbour = new Immich(uri, "the key").read();
        assertThat(breaches).isEmpty();
        assertThat(neighbour.favourites()).containsExactly("/photos/0.jpg");
        assertThat(neighbour.faces()).hasSize(ASSETS);
        assertThat(new ArrayList<>(neighbour.faces()).getLast())
                .isEqualTo(new Neighbour.NamedFace("/photos/599.jpg", "Anna", 100, 50, 200, 200, 1000, 500));
    }
}
