package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The first page after midnight, before the memories of the new day are told. */
final class DayBeforeTest {
    @TempDir
    Path folder;

    private static Memory memory(String id, String kind, double score, long asset) {
        LocalDate day = LocalDate.of(2023, 5, 3);
        return new Memory(
                id,
                kind,
                id,
                "",
                day,
                day,
                score,
                0.4,
                List.of(new Shot(asset, Shot.Role.OPENING, "it is sharp")),
                "1");
    }

    @Test
    void doesNotTellOfYesterdayAsIfItWereToday() throws IOException {
        try (TestServer service = new TestServer(folder);
                Catalog catalog = Catalog.open(folder.resolve("library").resolve("catalog.db"))) {
            catalog.memories()
                    .replace(
                            Set.of(TestServer.MEMORY),
                            List.of(
                                    memory(
                                            "a-year-ago",
                                            "on-this-day",
                                            5,
                                            service.assets.get(0).id()),
                                    memory(
                                            "a-trip",
                                            "trip",
                                            1,
                                            service.assets.get(1).id())),
                            catalog.choices().revision());
            JsonNode shelf =
                    JsonMapper.shared().readTree(service.get("/api/memories").body());
            assertThat(shelf.get("today"))
                    .extracting(card -> card.get("id").asString())
                    .containsExactly("a-trip");
            assertThat(shelf.findValuesAsString("id")).contains("a-year-ago");
        }
    }
}
