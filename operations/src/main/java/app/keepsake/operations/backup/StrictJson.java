package app.keepsake.operations.backup;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of backups. What is read is exactly what was written, or is refused with a {@link JacksonException}. */
final class StrictJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(1 << 16)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .build();

    private StrictJson() {}

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Each on a line that ends with a line feed. */
    static byte[] lines(List<?> values) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object value : values) {
            all.writeBytes(bytes(value));
            all.write('\n');
        }
        return all.toByteArray();
    }

    static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    static <T> T value(byte[] json, Class<T> type) {
        return there(MAPPER.readValue(json, type));
    }

    static <T> T value(JsonNode json, Class<T> type) {
        return there(MAPPER.treeToValue(json, type));
    }

    /** As maps, lists, texts, numbers and truth values. */
    static Object plain(JsonNode json) {
        return value(json, Object.class);
    }

    private static <T> T there(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("Expected a JSON object, found null.");
        }
        return value;
    }
}
