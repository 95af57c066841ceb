package app.keepsake.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Request;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Subject;
import app.keepsake.cli.TestCommand;
import app.keepsake.operations.library.TargetFile;
import app.keepsake.share.SavedTargets;
import app.keepsake.simulator.Photo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DoctorTest {
    /** All that names somebody or something in this library. */
    private static final List<String> NAMES = List.of(
            "Zwetschge",
            "Hochzeit",
            "Kornblume",
            "Wilhelmine",
            "Schnattinger",
            "Lissabonn",
            "Estremadurra",
            "Kunigunde");

    private Path root;
    private Path photos;
    private Path library;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        root = folder;
        photos = Files.createDirectories(folder.resolve("Hochzeit Zwetschge"));
        library = Files.createDirectories(folder.resolve("library"));
    }

    private void fill() throws IOException {
        Path file = Files.writeString(photos.resolve("Kornblume_4711.jpg"), "photo");
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            AssetFacts facts = Photo.of(1, LocalDateTime.of(2024, 5, 3, 12, 0))
                    .in(new Photo.Spot(38.7, -9.1, "Lissabonn", "Estremadurra", "PT"))
                    .facts();
            long asset;
            try (Indexing indexing = catalog.beginIndexing()) {
                asset = indexing.add(file, new FileStamp(1, 1, 0), ContentHash.of(file), facts, "m1", Findings.NONE)
                        .id();
            }
            catalog.people().name(catalog.people().create(false).id(), "Wilhelmine Schnattinger");
            LocalDate day = LocalDate.of(2024, 5, 3);
            List<Shot> shots = List.of(new Shot(asset, Shot.Role.BODY, "it is sharp"));
            Memory memory =
                    new Memory("2024-05-lissabonn-3f2a", "trip", "Lissabonn", "Mai 2024", day, day, 1, 0.5, shots, "1");
            assertThat(catalog.memories().put(List.of(memory), catalog.choices().revision()))
                    .isTrue();
            catalog.choices().add(Choice.Stance.LESS, Subject.parse("kind:trip"), "wegen Kunigunde");
        }
        settings(photos);
        Files.writeString(
                Files.createDirectories(library.resolve("log")).resolve("keepsake.0.log"), """
                    2026-05-03 10:00:00.000 INFO  [jobs] server.work.Jobs: Work 3, CREATE, begins
                    create "wilhelmine in Lissabonn": 2024-05-lissabonn-3f2a
                    %s: expected a JPEG
                    KORNBLUME_4711 Kunigunde's estremadurra
                    """.formatted(file));
    }

    private void settings(Path watched) throws IOException {
        Files.writeString(
                library.resolve("settings.json"),
                "{\"folders\":[%s],\"language\":\"\",\"background\":true,\"thumbnailMegabytes\":500,\"cores\":null}"
                        .formatted(JsonMapper.shared().writeValueAsString(watched.toString())));
    }

    private TestCommand doctor(String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "doctor";
        all[1] = "--library";
        all[2] = library.toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return TestCommand.run(all);
    }

    private static Map<String, String> unpacked(Path archive) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                entry = zip.getNextEntry();
            }
        }
        return texts;
    }

    @Test
    void saysInPlainWordsHowALibraryFares() throws IOException {
        fill();
        TestCommand run = doctor();
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("ok    Keepsake")
                .contains("of memory")
                .contains("GB are free on the disk with the library " + library)
                .contains("The networks are there and work")
                .contains("Films can be written")
                .contains("The catalog (SQLite")
                .contains("holds 1 photo or clip, 1 memory and 1 person")
                .contains(photos + " can be read")
                .contains("All files that were found could be read")
                .contains("The service has not done anything yet")
                .contains("There is no memory today: they were not made yet.");
    }

    @Test
    void theArchiveHoldsNoNameOfTheLibrary() throws IOException {
        fill();
        Path archive = root.resolve("report.zip");
        assertThat(doctor("--report", archive.toString()).out()).contains("Look into it before you send it");
        Map<String, String> texts = unpacked(archive);
        assertThat(texts).containsOnlyKeys("findings.txt", "log/keepsake.0.log");
        for (String name : NAMES) {
            assertThat(texts.values())
                    .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)));
        }
        assertThat(texts.get("log/keepsake.0.log"))
                .contains("INFO  [jobs] server.work.Jobs: Work 3, CREATE, begins")
                .contains("expected a JPEG");
    }

    /** What the user wrote is in messages, too, also where nobody found anything of that name. */
    @Test
    void theArchiveHoldsNothingThatTheUserWrote() throws IOException {
        fill();
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            catalog.edits()
                    .put(
                            "2024-05-lissabonn-3f2a",
                            new Edit(
                                    Optional.of("Käthes Achtzigster"),
                                    Optional.of("im Brombeergarten"),
                                    Optional.empty(),
                                    0,
                                    Optional.empty(),
                                    List.of()));
            catalog.memories().asked(new Request("2024-05-stachel-3f2b", "request", "Stachelbeeren pflücken"));
            catalog.people().name(catalog.people().create(false).id(), "Camera");
        }
        TargetFile.in(library)
                .add(new SavedTargets.Saved(
                        "Quittenwolke",
                        "webdav",
                        Map.of("url", "https://nas.local", "user", "anna", "password", "secret")));
        Files.writeString(
                library.resolve("last.json"),
                "{\"last\":[{\"kind\":\"create\",\"state\":\"failed\",\"at\":\"2026-05-03T10:00:00Z\",\"message\":"
                        + "\"\\\"Fridolin am Meer\\\" means nothing here. Did you mean \\\"Ottokar\\\", or „Ludmilla“?\"}]}");
        Files.writeString(library.resolve("log").resolve("keepsake.1.log"), """
                Käthes Achtzigster, im Brombeergarten, Stachelbeeren, Quittenwolke, camera
                create: "Fridolin am Meer" means nothing here
                """);
        Path archive = root.resolve("report.zip");
        assertThat(doctor("--report", archive.toString()).out()).contains("Look into it before you send it");
        Map<String, String> texts = unpacked(archive);
        assertThat(texts.get("findings.txt")).contains("means nothing here");
        for (String word : List.of(
                "käthe",
                "achtzigst",
                "brombeer",
                "stachel",
                "quitten",
                "camera",
                "fridolin",
                "meer",
                "ottokar",
                "ludmilla")) {
            assertThat(texts.values())
                    .as(word)
                    .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
        }
    }

    @Test
    void noArchiveIsMadeWhereItsNamesAreNotKnown() throws IOException {
        Files.writeString(
                library.resolve("catalog.db"), "no catalog at all, but long enough to be looked at ".repeat(50));
        Path archive = root.resolve("report.zip");
        TestCommand run = doctor("--report", archive.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("No archive can be made");
        assertThat(archive).doesNotExist();
    }

    @Test
    void whatIsNotWellIsSaidAndEndsWithCodeOne() throws IOException {
        settings(root.resolve("gone"));
        TestCommand run = doctor("--json");
        assertThat(run.code()).isEqualTo(1);
        List<JsonNode> findings = run.out()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(findings)
                .filteredOn(finding -> finding.get("health").asString().equals("ill"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.get("words").asString())
                        .startsWith(root.resolve("gone") + " is not there."));
        assertThat(findings).anyMatch(finding -> finding.get("words").asString().contains("no photo is indexed yet"));
    }

    @Test
    void settingsThatCannotBeReadAreAFinding() throws IOException {
        Files.writeString(library.resolve("settings.json"), "{");
        assertThat(doctor().out()).contains("BAD   settings.json.unreadable-");
    }

    @Test
    void aFailureOfTheDaysMemoriesIsTheReason() throws IOException {
        fill();
        Files.writeString(
                library.resolve("last.json"),
                "{\"last\":[{\"kind\":\"index\",\"state\":\"done\",\"at\":\"2026-05-03T11:30:00Z\",\"message\":\"The disk is away.\"},"
                        + "{\"kind\":\"checkup\",\"state\":\"done\",\"at\":\"2026-05-03T11:00:00Z\",\"message\":\"\"},"
                        + "{\"kind\":\"memories\",\"state\":\"failed\",\"at\":\"2026-05-03T10:00:00Z\",\"message\":\"The"
                        + " disk is full.\"}]}");
        TestCommand run = doctor();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("BAD   Making the day's memories: failed")
                .containsPattern("note  Looking into folders: done .*\\. The disk is away\\.")
                .doesNotContain("checkup")
                .contains("There is no memory today: making them failed.")
                .contains("The disk is full.");
    }

    @Test
    void whatEncodesFilmsIsTriedAndTold() throws IOException {
        fill();
        assertThat(doctor("--json").out()).contains("\"encoders\"").contains("openh264");

        Files.writeString(library.resolve("keepsake.properties"), "encoder = vaapi\nffmpeg = /nowhere/ffmpeg\n");
        TestCommand wrong = doctor();
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out()).contains("The encoder vaapi, which keepsake.properties names, does not work");

        Files.writeString(library.resolve("keepsake.properties"), "ffmpeg = /nowhere/ffmpeg\n");
        assertThat(doctor().out()).contains("Films are encoded by openh264").contains("/nowhere/ffmpeg");
    }
}
