package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
final class DoubtsTest {
    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private Catalog catalog;
    private Indexing indexing;
    private Asset first;
    private Asset second;
    private long anna;
    private long other;

    @BeforeEach
    void openWithTwoPeople() {
        catalog = Catalog.open(engine.newCatalog(folder));
        indexing = catalog.beginIndexing();
        first = Samples.add(indexing, folder.resolve("a.jpg"), Samples.NOON, List.of(Samples.face(0.1)));
        second = Samples.add(indexing, folder.resolve("b.jpg"), Samples.NOON, List.of(Samples.face(0.5)));
        assertThat(indexing.people(
                        List.of(found(Optional.of("Anna"), face(first)), found(Optional.empty(), face(second))),
                        List.of(new DoubtFound(face(first), face(second), 0.3)),
                        "people 1",
                        catalog.choices().revision()))
                .isTrue();
        anna = catalog.people().all().getFirst().id();
        other = catalog.people().all().getLast().id();
    }

    @AfterEach
    void close() {
        indexing.close();
        catalog.close();
    }

    private static PersonFound found(Optional<String> name, long face) {
        return new PersonFound(OptionalLong.empty(), name, List.of(), List.of(face));
    }

    private long face(Asset asset) {
        return catalog.assets()
                .view(asset.id())
                .orElseThrow()
                .faces()
                .getFirst()
                .id();
    }

    private OptionalLong person(Asset asset) {
        return catalog.assets()
                .view(asset.id())
                .orElseThrow()
                .faces()
                .getFirst()
                .personId();
    }

    /** As another network would. */
    private void groupAnew(String model) {
        for (Asset asset : List.of(first, second)) {
            AssetFace face =
                    catalog.assets().view(asset.id()).orElseThrow().faces().getFirst();
            indexing.update(
                    asset.id(),
                    Samples.findings(List.of(face.withEmbedding(new Embedding(model, new float[] {1, 2}))), model));
        }
    }

    @Test
    void asksAndForgetsWithTheAnswer() {
        assertThat(catalog.doubts().open()).singleElement().satisfies(doubt -> {
            assertThat(doubt.one().name()).contains("Anna");
            assertThat(doubt.one().personId()).isEqualTo(anna);
            assertThat(doubt.other().faceId()).isEqualTo(face(second));
            assertThat(doubt.other().assetId()).isEqualTo(second.id());
            assertThat(doubt.likeness()).isEqualTo(0.3);
        });
        assertThatThrownBy(() -> catalog.doubts().answer(face(first), 999, Doubts.Answer.SAME))
                .isInstanceOf(ChangedMeanwhileException.class)
                .hasMessageContaining("999");

        catalog.doubts().answer(face(first), face(second), Doubts.Answer.SAME);

        assertThat(catalog.doubts().open()).isEmpty();
        assertThat(person(second)).hasValue(anna);
        assertThatThrownBy(() -> catalog.doubts().answer(face(first), face(second), Doubts.Answer.SAME))
                .isInstanceOf(ChangedMeanwhileException.class)
                .hasMessageContaining("one person already");
    }

    @Test
    void whoIsTwoPeopleStaysTwo() {
        catalog.doubts().answer(face(second), face(first), Doubts.Answer.DIFFERENT);

        assertThat(catalog.doubts().open()).isEmpty();
        assertThat(person(first)).hasValue(anna);
        assertThat(person(second)).hasValue(other);
        assertThat(catalog.people().corrections())
                .filteredOn(one -> !one.same())
                .extracting(one -> Map.entry(one.faceId().orElseThrow(), one.personId()))
                .containsExactlyInAnyOrder(Map.entry(face(first), other), Map.entry(face(second), anna));
    }

    @Test
    void whatNobodyCanTellIsNotAskedAgain() {
        catalog.doubts().answer(face(first), face(second), Doubts.Answer.UNSURE);
        assertThat(indexing.people(
                        List.of(),
                        List.of(new DoubtFound(face(second), face(first), 0.31)),
                        "people 2",
                        catalog.choices().revision()))
                .isTrue();

        assertThat(catalog.doubts().open()).isEmpty();
        assertThat(person(second)).as("still two").hasValue(other);
    }

    @Test
    void whatNobodyCouldTellIsAskedAgainLaterAndLast() {
        Asset third = Samples.add(indexing, folder.resolve("c.jpg"), Samples.NOON, List.of(Samples.face(0.3)));
        assertThat(indexing.people(
                        List.of(found(Optional.empty(), face(third))),
                        List.of(
                                new DoubtFound(face(first), face(second), 0.3),
                                new DoubtFound(face(first), face(third), 0.29)),
                        "people 1",
                        catalog.choices().revision()))
                .isTrue();
        catalog.doubts().answer(face(first), face(second), Doubts.Answer.UNSURE);
        Clock later = Clock.offset(Clock.systemUTC(), Doubts.LATER.plusDays(1));
        try (Catalog then = Catalog.open(CatalogLocation.of(folder), later)) {
            assertThat(catalog.doubts().open())
                    .extracting(doubt -> doubt.other().faceId())
                    .containsExactly(face(third));
            assertThat(then.doubts().open())
                    .extracting(doubt -> doubt.other().faceId())
                    .containsExactly(face(third), face(second));
        }
    }

    @ParameterizedTest
    @EnumSource(Doubts.Answer.class)
    void anAnswerIsTakenBackWithAllThatFollowed(Doubts.Answer answer) {
        catalog.people().name(other, "Berta");
        catalog.people().keyFace(other, face(second));
        catalog.choices().add(Choice.Stance.LESS, new Subject.OfPerson(other), "");
        catalog.choices().add(Choice.Stance.LESS, new Subject.OfPerson(anna), "");
        Said before = catalog.said();
        List<Doubts.Doubt> asked = catalog.doubts().open();

        Undo undo = catalog.doubts().answer(face(first), face(second), answer);
        assertThat(catalog.said()).isNotEqualTo(before);
        assertThat(catalog.doubts().open()).isEmpty();
        undo.takeBack();

        assertThat(catalog.said())
                .usingRecursiveComparison()
                .ignoringFields("choices")
                .isEqualTo(before);
        assertThat(catalog.choices().all())
                .extracting(Choice::subject)
                .containsExactlyInAnyOrder(new Subject.OfPerson(anna), new Subject.OfPerson(other));
        assertThat(catalog.doubts().open()).isEqualTo(asked);
        catalog.people().name(other, "Bertha");
        undo.takeBack();
        assertThat(catalog.people().find(other).orElseThrow().name()).contains("Bertha");
    }

    @Test
    void whatWasSaidSinceAnAnswerStaysWhenItIsTakenBack() {
        Undo undo = catalog.doubts().answer(face(first), face(second), Doubts.Answer.SAME);
        catalog.people().name(anna, "Anne");
        undo.takeBack();

        assertThat(catalog.people().find(anna).orElseThrow().name()).contains("Anne");
        assertThat(person(second)).hasValue(other);
    }

    @Test
    void doesNotAskAboutWhomTheUserHides() {
        catalog.people().hide(other, true);
        assertThat(catalog.doubts().open()).isEmpty();
    }

    @Test
    void aNewNetworkConsidersFacesAnewButKeepsWhomTheUserKnows() {
        groupAnew("model 1");
        assertThat(person(second)).as("it had no embedding before").hasValue(other);

        groupAnew("model 2");

        assertThat(person(first)).as("named").hasValue(anna);
        assertThat(person(second)).as("never spoken of").isEmpty();
    }

    @Test
    void anAnswerOutlivesANewNetwork() {
        catalog.doubts().answer(face(first), face(second), Doubts.Answer.DIFFERENT);
        groupAnew("model 1");
        groupAnew("model 2");

        assertThat(person(first)).hasValue(anna);
        assertThat(person(second)).hasValue(other);
    }

    @Test
    void countsWhatNoListShows() {
        assertThat(catalog.people().unsorted()).isEqualTo(new People.Unsorted(0, 1));
        Samples.add(indexing, folder.resolve("c.jpg"), Samples.NOON, List.of(Samples.face(0.1), Samples.face(0.6)));
        assertThat(catalog.people().unsorted()).isEqualTo(new People.Unsorted(2, 1));
        catalog.people().hide(other, true);
        assertThat(catalog.people().unsorted().passersBy())
                .as("hidden on purpose")
                .isZero();
    }
}
