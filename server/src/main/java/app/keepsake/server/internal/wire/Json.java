package app.keepsake.server.internal.wire;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private Json() {}

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** @throws Problem when it is none */
    public static <T> T read(byte[] body, Class<T> type) {
        try {
            T value = MAPPER.readValue(new String(body, StandardCharsets.UTF_8), type);
            if (value == null) {
                throw Problem.invalid("Expected a JSON object, found null.");
            }
            return value;
        } catch (JacksonException e) {
            throw Problem.invalid(
                    "Expected a JSON object as the API's description shows it: " + e.getOriginalMessage());
        }
    }
}
