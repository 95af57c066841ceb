package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Doubts;
import app.keepsake.catalog.Embedding;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.People.FaceInLibrary;
import app.keepsake.catalog.Person;
import app.keepsake.media.JpegWriter;
import app.keepsake.media.MediaReader;
import app.keepsake.media.NamedRegion;
import app.keepsake.media.RgbImage;
import app.keepsake.operations.memories.TellMemories;
import app.keepsake.operations.people.GroupPeople;
import app.keepsake.simulator.Found;
import app.keepsake.simulator.Photo;
import app.keepsake.vision.AnimalReader;
import app.keepsake.vision.FaceReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the user says of people, on a catalog of two people with six photos each and made-up embeddings. */
final class PeopleCommandTest {
    private static final int PHOTOS = 12;

    @TempDir
    Path folder;

    @BeforeEach
    void fillCatalog() throws IOException {
        for (int i = 0; i < PHOTOS; i++) {
            addPhoto(i, i % 2, Optional.empty());
        }
        group();
    }

    private void addPhoto(int number, int who, Optional<String> hint) throws IOException {
        try (Catalog catalog = open()) {
            addPhoto(catalog, number, who, hint);
        }
    }

    private void addPhoto(Catalog catalog, int number, int who, Optional<String> hint) throws IOException {
        Path file = folder.resolve("photos").resolve(number + ".jpg");
        Files.createDirectories(file.getParent());
        JpegWriter.write(RgbImage.black(64, 48), file, 0.9f);
        AssetFacts facts = Photo.of(number, LocalDateTime.of(2024, 5, 3, 9, 0).plusDays(number))
                .sized(64, 48)
                .facts();
        AssetFace face = new AssetFace(
                0,
                new Box(0.25, 0.25, 0.5, 0.5),
                0.9,
                OptionalDouble.of(0.9),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                hint,
                OptionalLong.empty(),
                Optional.of(new Embedding(FaceReader.MODEL, vector(who, number))));
        Findings findings = Found.faces("v1", face);
        try (Indexing indexing = catalog.beginIndexing()) {
            indexing.add(
                    file,
                    new FileStamp(1, 1, 0),
                    ContentHash.ofContent(("photo " + number).getBytes(StandardCharsets.UTF_8)),
                    facts,
                    "m1",
                    findings);
        }
    }

    /** Person 10 is 0 made up: not alike enough to be put together with 0, but enough to ask. */
    private static float[] vector(int who, int picture) {
        Random own = new Random(who % 10 * 7919L + 5);
        Random mask = new Random(77);
        Random noise = new Random(picture + 1000L);
        float[] vector = new float[FaceReader.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (own.nextGaussian() + 0.3 * noise.nextGaussian());
            vector[i] += who >= 10 ? (float) (3.1 * mask.nextGaussian()) : 0;
        }
        return vector;
    }

    private Catalog open() {
        return Catalog.open(folder.resolve("catalog.db"));
    }

    private void group() {
        try (Catalog catalog = open()) {
            group(catalog, false);
        }
    }

    private static void group(Catalog catalog, boolean stopped) {
        try (Indexing indexing = catalog.beginIndexing()) {
            GroupPeople.bringUpToDate(catalog, indexing, () -> stopped);
        }
    }

    /** Groups, and says something when the faces are about to be looked at. */
    private static void groupWhileSaying(Catalog catalog, Runnable saying) {
        AtomicBoolean isSaid = new AtomicBoolean();
        try (Indexing indexing = catalog.beginIndexing()) {
            GroupPeople.bringUpToDate(catalog, indexing, () -> {
                if (!isSaid.getAndSet(true)) {
                    saying.run();
                }
                return false;
            });
        }
        assertThat(isSaid).isTrue();
    }

    /** Splits somebody whom the next photo would make one again; gives both. */
    private static List<Person> twoAlike(Catalog catalog) {
        long whole = catalog.people().all().getFirst().id();
        List<FaceInLibrary> faces = catalog.people().faces(whole);
        long other = catalog.people().create(false).id();
        faces.stream()
                .skip(3)
                .forEach(face -> catalog.people().assign(Map.of(face.face().id(), other)));
        return List.of(
                catalog.people().find(whole).orElseThrow(),
                catalog.people().find(other).orElseThrow());
    }

    @Test
    void whoIsNamedWhileFacesAreGroupedKeepsTheName() throws IOException {
        try (Catalog catalog = open()) {
            List<Person> alike = twoAlike(catalog);
            addPhoto(catalog, PHOTOS, 0, Optional.empty());
            groupWhileSaying(catalog, () -> {
                catalog.people().name(alike.getFirst().id(), "Anna");
                catalog.people().name(alike.getLast().id(), "Berta");
            });
            assertThat(catalog.people().all())
                    .extracting(Person::name)
                    .contains(Optional.of("Anna"), Optional.of("Berta"));
        }
    }

    @Test
    void twoWhoAreSaidToBeDifferentWhileFacesAreGroupedStayTwo() throws IOException {
        try (Catalog catalog = open()) {
            List<Person> alike = twoAlike(catalog);
            List<Long> faces = alike.stream()
                    .map(person -> catalog.people()
                            .faces(person.id())
                            .getFirst()
                            .face()
                            .id())
                    .toList();
            addPhoto(catalog, PHOTOS, 0, Optional.empty());
            groupWhileSaying(
                    catalog, () -> catalog.doubts().answer(faces.getFirst(), faces.getLast(), Doubts.Answer.DIFFERENT));
            assertThat(catalog.people().all()).containsAll(alike);
        }
    }

    @Test
    void whoItIsNotIsHeardWhileFacesAreGrouped() throws IOException {
        try (Catalog catalog = open()) {
            long anna = catalog.people().all().getFirst().id();
            addPhoto(catalog, PHOTOS, 0, Optional.empty());
            long face = unknownFace(catalog);
            groupWhileSaying(catalog, () -> catalog.people().correct(anna, List.of(face), false));
            assertThat(catalog.people().face(face).orElseThrow().face().personId())
                    .isNotEqualTo(OptionalLong.of(anna));
        }
    }

    @Test
    void whoeverTellsMemoriesFindsOutFirstWhoFacesAre() throws IOException {
        try (Catalog catalog = open()) {
            long anna = catalog.people().all().getFirst().id();
            addPhoto(catalog, PHOTOS, 0, Optional.empty());
            long face = unknownFace(catalog);
            List<Memory> ignored = new TellMemories(catalog, Locale.ENGLISH).on(LocalDate.of(2026, 1, 1));
            assertThat(catalog.people().face(face).orElseThrow().face().personId())
                    .hasValue(anna);
        }
    }

    @Test
    void whereSomethingIsSaidAllTheTimeTheNextRunGroups() throws IOException {
        try (Catalog catalog = open()) {
            long anna = catalog.people().all().getFirst().id();
            addPhoto(catalog, PHOTOS, 0, Optional.empty());
            long face = unknownFace(catalog);
            try (Indexing indexing = catalog.beginIndexing()) {
                GroupPeople.bringUpToDate(catalog, indexing, () -> {
                    catalog.people().name(anna, "Anna");
                    return false;
                });
            }
            assertThat(catalog.people().face(face).orElseThrow().face().personId())
                    .isEmpty();
            group(catalog, false);
            assertThat(catalog.people().face(face).orElseThrow().face().personId())
                    .hasValue(anna);
        }
    }

    private static long unknownFace(Catalog catalog) {
        List<Long> unknown = new ArrayList<>();
        catalog.people().eachFace(FaceReader.MODEL, face -> {
            if (face.face().personId().isEmpty()) {
                unknown.add(face.face().id());
            }
        });
        assertThat(unknown).hasSize(1);
        return unknown.getFirst();
    }

    private TestCommand run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--library";
        all[arguments.length + 1] = folder.toString();
        return TestCommand.run(all);
    }

    private TestCommand ok(String... arguments) {
        TestCommand done = run(arguments);
        assertThat(done.err()).isEmpty();
        assertThat(done.code()).isEqualTo(ExitCode.OK);
        return done;
    }

    private List<JsonNode> people() {
        JsonMapper mapper = JsonMapper.builder().build();
        return ok("people", "--json", "--all")
                .out()
                .lines()
                .map(mapper::readTree)
                .toList();
    }

    private JsonNode person(String id) {
        return people().stream()
                .filter(node -> ("#" + node.get("id").asInt()).equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String photo(int number) {
        return folder.resolve("photos").resolve(number + ".jpg").toString();
    }

    private List<String> photos(JsonNode person) {
        List<String> photos = new ArrayList<>();
        person.get("faces").forEach(face -> photos.add(face.get("files").get(0).asString()));
        return photos;
    }

    private String who(int photo) {
        return people().stream()
                .filter(person -> photos(person).contains(photo(photo)))
                .map(person -> "#" + person.get("id").asInt())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void neitherTheOrderOfIndexingNorAnInterruptionShows(@TempDir Path other) throws IOException {
        try (Catalog second = Catalog.open(other.resolve("catalog.db"));
                Catalog first = open()) {
            for (int i = PHOTOS - 1; i >= 0; i--) {
                addPhoto(second, i, i % 2, Optional.empty());
            }
            group(second, true);
            assertThat(second.people().all())
                    .as("nothing is decided by a stopped run")
                    .isEmpty();
            group(second, false);

            assertThat(second.people().all()).isEqualTo(first.people().all()).hasSize(2);
            for (Person person : first.people().all()) {
                assertThat(second.people().faces(person.id()))
                        .extracting(FaceInLibrary::hash)
                        .isEqualTo(first.people().faces(person.id()).stream()
                                .map(FaceInLibrary::hash)
                                .toList());
            }
        }
    }

    @Test
    void listsPeopleWithTheirFilesAndBoxes() {
        assertThat(people())
                .hasSize(2)
                .allSatisfy(person -> assertThat(person.get("photos").asInt()).isEqualTo(6));
        JsonNode face = people().getFirst().get("faces").get(0);
        assertThat(face.get("box").toString()).isEqualTo("[0.25,0.25,0.5,0.5]");
        assertThat(photos(people().getFirst())).contains(photo(0), photo(10)).doesNotContain(photo(1));
        assertThat(ok("people").out()).contains("(no name)", "6 photos");
    }

    @Test
    void namesAreKeptAndNewPhotosJoin() throws IOException {
        ok("people", "name", who(0), "Anna");
        addPhoto(20, 0, Optional.empty());
        group();

        assertThat(ok("people").out()).containsPattern("Anna +7 photos");
        assertThat(ok("people", "name", "anna", "Anna Meier").out()).contains("Anna Meier");
        assertThat(run("people", "name", "Nobody", "X").code()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aMergeHoldsWhenPhotosCome() throws IOException {
        ok("people", "merge", who(0), who(1));
        addPhoto(20, 0, Optional.empty());
        addPhoto(21, 1, Optional.empty());
        group();

        assertThat(who(20)).isEqualTo(who(0));
        assertThat(person(who(0)).get("photos").asInt()).isGreaterThanOrEqualTo(13);
    }

    @Test
    void aSplitHoldsWhenPhotosCome() throws IOException {
        String before = who(0);
        ok("people", "split", before, photo(0), photo(2));
        addPhoto(20, 0, Optional.empty());
        group();

        assertThat(who(0)).isEqualTo(who(2)).isNotEqualTo(before);
        assertThat(who(4)).isEqualTo(before);
    }

    @Test
    void notThisPersonHoldsAndCanBeTakenBack() throws IOException {
        String before = who(0);
        long face = person(before).get("faces").get(0).get("face").asLong();
        ok("people", "not", before, photo(0));
        addPhoto(20, 0, Optional.empty());
        group();

        assertThat(who(0)).isNotEqualTo(before);
        ok("people", "is", before, Long.toString(face));
        assertThat(who(0)).isEqualTo(before);
    }

    @Test
    void hiddenPeopleAreListedOnRequestOnly() {
        ok("people", "name", who(0), "Anna");
        ok("people", "hide", "Anna");
        assertThat(ok("people").out()).doesNotContain("Anna");
        assertThat(ok("people", "--all").out()).contains("Anna", "hidden");
        ok("people", "show", "Anna");
        assertThat(ok("people").out()).contains("Anna");
    }

    @Test
    void theKeyFaceIsAsChosen() {
        String who = who(0);
        long last = person(who).get("faces").get(5).get("face").asLong();
        ok("people", "key", who, Long.toString(last));
        assertThat(person(who).get("keyFace").asLong()).isEqualTo(last);
        assertThat(run("people", "key", who, photo(1)).err()).contains("1.jpg", "expected a photo with a face");
    }

    @Test
    void namesFromOtherProgramsArePeople() throws IOException {
        addPhoto(20, 0, Optional.of("Anna"));
        addPhoto(21, 2, Optional.of("Bert"));
        group();

        assertThat(ok("people", "--all").out())
                .containsPattern("Anna +7 photos")
                .containsPattern("Bert +1 photos");
    }

    private JsonNode question() {
        return JsonMapper.builder()
                .build()
                .readTree(ok("people", "ask", "--json").out());
    }

    @Test
    void aPetIsNamedAskedAboutAndForgotten() throws IOException {
        try (Catalog catalog = open();
                Indexing indexing = catalog.beginIndexing()) {
            float[] vector = new float[AnimalReader.DIMENSIONS];
            vector[0] = 1;
            Embedding embedding = new Embedding(AnimalReader.MODEL, vector);
            for (int i = 0; i < 2; i++) {
                long asset = catalog.files()
                        .known(Path.of(photo(i)))
                        .orElseThrow()
                        .assetId()
                        .orElseThrow();
                indexing.update(
                        asset,
                        Found.animals("1", AssetFace.animal("dog", new Box(0.2, 0.5, 0.3, 0.4), 0.8, embedding)));
            }
        }
        assertThat(ok("people", "pet", photo(0), "Rex").out()).contains("That is Rex");
        assertThat(ok("people").out()).contains("Rex", "a pet", "1 animals that may be a pet");
        String asked = ok("people", "ask").out();
        assertThat(asked).contains("Is this Rex?", "a dog in " + photo(1));
        String[] words = asked.lines().findFirst().orElseThrow().split(" ");
        assertThat(ok("people", "ask", words[words.length - 3], words[words.length - 2], "yes")
                        .out())
                .contains("Noted");
        assertThat(ok("people").out()).containsPattern("Rex +2 photos, a pet");
        assertThat(run("people", "pet", photo(5), "Rex").err()).contains("found none");
        assertThat(run("people", "pet", photo(0), "Rex", "--which", "2").err()).contains("from 1 to 1");
        assertThat(ok("people", "forget", "Rex").out()).contains("Forgotten");
        assertThat(ok("people").out()).doesNotContain("Rex");
    }

    @Test
    void asksAboutADoubtfulPairAndTakesTheAnswer() throws IOException {
        ok("people", "name", who(0), "Anna");
        for (int i = 20; i < 23; i++) {
            addPhoto(i, 10, Optional.empty());
        }
        group();
        assertThat(who(20)).isNotEqualTo(who(0));
        assertThat(ok("people").out()).contains("Not sure: 1 pairs");
        JsonNode question = question();
        String one = question.get("one").get("face").asString();
        String other = question.get("other").get("face").asString();
        assertThat(ok("people", "ask").out()).contains("Anna", "people ask " + one + " " + other);
        assertThat(run("people", "ask", one, other, "perhaps").err()).contains("yes, no or unsure");

        assertThat(ok("people", "ask", one, other, "yes").out()).contains("one person");

        assertThat(who(20)).isEqualTo(who(0));
        assertThat(ok("people", "ask").out()).contains("No questions");
    }

    @Test
    void aNoHoldsWhenPhotosCome() throws IOException {
        for (int i = 20; i < 23; i++) {
            addPhoto(i, 10, Optional.empty());
        }
        group();
        JsonNode question = question();
        ok(
                "people",
                "ask",
                question.get("one").get("face").asString(),
                question.get("other").get("face").asString(),
                "no");
        addPhoto(23, 10, Optional.empty());
        group();

        assertThat(who(23)).isEqualTo(who(20)).isNotEqualTo(who(0));
        assertThat(ok("people", "ask").out()).contains("No questions");
    }

    @Test
    void tellsHowManyAreNotListed() throws IOException {
        addPhoto(20, 3, Optional.empty());
        group();

        assertThat(ok("people").out()).contains("Not listed: 1 without a name");
        assertThat(ok("people", "--all").out().lines().toList())
                .as("whoever is seen once comes last")
                .element(2)
                .asString()
                .contains("1 photos");
    }

    @Test
    void namesGoIntoSidecarsOnRequest() throws IOException {
        ok("people", "name", who(0), "Anna & Söhne");
        byte[] before = Files.readAllBytes(Path.of(photo(0)));

        assertThat(ok("people", "export-xmp").out()).contains("6 sidecars written");
        assertThat(ok("people", "export-xmp").out()).contains("0 sidecars written, 6 were up to date");

        assertThat(Files.readAllBytes(Path.of(photo(0)))).isEqualTo(before);
        assertThat(MediaReader.read(Path.of(photo(0))).regions())
                .containsExactly(new NamedRegion("Anna & Söhne", 0.25, 0.25, 0.5, 0.5));
        assertThat(Path.of(photo(1) + ".xmp")).doesNotExist();
    }
}
