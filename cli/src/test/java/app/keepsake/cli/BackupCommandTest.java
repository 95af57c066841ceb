package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.PersonFound;
import app.keepsake.catalog.Said;
import app.keepsake.catalog.Subject;
import app.keepsake.operations.OneDay;
import app.keepsake.operations.library.TargetFile;
import app.keepsake.share.SavedTargets;
import app.keepsake.simulator.Found;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupCommandTest {
    private static final String SECRET = "a very secret word";

    @TempDir
    Path root;

    private Path library(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    private TestCommand run(Path library, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--library", library.toString()));
        return TestCommand.run(all.toArray(String[]::new));
    }

    /** Four photos with a face each, all of one person. */
    private static void index(Catalog catalog, int first) {
        try (Indexing indexing = catalog.beginIndexing()) {
            List<Long> faces = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int photo = (first + i) % 4;
                long id = indexing.add(
                                Path.of("/old/pictures/" + photo + ".jpg"),
                                new FileStamp(1, 1, 0),
                                ContentHash.ofContent(("photo " + photo).getBytes(StandardCharsets.UTF_8)),
                                OneDay.facts(LocalDateTime.of(2024, 5, 3, 9, photo)),
                                "m1",
                                Found.faces("f1", AssetFace.detected(new Box(0.1, 0.1 * photo, 0.2, 0.2), 0.9)))
                        .id();
                catalog.assets().view(id).orElseThrow().faces().forEach(face -> {
                    if (face.personId().isEmpty()) {
                        faces.add(face.id());
                    }
                });
            }
            if (!faces.isEmpty()) {
                assertThat(indexing.people(
                                List.of(new PersonFound(OptionalLong.empty(), Optional.empty(), List.of(), faces)),
                                List.of(),
                                "p1",
                                catalog.choices().revision()))
                        .isTrue();
            }
        }
    }

    private Said speak(Path library) throws IOException {
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            index(catalog, 0);
            long anna = catalog.people().all().getFirst().id();
            catalog.people().name(anna, "Anna");
            Choice ignored =
                    catalog.choices().add(Choice.Stance.NEVER, new Subject.OfFolder("/old/pictures/work"), "not mine");
            Choice alsoIgnored = catalog.choices().add(Choice.Stance.FAVOURITE, new Subject.OfPerson(anna), "");
            catalog.edits()
                    .put(
                            "day",
                            new Edit(
                                    Optional.of("Our day"),
                                    Optional.empty(),
                                    Optional.empty(),
                                    2,
                                    Optional.of(Path.of("/old/music/song.mp3")),
                                    List.of()));
            TargetFile.in(library)
                    .add(new SavedTargets.Saved(
                            "nas",
                            "webdav",
                            Map.of("url", "https://nas.local/films", "user", "anna", "password", SECRET)));
            Files.writeString(
                    library.resolve("settings.json"),
                    "{\"folders\":[\"/old/pictures\"],\"language\":\"de\",\"background\":true,\"thumbnailMegabytes\":700,\"cores\":null}");
            return catalog.said();
        }
    }

    private static Said said(Path library) {
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            return catalog.said();
        }
    }

    @Test
    void bringsAllBackIntoAnEmptyLibrary() throws IOException {
        Path old = library("old");
        Said said = speak(old);
        Path file = root.resolve("backup.zip");

        TestCommand written = run(old, "backup", file.toString());
        assertThat(written.err()).isEmpty();
        assertThat(written.code()).isZero();
        assertThat(written.out()).contains("1 name", "2 choices", "1 edit", "1 place", "Passwords of places");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Path fresh = library("new");
        TestCommand looked = run(fresh, "restore", file.toString(), "--look");
        assertThat(looked.out()).contains("It would bring", "1 who are new", "4 faces are not known here yet");
        assertThat(said(fresh).isNothing()).isTrue();

        TestCommand restored = run(
                fresh,
                "restore",
                file.toString(),
                "--map",
                "/old/pictures=/mnt/photos",
                "--map",
                "/old/music=/mnt/music");
        assertThat(restored.err()).isEmpty();
        assertThat(restored.out()).contains("Brought: ", "nas needs its password");
        Said now = said(fresh);
        assertThat(now.people()).isEqualTo(said.people());
        assertThat(now.faces()).isEqualTo(said.faces());
        assertThat(now.choices().getFirst().subject()).isEqualTo(new Subject.OfFolder("/mnt/photos/work"));
        assertThat(now.edits().getFirst().music()).contains("/mnt/music/song.mp3");
        assertThat(Files.readString(fresh.resolve("settings.json")))
                .contains("/mnt/photos", "\"de\"", "700")
                .doesNotContain("/old/pictures");

        try (Catalog catalog = Catalog.open(fresh.resolve("catalog.db"))) {
            index(catalog, 2);
            long anna = catalog.people().named("Anna").getFirst().id();
            assertThat(catalog.people().faces(anna)).hasSize(4);
        }
    }

    @Test
    void secretsComeAlongOnlyWhenAskedFor() throws IOException {
        Path old = library("old");
        Said ignored = speak(old);
        Path without = root.resolve("without.zip");
        Path with = root.resolve("with.zip");
        assertThat(run(old, "backup", without.toString()).code()).isZero();
        assertThat(run(old, "backup", with.toString(), "--with-secrets").code()).isZero();

        Path first = library("first");
        assertThat(run(first, "restore", without.toString()).out()).contains("nas needs its password");
        assertThat(TargetFile.in(first).all().getFirst().values())
                .isEqualTo(Map.of("url", "https://nas.local/films", "user", "anna"));
        Path second = library("second");
        assertThat(run(second, "restore", with.toString()).out()).doesNotContain("needs its password");
        assertThat(TargetFile.in(second).all().getFirst().values()).containsEntry("password", SECRET);

        // A password that is here stays with its place, and goes to no other address.
        assertThat(run(second, "restore", without.toString(), "--replace").out())
                .doesNotContain("needs its password");
        assertThat(TargetFile.in(second).all().getFirst().values()).containsEntry("password", SECRET);
        TargetFile.in(second)
                .add(new SavedTargets.Saved(
                        "nas",
                        "webdav",
                        Map.of("url", "https://other.local/films", "user", "anna", "password", SECRET)));
        assertThat(run(second, "restore", without.toString(), "--replace").out())
                .contains("needs its password");
        assertThat(TargetFile.in(second).all().getFirst().values()).doesNotContainValue(SECRET);
    }

    @Test
    void filesThatCannotBeReadAreLeftOutAndNamed() throws IOException {
        Path old = library("old");
        Said said = speak(old);
        Files.writeString(old.resolve("settings.json"), "{\"folders\":[");
        Files.writeString(old.resolve("targets.json"), "no JSON");
        Path file = root.resolve("backup.zip");

        TestCommand written = run(old, "backup", file.toString());
        assertThat(written.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(written.out())
                .contains("settings.json cannot be read", "targets.json cannot be read")
                .contains("1 name");
        Path fresh = library("new");
        assertThat(run(fresh, "restore", file.toString()).out()).contains("settings.json cannot be read");
        assertThat(said(fresh).choices()).isEqualTo(said.choices());
    }

    @Test
    void whatWasHereBeforeCanBeBroughtBack() throws IOException {
        Path one = library("one");
        Said before = speak(one);
        Path empty = root.resolve("empty.zip");
        Path nothing = library("nothing");
        LibraryFolder.at(nothing).openCatalog().close();
        assertThat(run(nothing, "backup", empty.toString()).out()).contains("nothing was said yet");

        assertThat(run(one, "restore", empty.toString(), "--replace").code()).isZero();
        assertThat(said(one).isNothing()).isTrue();
        assertThat(TargetFile.in(one).all()).isEmpty();

        Path kept;
        try (Stream<Path> files = Files.list(one.resolve("backups").resolve("before-restore"))) {
            kept = files.findFirst().orElseThrow();
        }
        assertThat(run(one, "restore", kept.toString(), "--replace").code()).isZero();
        assertThat(said(one)).isEqualTo(before);
        assertThat(TargetFile.in(one).all().getFirst().values()).containsEntry("password", SECRET);
    }

    @Test
    void replacesABackupButNothingElse() throws IOException {
        Path old = library("old");
        Said ignored = speak(old);
        Path file = root.resolve("photo.jpg");
        Files.writeString(file, "a photo");
        TestCommand refused = run(old, "backup", file.toString());
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("photo.jpg", "Name another file");
        assertThat(Files.readString(file)).isEqualTo("a photo");

        assertThat(run(old, "backup", root.toString()).code()).isZero();
        assertThat(run(old, "backup", root.toString()).code()).isZero();
    }
}
