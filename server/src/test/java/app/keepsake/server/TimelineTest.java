package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Dating;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Location;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Precision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the timeline tells of pictures before they are there. The service has two of May 2024, and one that is hidden. */
final class TimelineTest {
    private static final LocalDateTime JUNE = LocalDateTime.of(2023, 6, 10, 9, 0);

    @TempDir
    Path folder;

    private TestServer service;

    @BeforeEach
    void start() throws IOException {
        service = new TestServer(folder);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** Adds pictures as the command index does. */
    private long[] add(AssetFacts... pictures) {
        long[] ids = new long[pictures.length];
        try (Catalog catalog = Catalog.open(folder.resolve("library").resolve("catalog.db"));
                Indexing indexing = catalog.beginIndexing()) {
            for (int i = 0; i < pictures.length; i++) {
                Asset asset = indexing.add(
                        folder.resolve("more").resolve(i + ".jpg"),
                        new FileStamp(1, 1, 0),
                        ContentHash.ofContent(("more " + i).getBytes(StandardCharsets.UTF_8)),
                        pictures[i],
                        "metadata 1",
                        Findings.NONE);
                ids[i] = asset.id();
            }
        }
        return ids;
    }

    private static AssetFacts photo(LocalDateTime at, String place) {
        AssetFacts facts = AssetFacts.photo("JPEG", 3000, 4000).takenAt(at, "EXIF");
        return place.isEmpty() ? facts : facts.takenIn(new Location(1, 2), new Place(place, "", "PT"));
    }

    private JsonNode get(String path) {
        return JsonMapper.shared().readTree(service.get(path).body());
    }

    private JsonNode month(String month) {
        for (JsonNode one : get("/api/timeline").get("months")) {
            if (one.get("month").asString().equals(month)) {
                return one;
            }
        }
        throw new AssertionError("There is no " + month);
    }

    @Test
    void tellsDaysWithTheirPlacesAndTheShapesOfPictures() {
        JsonNode may = month("2024-05");
        assertThat(may.get("count").asInt()).isEqualTo(2);
        assertThat(may.get("shapes").asString()).isEqualTo("OO");
        assertThat(may.get("days").toString())
                .isEqualTo("[{\"day\":\"2024-05-04\",\"count\":1,\"places\":[\"Lisbon\"]},"
                        + "{\"day\":\"2024-05-03\",\"count\":1,\"places\":[\"Lisbon\"]}]");
    }

    @Test
    void placesAreThoseWhereMostWereTaken() {
        add(
                photo(JUNE, "Porto"),
                photo(JUNE.plusMinutes(1), "Braga"),
                photo(JUNE.plusMinutes(2), "Sintra"),
                photo(JUNE.plusMinutes(3), "Sintra"),
                photo(JUNE.plusMinutes(4), "Porto"),
                photo(JUNE.plusMinutes(5), ""));
        assertThat(month("2023-06").at("/days/0/places").toString()).isEqualTo("[\"Porto\",\"Sintra\"]");
    }

    @Test
    void picturesStandInTheOrderOfTheirDaysAndThoseOfWhichOnlyTheMonthIsKnownComeLast() {
        AssetFacts rough = photo(LocalDateTime.of(2023, 6, 1, 12, 0), "").dated(Dating.to(Precision.MONTH));
        AssetFacts wide = AssetFacts.photo("JPEG", 1600, 900).takenAt(LocalDateTime.of(2023, 6, 1, 18, 0), "EXIF");
        long[] ids = add(photo(LocalDateTime.of(2023, 6, 1, 8, 0), ""), rough, wide, photo(JUNE, ""));
        JsonNode june = month("2023-06");
        assertThat(june.get("days").findValuesAsString("day")).containsExactly("2023-06-10", "2023-06-01", "2023-06");
        assertThat(june.get("shapes").asString()).isEqualTo("@W@@");
        assertThat(get("/api/timeline/2023-06").get("assets").toString())
                .isEqualTo("[%d,%d,%d,%d]".formatted(ids[3], ids[2], ids[0], ids[1]));
    }

    @Test
    void clipsLastAndFavouritesAreMarked() {
        add(
                AssetFacts.clip("MP4", 1920, 1080, Duration.ofMillis(61_700), true)
                        .takenAt(JUNE, "MP4"),
                photo(JUNE.plusMinutes(1), "").marked(true, false));
        JsonNode june = get("/api/timeline/2023-06");
        assertThat(june.get("marks").asString()).isEqualTo("41");
        assertThat(june.get("seconds").toString()).isEqualTo("[0,62]");
    }

    @Test
    void aFavouriteByChoiceIsMarkedAtOnce() {
        String first = service.assets.getFirst().hash().toString();
        assertThat(get("/api/timeline/2024-05").get("marks").asString()).isEqualTo("00");
        assertThat(service.change(
                                "POST",
                                "/api/choices",
                                "{\"stance\":\"favourite\",\"subject\":\"photo:%s\",\"note\":\"\"}".formatted(first))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/api/timeline/2024-05").get("marks").asString()).isEqualTo("04");
    }

    @Test
    void whatIsHiddenHasNeitherDayNorShapeNorCover() {
        long[] ids = add(
                photo(JUNE, "").withHidden(),
                photo(JUNE.plusDays(1), "Porto"),
                photo(JUNE.plusDays(2), "Braga").withHidden());
        JsonNode june = month("2023-06");
        assertThat(june.toString()).doesNotContain("Braga", "2023-06-10", "2023-06-12");
        assertThat(june.get("shapes").asString()).isEqualTo("@");
        assertThat(june.get("cover").asLong()).isEqualTo(ids[1]);
    }
}
