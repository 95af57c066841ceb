package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of pictures to who does not see them. */
final class DescriptionsTest {
    @TempDir
    Path folder;

    private TestServer service;
    private long photo;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(folder);
        photo = service.assets.getFirst().id();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private JsonNode told(String assets, String... headers) {
        HttpResponse<String> answer = service.get("/api/descriptions?assets=" + assets, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).get("pictures");
    }

    private String words() {
        return told(Long.toString(photo)).at("/0/words").asString();
    }

    @Test
    void picturesAreToldInTheLanguageOfTheSettings() {
        assertThat(service.change("PATCH", "/api/settings", "{\"language\":\"en\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(words()).isEqualTo("Lisbon, May 2024");
        assertThat(service.change("PATCH", "/api/settings", "{\"language\":\"de\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(words()).isEqualTo("Lissabon, Mai 2024");
    }

    @Test
    void whoIsOnThemIsNamedUntilHidden() throws IOException {
        try (Catalog elsewhere = Catalog.open(folder.resolve("library").resolve("catalog.db"))) {
            Anna anna = Anna.appears(elsewhere, photo);
            assertThat(words()).startsWith("Anna in ");
            String session = service.lock("long enough");
            elsewhere.people().hide(anna.id(), true);
            assertThat(told(Long.toString(photo), "Cookie", session)).isEmpty();
        }
    }

    @Test
    void whatIsHiddenOrNotThereIsLeftOut() throws IOException {
        String session = service.lock("long enough");
        JsonNode told = told("%d,999999,%d".formatted(service.hiddenAsset, photo), "Cookie", session);
        assertThat(told.findValuesAsString("asset")).containsExactly(Long.toString(photo));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1,", "1;2", "1234567890123456789"})
    void otherThanNumbersIsRefused(String assets) {
        HttpResponse<String> answer = service.get("/api/descriptions?assets=" + assets);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Expected at most 100 numbers of pictures");
    }
}
