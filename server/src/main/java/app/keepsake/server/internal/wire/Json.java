package app.keepsake.server.internal.wire;

import app.keepsake.operations.library.StoredJson;
import tools.jackson.databind.JsonNode;

/** JSON in and out. */
public final class Json {
    private Json() {}

    public static byte[] bytes(Object value) {
        return StoredJson.bytes(value);
    }

    public static String text(Object value) {
        return StoredJson.text(value);
    }

    public static JsonNode read(String text) {
        return StoredJson.read(text);
    }

    /** @throws Problem when it is none */
    public static <T> T read(byte[] body, Class<T> type) {
        try {
            return StoredJson.read(body, type);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("Expected a JSON object as the API's description shows it: " + e.getMessage());
        }
    }
}
