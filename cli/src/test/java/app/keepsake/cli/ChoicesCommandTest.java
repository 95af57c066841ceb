package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Location;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Stage;
import app.keepsake.catalog.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Choices, requests and explanations as the user meets them, on a catalog of one day in Lisbon with Anna. */
final class ChoicesCommandTest {
    private static final LocalDateTime MORNING = LocalDateTime.of(2024, 5, 3, 9, 0);

    @TempDir
    Path folder;

    private Path film;

    @BeforeEach
    void fillCatalog() throws IOException {
        film = folder.resolve("film.mp4");
        try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"));
                Indexing indexing = catalog.beginIndexing()) {
            long anna = catalog.people().create(false).id();
            catalog.people().name(anna, "Anna");
            for (int i = 0; i < 30; i++) {
                Asset asset = indexing.add(
                        folder.resolve("photos").resolve(i + ".jpg"),
                        new FileStamp(1, 1, 0),
                        ContentHash.ofContent(("photo " + i).getBytes(StandardCharsets.UTF_8)),
                        facts(MORNING.plusMinutes(20L * i)),
                        "m1",
                        findings(i));
                if (i % 3 == 0) {
                    long face = catalog.assets()
                            .view(asset.id())
                            .orElseThrow()
                            .faces()
                            .getFirst()
                            .id();
                    catalog.people().assign(Map.of(face, anna));
                    Optional<Film> ignored = catalog.memories()
                            .rendered(
                                    film,
                                    showing(asset),
                                    List.of(),
                                    Optional.empty(),
                                    catalog.choices().revision());
                }
            }
        }
    }

    private static AssetFacts facts(LocalDateTime at) {
        return AssetFacts.photo("JPEG", 4000, 3000)
                .takenAt(at, "EXIF")
                .takenIn(new Location(38.72, -9.14), new Place("Lisbon", "Lisboa", "PT"));
    }

    private static Findings findings(int i) {
        return new Findings(
                i % 3 == 0 ? List.of(AssetFace.detected(new Box(0.4, 0.3, 0.1, 0.1), 0.9)) : List.of(),
                Optional.empty(),
                i % 2 == 0 ? List.of(new Tag("beach", 0.9, "test")) : List.of(),
                List.of(),
                Optional.empty(),
                Map.of(Stage.FACES, "v1", Stage.TAGS, "v1"));
    }

    private static Memory showing(Asset asset) {
        LocalDate day = MORNING.toLocalDate();
        List<Shot> shots = List.of(new Shot(asset.id(), Shot.Role.OPENING, ""));
        return new Memory("some film", "event", "", "", day, day, 1, 0, shots, "v1");
    }

    private TestCommand run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--library";
        all[arguments.length + 1] = folder.toString();
        return TestCommand.run(all);
    }

    private Optional<String> withdrawnBecause() {
        try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"))) {
            return catalog.memories().films().getFirst().withdrawnBecause();
        }
    }

    @Test
    void aChoiceWithdrawsAFilmAtOnceAndTakingItBackGivesTheFilmBack() {
        TestCommand added = run("choices", "add", "never", "person:anna");
        assertThat(added.code()).isEqualTo(ExitCode.OK);
        assertThat(added.out()).contains("Withdrawn: " + film);
        assertThat(withdrawnBecause()).isPresent();
        assertThat(run("choices", "list").out()).contains("never").contains("person:Anna");

        assertThat(run("choices", "remove", "1").out()).contains("Back: " + film);
        assertThat(withdrawnBecause()).isEmpty();
        assertThat(run("choices", "remove", "1").code()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void whatIsNeverWantedIsInNoMemoryAndOffTheShelf() {
        assertThat(run("memories", "--date", "2024-06-01", "--json").out()).contains("3.jpg");
        run("choices", "add", "never", "photo:" + folder.resolve("photos").resolve("3.jpg"));
        assertThat(run("memories", "--date", "2024-06-01", "--json").out())
                .isNotBlank()
                .doesNotContain("/3.jpg");
    }

    @Test
    void aPhotoIsHiddenListedAndShownAgain() {
        String photo = folder.resolve("photos").resolve("0.jpg").toString();
        TestCommand hidden = run("choices", "hide", photo, photo);
        assertThat(hidden.code()).as(hidden.err()).isEqualTo(ExitCode.OK);
        assertThat(hidden.out()).contains("1 hidden.");
        assertThat(run("choices", "hidden").out()).isEqualTo(photo + "\n");
        assertThat(run("choices", "hide", photo).out()).contains("0 hidden.");
        assertThat(run("memories", "--date", "2024-06-01", "--json").out())
                .isNotBlank()
                .doesNotContain("/0.jpg");
        assertThat(run("choices", "unhide", photo).out()).contains("1 shown again.");
        assertThat(run("choices", "hidden").out()).isEmpty();
        assertThat(run("choices", "add", "hide", "tag:beach").err()).contains("tag:beach");
    }

    @Test
    void choicesTravelInAFile() throws IOException {
        run("choices", "add", "less", "tag:beach", "--note", "too many");
        run("choices", "add", "never", "dates:2024-05-03");
        Path file = folder.resolve("choices.tsv");
        assertThat(run("choices", "export", file.toString()).code()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(file)).contains("less\ttag:beach\ttoo many\n");
        run("choices", "remove", "1");
        run("choices", "remove", "2");
        assertThat(run("choices", "import", file.toString()).code()).isEqualTo(ExitCode.OK);
        assertThat(run("choices", "list", "--json").out().lines()).hasSize(2);
    }

    @Test
    void aWrongFileChangesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.tsv"), "never\ttag:beach\nnever\tperson:Zoe\n");
        TestCommand run = run("choices", "import", file.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("Line 2").contains("Zoe");
        assertThat(run("choices", "list", "--json").out()).isEmpty();
    }

    @Test
    void aMemoryIsMadeOnRequest() {
        TestCommand run = run("create", "Anna at the beach 2024", "--json");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        JsonNode told = JsonMapper.shared().readTree(run.out());
        assertThat(told.get("title").asString()).isEqualTo("Anna at the beach 2024");
        assertThat(told.get("shots"))
                .hasSize(5)
                .allSatisfy(shot -> assertThat(
                                Integer.parseInt(shot.get("file").asString().replaceAll(".*/(\\d+)\\.jpg", "$1")) % 6)
                        .isZero());
        assertThat(run("create", "unicorns").err()).contains("unicorns").contains("anna");
    }

    @Test
    void whatWasAskedForIsMadeAgainWhereItHasGone() throws IOException {
        run("create", "Anna at the beach 2024");
        String id;
        try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"))) {
            id = catalog.memories().requests().getFirst().memory();
            long revision = catalog.choices().inForce().revision();
            assertThat(catalog.memories().replace(Set.of(id), List.of(), revision))
                    .isTrue();
            assertThat(catalog.memories().find(id)).isEmpty();
        }

        run("memories", "--date", "2024-06-01");

        try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"))) {
            assertThat(catalog.memories().find(id)).isPresent();
        }
    }

    @Test
    void aMemoryIsExplained() {
        String id = run("memories", "--date", "2024-06-01")
                .out()
                .lines()
                .findFirst()
                .orElseThrow()
                .split(" ")[0];
        run("choices", "add", "never", "tag:beach");
        TestCommand run = run("explain", id, "--date", "2024-06-01", "--json");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        JsonNode told = JsonMapper.shared().readTree(run.out());
        assertThat(told.get("why").asString()).isNotBlank();
        assertThat(told.get("shots").size() + told.get("notChosen").size()).isEqualTo(30);
        assertThat(told.get("notChosen"))
                .anySatisfy(one -> assertThat(one.get("reason").asString()).contains("your choice: beach"));
        assertThat(run("explain", "2001-01-none-0000").err()).contains("2001-01-none-0000");
    }

    @Test
    void aMemoryOfAnotherDayIsExplainedAsItWasTold() {
        JsonNode told = run("memories", "--date", "2025-05-03", "--json")
                .out()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .filter(memory -> memory.get("kind").asString().equals("on-this-day"))
                .findFirst()
                .orElseThrow();
        TestCommand run = run("explain", told.get("id").asString(), "--date", "2025-08-20", "--json");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        JsonNode explained = JsonMapper.shared().readTree(run.out());
        assertThat(explained.get("why").asString()).contains("on an earlier day");
        assertThat(explained.get("shots"))
                .hasSameSizeAs(told.get("shots"))
                .allSatisfy(shot -> assertThat(shot.get("reason").asString()).isNotBlank());
    }
}
