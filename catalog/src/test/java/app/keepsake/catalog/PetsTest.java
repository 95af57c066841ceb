package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.Pets.Animal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
final class PetsTest {
    private static final Box BASKET = new Box(0.1, 0.4, 0.5, 0.5);

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2024-05-01T12:00:00Z");
    private Catalog catalog;
    private Indexing indexing;
    private Asset first;
    private Asset second;

    @BeforeEach
    void openWithTwoDogs() {
        catalog = Catalog.open(engine.newCatalog(folder), clock());
        indexing = catalog.beginIndexing();
        first = Samples.add(indexing, folder.resolve("a.jpg"), Samples.NOON, List.of(Samples.face(0.7)));
        second = Samples.add(indexing, folder.resolve("b.jpg"), Samples.NOON, List.of());
        seeDog(first, BASKET);
        seeDog(second, BASKET);
        considered(List.of());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @AfterEach
    void close() {
        indexing.close();
        catalog.close();
    }

    private void seeDog(Asset asset, Box box) {
        indexing.update(asset.id(), dogIn(box));
    }

    private static Findings dogIn(Box box) {
        return new Findings(
                List.of(AssetFace.animal("dog", box, 0.8, new Embedding("animals 1", new float[] {1, 2}))),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(Stage.ANIMALS, "animals 1"));
    }

    private void considered(List<DoubtFound> doubts) {
        assertThat(indexing.people(
                        List.of(), doubts, "people 1", catalog.choices().revision()))
                .isTrue();
    }

    private Animal dog(Asset asset) {
        return catalog.pets().on(asset.id()).getFirst();
    }

    private List<OptionalLong> people(Asset asset) {
        return catalog.assets().view(asset.id()).orElseThrow().faces().stream()
                .map(AssetFace::personId)
                .toList();
    }

    private Person meetRex() {
        Person rex = catalog.pets().meet(dog(first).faceId(), "Rex").pet();
        considered(List.of(new DoubtFound(dog(first).faceId(), dog(second).faceId(), 0.9)));
        return rex;
    }

    @Test
    void anAnimalIsNobodyUntilTheUserSaysWhoItIs() {
        assertThat(dog(second).kind()).isEqualTo("dog");
        assertThat(dog(second).petId()).isEmpty();
        assertThat(people(second)).isEmpty();
        assertThat(catalog.people().unsorted().faces()).isEqualTo(1);

        Pets.Met met = catalog.pets().meet(dog(second).faceId(), " Rex ");

        assertThat(met.pet().pet()).isTrue();
        assertThat(met.pet().name()).contains("Rex");
        assertThat(people(second)).containsExactly(OptionalLong.of(met.pet().id()));
        assertThat(catalog.people().faces(met.pet().id())).hasSize(1);
        assertThat(catalog.people().unsorted().faces()).isEqualTo(1);
    }

    @Test
    void knowsAPetByItsName() {
        Person rex = catalog.pets().meet(dog(first).faceId(), "Rex").pet();
        assertThat(catalog.pets().meet(dog(second).faceId(), "rex").pet().id()).isEqualTo(rex.id());
        Person luna = catalog.pets().meet(dog(second).faceId(), "Luna").pet();
        assertThat(dog(second).petId()).hasValue(luna.id());
        assertThat(catalog.people().faces(rex.id())).hasSize(1);
        assertThatThrownBy(() -> catalog.pets().meet(dog(first).faceId(), " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> catalog.pets().meet(999, "Rex")).isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void aPersonOfTheSameNameIsSomebodyElse() {
        long anna = catalog.people().create(false).id();
        catalog.people().name(anna, "Rex");
        assertThat(catalog.pets().meet(dog(first).faceId(), "Rex").pet().id()).isNotEqualTo(anna);
    }

    @Test
    void asksAboutWhatLooksLikeAPet() {
        Person rex = meetRex();
        assertThat(catalog.doubts().open()).isEmpty();
        assertThat(catalog.pets().questions()).singleElement().satisfies(question -> {
            assertThat(question.pet().personId()).isEqualTo(rex.id());
            assertThat(question.pet().faceId()).isEqualTo(dog(first).faceId());
            assertThat(question.animal()).isEqualTo(dog(second));
            assertThat(question.likeness()).isEqualTo(0.9);
        });
        catalog.pets().answer(dog(first).faceId(), dog(second).faceId(), Doubts.Answer.SAME);
        assertThat(people(second)).containsExactly(OptionalLong.of(rex.id()));
        assertThat(catalog.pets().questions()).isEmpty();
        assertThatThrownBy(() ->
                        catalog.pets().answer(dog(first).faceId(), dog(second).faceId(), Doubts.Answer.SAME))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void rememberWhoItIsNot() {
        Person rex = meetRex();
        catalog.pets().answer(dog(first).faceId(), dog(second).faceId(), Doubts.Answer.DIFFERENT);
        assertThat(people(second)).isEmpty();
        assertThat(catalog.pets().questions()).isEmpty();
        assertThat(catalog.people().corrections()).last().satisfies(correction -> {
            assertThat(correction.personId()).isEqualTo(rex.id());
            assertThat(correction.faceId()).contains(dog(second).faceId());
            assertThat(correction.same()).isFalse();
        });
    }

    @Test
    void asksLaterWhatTheUserCouldNotTell() {
        meetRex();
        catalog.pets().answer(dog(first).faceId(), dog(second).faceId(), Doubts.Answer.UNSURE);
        assertThat(catalog.pets().questions()).isEmpty();
        now = now.plus(Doubts.LATER).plus(Duration.ofHours(1));
        assertThat(catalog.pets().questions()).hasSize(1);
    }

    @Test
    void takesBackWhatWasSaid() {
        Pets.Met met = catalog.pets().meet(dog(first).faceId(), "Rex");
        considered(List.of(new DoubtFound(dog(first).faceId(), dog(second).faceId(), 0.9)));
        for (Doubts.Answer answer : Doubts.Answer.values()) {
            Undo undo = catalog.pets().answer(dog(first).faceId(), dog(second).faceId(), answer);
            assertThat(catalog.pets().questions()).isEmpty();
            undo.takeBack();
            assertThat(people(second)).isEmpty();
            assertThat(catalog.pets().questions()).hasSize(1);
        }
        met.undo().takeBack();
        assertThat(dog(first).petId()).isEmpty();
        assertThat(catalog.people().corrections()).isEmpty();
        assertThat(catalog.people().named("Rex")).isEmpty();
        assertThat(catalog.said().people()).isEmpty();
    }

    @Test
    void forgetsAPetAndRemembersItAgain() {
        Person rex = meetRex();
        catalog.pets().answer(dog(first).faceId(), dog(second).faceId(), Doubts.Answer.DIFFERENT);
        catalog.choices().add(Choice.Stance.NEVER, new Subject.OfPerson(rex.id()), "");

        Undo undo = catalog.pets().forget(rex.id());

        assertThat(dog(first).petId()).isEmpty();
        assertThat(catalog.people().named("Rex")).isEmpty();
        assertThat(catalog.people().corrections()).isEmpty();
        assertThat(catalog.choices().all()).isEmpty();
        assertThat(catalog.said().isNothing()).isTrue();
        undo.takeBack();
        assertThat(dog(first).petId()).hasValue(rex.id());
        assertThat(catalog.people().named("Rex")).hasSize(1);
        assertThat(catalog.people().corrections()).hasSize(2);
        assertThat(catalog.choices().all()).hasSize(1);
        long person = catalog.people().create(false).id();
        assertThatThrownBy(() -> catalog.pets().forget(person)).isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void whoIsHiddenHidesAndIsNotAskedAbout() {
        Person rex = meetRex();
        long before = catalog.choices().revision();
        catalog.people().hide(rex.id(), true);
        assertThat(catalog.choices().revision()).isGreaterThan(before);
        assertThat(catalog.assets().unseen()).containsExactly(first.id());
        assertThat(catalog.assets().isHidden(first)).isTrue();
        // What nobody said is nobody's, however much it looks like it.
        assertThat(catalog.assets().isHidden(second)).isFalse();
        assertThat(catalog.pets().questions()).isEmpty();
    }

    @Test
    void isFoundAgainWhenThePictureIsLookedAtAnew() {
        Person rex = meetRex();
        seeDog(first, new Box(0.11, 0.41, 0.5, 0.5));
        assertThat(dog(first).petId()).hasValue(rex.id());
        // Faces and animals are looked for by different networks: one does not take away what the other found.
        indexing.update(first.id(), Samples.findings(List.of(), "faces 2"));
        assertThat(people(first)).containsExactly(OptionalLong.of(rex.id()));
        seeDog(first, new Box(0.9, 0.9, 0.05, 0.05));
        assertThat(dog(first).petId()).isEmpty();
        seeDog(first, BASKET);
        assertThat(dog(first).petId()).hasValue(rex.id());
    }

    @Test
    void aPetAndAPersonAreNeverOne() {
        long rex = meetRex().id();
        long anna = catalog.people().create(false).id();
        long face = catalog.assets().view(first.id()).orElseThrow().faces().stream()
                .filter(one -> one.animal().isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> catalog.people().join(anna, List.of(rex)))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> catalog.people().merge(rex, anna)).isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> catalog.people().correct(rex, List.of(face), true))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(
                        () -> catalog.people().correct(anna, List.of(dog(second).faceId()), true))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void isCarriedToAnotherCatalog(@TempDir Path elsewhere) {
        Person rex = meetRex();
        catalog.pets().answer(dog(first).faceId(), dog(second).faceId(), Doubts.Answer.DIFFERENT);
        Said said = catalog.said();
        assertThat(said.people())
                .singleElement()
                .satisfies(one -> assertThat(one.pet()).isTrue());
        try (Catalog other = Catalog.open(elsewhere.resolve("catalog.db"))) {
            other.restore(said, Restored.Way.MERGE, () -> {});
            try (Indexing there = other.beginIndexing()) {
                // A face that lies where the dog is expected is nobody's dog.
                Asset again = Samples.add(
                        there, folder.resolve("a.jpg"), Samples.NOON, List.of(AssetFace.detected(BASKET, 0.5)));
                assertThat(again.hash()).isEqualTo(first.hash());
                there.update(again.id(), dogIn(BASKET));
                assertThat(other.pets().on(again.id()).getFirst().petId())
                        .hasValue(other.people().named("Rex").getFirst().id());
                assertThat(other.assets().view(again.id()).orElseThrow().faces().stream()
                                .filter(face -> face.personId().isPresent())
                                .map(AssetFace::animal)
                                .toList())
                        .containsExactly(Optional.of("dog"));
            }
            assertThat(other.said().corrections()).hasSize(2);
        }
        List<Long> numbers = new ArrayList<>();
        catalog.people().all().forEach(person -> numbers.add(person.id()));
        assertThat(Set.copyOf(numbers)).containsExactly(rex.id());
    }
}
