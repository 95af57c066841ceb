package app.keepsake.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.PersonFound;
import app.keepsake.catalog.Restored;
import app.keepsake.catalog.Said;
import app.keepsake.catalog.Subject;
import app.keepsake.simulator.Found;
import app.keepsake.simulator.Photo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library as large as a family's: everything is lost, the photos are indexed anew, and all comes back. */
final class BackupDrillTest {
    private static final int PHOTOS = 5_000;
    private static final int NAMES = 300;
    private static final int CHOICES = 500;
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 5, 3, 12, 0);

    @TempDir
    Path root;

    private Catalog open(String name) throws IOException {
        return Catalog.open(Files.createDirectories(root.resolve(name)).resolve("catalog.db"));
    }

    private static ContentHash photo(int number) {
        return ContentHash.ofContent(("photo " + number).getBytes(StandardCharsets.UTF_8));
    }

    /** Two faces on each photo; faces are grouped rightly, in an order of chance. */
    private static void index(Catalog catalog, long seed) {
        Random order = new Random(seed);
        List<Integer> photos = new ArrayList<>();
        for (int i = 0; i < PHOTOS; i++) {
            photos.add(i);
        }
        Collections.shuffle(photos, order);
        try (Indexing indexing = catalog.beginIndexing()) {
            Map<Integer, List<Long>> groups = new HashMap<>();
            for (int photo : photos) {
                Asset asset = indexing.add(
                        Path.of("/photos/" + photo + ".jpg"),
                        new FileStamp(1, 1, 0),
                        photo(photo),
                        Photo.of(photo, NOON).facts(),
                        "m1",
                        Found.faces(
                                "f1",
                                AssetFace.detected(new Box(0.1, 0.2, 0.2, 0.2), 0.9),
                                AssetFace.detected(new Box(0.6, 0.2, 0.2, 0.2), 0.9)));
                List<AssetFace> faces =
                        catalog.assets().view(asset.id()).orElseThrow().faces();
                int[] whose = {photo % NAMES, (photo / NAMES + photo + 1) % NAMES};
                for (int i = 0; i < whose.length; i++) {
                    // Of whom it is known already is nobody to be grouped.
                    if (faces.get(i).personId().isEmpty()) {
                        groups.computeIfAbsent(whose[i], who -> new ArrayList<>())
                                .add(faces.get(i).id());
                    }
                }
            }
            List<List<Long>> all = new ArrayList<>(groups.values());
            Collections.shuffle(all, order);
            assertThat(indexing.people(
                            all.stream()
                                    .map(faces ->
                                            new PersonFound(OptionalLong.empty(), Optional.empty(), List.of(), faces))
                                    .toList(),
                            List.of(),
                            "p1",
                            catalog.choices().revision()))
                    .isTrue();
        }
    }

    private static void speak(Catalog catalog) {
        List<Person> people = catalog.people().all();
        for (int i = 0; i < people.size(); i++) {
            catalog.people().name(people.get(i).id(), "Person " + i);
        }
        for (int i = 0; i < 200; i++) {
            long face =
                    catalog.people().faces(people.get(i).id()).getFirst().face().id();
            catalog.people().correct(people.get(i).id(), List.of(face), false);
            catalog.people().correct(people.get(i + 1).id(), List.of(face), true);
        }
        for (int i = 0; i < CHOICES; i++) {
            Subject subject = i < 200 ? new Subject.OfPerson(people.get(i).id()) : new Subject.OfAsset(photo(i));
            Choice ignored = catalog.choices().add(Choice.Stance.values()[i % 4], subject, "because " + i);
        }
    }

    private static Map<String, Set<String>> facesByName(Catalog catalog) {
        Map<String, Set<String>> all = new HashMap<>();
        for (Person person : catalog.people().all()) {
            Set<String> faces = new HashSet<>();
            catalog.people()
                    .faces(person.id())
                    .forEach(face ->
                            faces.add(face.hash() + " " + face.face().box().x()));
            person.name().ifPresent(name -> all.put(name, faces));
        }
        return all;
    }

    @Test
    void allOfAFamilysLibraryComesBack() throws IOException {
        Path file = root.resolve("backup.zip");
        Map<String, Set<String>> before;
        Said said;
        try (Catalog catalog = open("one")) {
            index(catalog, 1);
            speak(catalog);
            before = facesByName(catalog);
            Instant begin = Instant.now();
            Backup backup = new LibraryBackup(root.resolve("one"), catalog, Clock.systemUTC()).take(false);
            backup.write(file);
            said = backup.said();
            printElapsed("backup of %s".formatted(backup.holdings()), begin);
            System.out.printf("  %d KB%n", Files.size(file) >> 10);
        }
        assertThat(said.people()).hasSize(NAMES);
        assertThat(said.faces()).hasSize(2 * PHOTOS);
        assertThat(said.choices()).hasSize(CHOICES);
        assertThat(said.corrections()).hasSize(400);

        try (Catalog anew = open("anew")) {
            index(anew, 2);
            restore("onto a library that was indexed anew", file, anew, root.resolve("anew"));
            assertThat(facesByName(anew)).isEqualTo(before);
            assertThat(anew.choices().all()).hasSize(CHOICES);
            assertThat(anew.people().all()).hasSize(NAMES);
        }
        try (Catalog empty = open("empty")) {
            restore("onto an empty library", file, empty, root.resolve("empty"));
            Instant begin = Instant.now();
            index(empty, 3);
            printElapsed("indexing of what was expected", begin);
            assertThat(facesByName(empty)).isEqualTo(before);
        }
    }

    private static void restore(String what, Path file, Catalog catalog, Path folder) throws IOException {
        Instant begin = Instant.now();
        Backup backup = Backup.read(file);
        LibraryBackup.Outcome outcome =
                new LibraryBackup(folder, catalog, Clock.systemUTC()).restore(backup, Restored.Way.MERGE);
        printElapsed("restore %s: %s".formatted(what, outcome.said()), begin);
    }

    private static void printElapsed(String what, Instant begin) {
        System.out.printf(
                "%s: %d ms%n", what, Duration.between(begin, Instant.now()).toMillis());
    }
}
