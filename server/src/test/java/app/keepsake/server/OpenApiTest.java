package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What clients rely on changes only on purpose: docs/openapi.json is the description, its keys in order. With
 * -Dkeepsake.openapi.write=true it is written instead.
 */
final class OpenApiTest {
    private static final Path KEPT = Path.of("..", "docs", "openapi.json");

    @Test
    void isTheDescriptionThatIsKept(@TempDir Path folder) throws IOException {
        String found;
        try (TestServer service = new TestServer(folder)) {
            Object tree = JsonMapper.shared()
                    .readValue(service.get("/api/openapi.json").body(), Object.class);
            found = JsonMapper.builder()
                            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(tree)
                    + "\n";
        }
        if (Boolean.getBoolean("keepsake.openapi.write")) {
            Files.writeString(KEPT, found);
        }
        assertThat(found)
                .as("if this change is wanted, run this test with -Dkeepsake.openapi.write=true and commit %s", KEPT)
                .isEqualTo(Files.readString(KEPT));
    }
}
