package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests made of the API's own description: some as it says, some with one thing wrong. None may make it fail. */
final class FuzzTest {
    private static final List<String> ODD = List.of(
            "0",
            "-1",
            "1",
            "99999999999999999999",
            "%00",
            "..%2f..%2fetc%2fpasswd",
            "%F0%9F%8E%9E",
            "a".repeat(900),
            "gentle",
            "medium",
            TestServer.MEMORY,
            "2024-05",
            "null",
            "%22%27--");
    private static final List<Object> VALUES = List.of(
            "",
            "x",
            "normal",
            "never",
            "photo:",
            "person:Anna",
            "gentle",
            "\u0000",
            "\ud83c\udf9e",
            "-o",
            "a\nb",
            "wide",
            "webdav",
            TestServer.MEMORY,
            "y".repeat(3000),
            0,
            -1,
            7,
            1e300,
            Long.MAX_VALUE,
            true,
            List.of(),
            Map.of());

    @TempDir
    Path folder;

    @Test
    void answersWithoutFailing() throws IOException {
        fuzz(6);
    }

    @Test
    @Tag("slow")
    void answersManyWithoutFailing() throws IOException {
        fuzz(80);
    }

    private void fuzz(int rounds) throws IOException {
        Random random = new Random(7);
        try (TestServer service = new TestServer(folder)) {
            JsonNode description = JsonMapper.shared()
                    .readTree(service.get("/api/openapi.json").body());
            int asked = 0;
            for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
                // Events never end, and a password would shut all other doors.
                if (path.getKey().equals("/api/events") || path.getKey().equals("/api/password")) {
                    continue;
                }
                for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                    for (int round = 0; round < rounds; round++) {
                        ask(service, method.getKey(), path.getKey(), method.getValue(), description, random);
                        asked++;
                    }
                }
            }
            assertThat(asked).isGreaterThan(40 * rounds);
            assertThat(service.get("/api/status").statusCode()).isEqualTo(200);
        }
    }

    private static void ask(
            TestServer service, String method, String path, JsonNode operation, JsonNode description, Random random) {
        String address = path;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.get("parameters")) {
            String name = parameter.get("name").asString();
            String value = ODD.get(random.nextInt(ODD.size()));
            if (parameter.get("in").asString().equals("path")) {
                address = address.replace("{" + name + "}", value);
            } else if (random.nextBoolean()) {
                query.add(name + "=" + value);
            }
        }
        address += query.isEmpty() ? "" : "?" + String.join("&", query);
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        String body = schema.isMissingNode() ? "" : body(schema, description, random);
        HttpResponse<String> answer = service.change(method.toUpperCase(Locale.ROOT), address, body);
        assertThat(answer.statusCode()).as(method + " " + address + " " + body).isNotEqualTo(500);
    }

    private static String body(JsonNode schema, JsonNode description, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> "{\"a\":".repeat(500);
            case 2 -> List.of("null", "[]", "7", "\"x\"", "{}").get(random.nextInt(5));
            default -> JsonMapper.shared().writeValueAsString(value(schema, description, random));
        };
    }

    /** What a schema asks for; now and then something else. */
    private static Object value(JsonNode schema, JsonNode description, Random random) {
        if (random.nextInt(8) == 0) {
            return VALUES.get(random.nextInt(VALUES.size()));
        }
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asString().replaceFirst(".*/", "");
            return value(description.at("/components/schemas/" + name), description, random);
        }
        return switch (schema.path("type").asString("")) {
            case "boolean" -> random.nextBoolean();
            case "integer" -> random.nextInt(10) - 2;
            case "number" -> random.nextGaussian();
            case "array" -> List.of(value(schema.get("items"), description, random));
            case "object" -> {
                Map<String, Object> object = new LinkedHashMap<>();
                schema.path("properties")
                        .properties()
                        .forEach(one -> object.put(one.getKey(), value(one.getValue(), description, random)));
                yield object;
            }
            default -> VALUES.get(random.nextInt(15));
        };
    }
}
