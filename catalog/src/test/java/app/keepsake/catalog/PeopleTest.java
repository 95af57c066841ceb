package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
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
final class PeopleTest {
    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private Catalog catalog;
    private Indexing indexing;
    private Asset asset;
    private long left;
    private long right;

    @BeforeEach
    void openWithTwoFaces() {
        catalog = Catalog.open(engine.newCatalog(folder));
        indexing = catalog.beginIndexing();
        asset = Samples.add(
                indexing, folder.resolve("a.jpg"), Samples.NOON, List.of(Samples.face(0.1), Samples.face(0.7)));
        left = faces().getFirst().id();
        right = faces().getLast().id();
    }

    @AfterEach
    void close() {
        indexing.close();
        catalog.close();
    }

    private List<AssetFace> faces() {
        return catalog.assets().view(asset.id()).orElseThrow().faces();
    }

    private void detectAgain(AssetFace... found) {
        indexing.update(asset.id(), Samples.findings(List.of(found), "v2"));
    }

    @Test
    void whatTheUserSaysOfAPersonIsKept() {
        long anna = catalog.people().create(false).id();
        catalog.people().name(anna, " Anna ");
        catalog.people().born(anna, Optional.of(LocalDate.of(1990, 2, 28)));
        catalog.people().keyFace(anna, left);
        catalog.people().hide(anna, true);
        Person stored = new Person(
                anna, Optional.of("Anna"), true, false, OptionalLong.of(left), Optional.of(LocalDate.of(1990, 2, 28)));
        assertThat(catalog.people().find(anna)).contains(stored);
        assertThat(catalog.people().named("ANNA")).containsExactly(stored);
        assertThatThrownBy(() -> catalog.people().name(999, "Nobody"))
                .isInstanceOf(ChangedMeanwhileException.class)
                .hasMessageContaining("999");
    }

    @Test
    void aFaceFoundAgainByANewDetectorKeepsItsPerson() {
        long anna = catalog.people().create(false).id();
        catalog.people().assign(Map.of(left, anna));
        catalog.people().keyFace(anna, left);
        detectAgain(Samples.face(0.11), Samples.face(0.4));
        assertThat(faces()).hasSize(2);
        assertThat(faces().getFirst().id()).isEqualTo(left);
        assertThat(faces().getFirst().box().x()).isEqualTo(0.11);
        assertThat(faces().getFirst().personId()).hasValue(anna);
        assertThat(faces().getLast().personId()).isEmpty();
        assertThat(catalog.people().find(anna).orElseThrow().keyFaceId()).hasValue(left);
    }

    @Test
    void whatTheUserSaidOfAFaceOverrulesWhatIsComputed() {
        long anna = catalog.people().create(false).id();
        long ben = catalog.people().create(false).id();
        catalog.people().correct(anna, List.of(left), true);
        catalog.people().assign(Map.of(left, ben, right, ben));
        assertThat(faces())
                .extracting(AssetFace::personId)
                .containsExactly(OptionalLong.of(anna), OptionalLong.of(ben));
    }

    @Test
    void aCorrectionOutlivesTheFaceThatItWasMadeOn() {
        long anna = catalog.people().create(false).id();
        catalog.people().correct(anna, List.of(left), true);
        detectAgain();
        assertThat(faces()).isEmpty();
        assertThat(catalog.people().corrections()).singleElement().satisfies(one -> {
            assertThat(one.faceId()).isEmpty();
            assertThat(one.personId()).isEqualTo(anna);
        });
        detectAgain(Samples.face(0.1));
        assertThat(faces().getFirst().personId()).hasValue(anna);
        assertThat(catalog.people().corrections().getFirst().faceId())
                .contains(faces().getFirst().id());
    }

    @Test
    void sayingThatItIsSomebodyElseTakesThePersonAway() {
        long anna = catalog.people().create(false).id();
        catalog.people().assign(Map.of(left, anna));
        catalog.people().correct(anna, List.of(left), false);
        assertThat(faces().getFirst().personId()).isEmpty();
        assertThat(catalog.people().corrections())
                .singleElement()
                .satisfies(one -> assertThat(one.same()).isFalse());
    }

    @Test
    void mergingMovesFacesCorrectionsAndChoices() {
        long anna = catalog.people().create(false).id();
        long again = catalog.people().create(false).id();
        long ben = catalog.people().create(false).id();
        catalog.people().name(again, "Anna");
        catalog.people().assign(Map.of(left, anna));
        catalog.people().correct(again, List.of(right), true);
        catalog.choices().add(Choice.Stance.NEVER, new Subject.OfPerson(anna), "ours");
        catalog.choices().add(Choice.Stance.NEVER, new Subject.OfPerson(again), "hers");
        catalog.choices().add(Choice.Stance.LESS, new Subject.OfPair(again, ben), "");

        catalog.people().merge(anna, again);

        assertThat(catalog.people().all()).extracting(Person::id).containsExactly(anna, ben);
        assertThat(catalog.people().find(anna).orElseThrow().name()).contains("Anna");
        assertThat(faces()).extracting(AssetFace::personId).containsOnly(OptionalLong.of(anna));
        assertThat(catalog.people().corrections().getFirst().personId()).isEqualTo(anna);
        assertThat(catalog.choices().all())
                .extracting(Choice::subject)
                .containsExactlyInAnyOrder(new Subject.OfPerson(anna), new Subject.OfPair(anna, ben));
    }

    @Test
    void severalAreJoinedAtOnceAndPartedAgain() {
        long anna = catalog.people().create(false).id();
        long again = catalog.people().create(false).id();
        long hidden = catalog.people().create(false).id();
        catalog.people().name(again, "Anna");
        catalog.people().hide(hidden, true);
        catalog.people().assign(Map.of(left, again));
        catalog.people().correct(hidden, List.of(right), true);
        List<Person> before = catalog.people().all();

        Undo undo = catalog.people().join(anna, List.of(again, hidden));
        assertThat(catalog.people().all()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(anna);
            assertThat(one.name()).contains("Anna");
            assertThat(one.hidden()).isTrue();
        });
        undo.takeBack();

        assertThat(catalog.people().all()).isEqualTo(before);
        assertThat(faces())
                .extracting(AssetFace::personId)
                .containsExactly(OptionalLong.of(again), OptionalLong.of(hidden));
        assertThat(catalog.people().corrections())
                .singleElement()
                .satisfies(one -> assertThat(one.personId()).isEqualTo(hidden));
        assertThatThrownBy(() -> catalog.people().join(anna, List.of(again, 999L)))
                .isInstanceOf(ChangedMeanwhileException.class)
                .hasMessageContaining("999");
        assertThat(catalog.people().all()).as("none of it").isEqualTo(before);
    }

    @Test
    void facesThatAreNobodysComeBackAsNobodys() {
        long statue = catalog.people().create(false).id();
        catalog.people().assign(Map.of(left, statue));
        catalog.people().hide(statue, true);
        Said before = catalog.said();

        Undo undo = catalog.people().nobody(statue);
        assertThat(catalog.people().all()).isEmpty();
        assertThat(catalog.people().find(statue)).isEmpty();
        assertThat(faces()).extracting(AssetFace::id).containsExactly(right);
        assertThat(catalog.assets().views(List.of(asset.id())).getFirst().faces())
                .hasSize(1);
        catalog.assets().each(view -> assertThat(view.faces()).hasSize(1));
        assertThat(catalog.assets().isHidden(asset)).isFalse();
        assertThat(catalog.people().unsorted()).isEqualTo(new People.Unsorted(1, 0));

        detectAgain();
        detectAgain(Samples.face(0.1), Samples.face(0.7));
        assertThat(faces()).as("found again").singleElement().satisfies(face -> {
            assertThat(face.box().x()).isEqualTo(0.7);
            assertThat(face.personId()).isEmpty();
        });
        undo.takeBack();
        assertThat(catalog.people().all())
                .singleElement()
                .satisfies(one -> assertThat(one.hidden()).isTrue());
        assertThat(catalog.said().corrections()).isEqualTo(before.corrections());
    }

    @Test
    void birthdaysOfAnyYearAndRelationsAreKept() {
        long anna = catalog.people().create(false).id();
        long again = catalog.people().create(false).id();
        MonthDay day = MonthDay.of(2, 29);
        tell(again, new People.About(Optional.empty(), Optional.of(day), Optional.of(Relation.DAUGHTER)));
        assertThat(catalog.people().find(again)).hasValueSatisfying(person -> {
            assertThat(person.birthday()).contains(day);
            assertThat(person.born()).isEmpty();
            assertThat(person.relation()).contains(Relation.DAUGHTER);
        });
        catalog.people().merge(anna, again);
        assertThat(catalog.people().find(anna).orElseThrow().relation()).contains(Relation.DAUGHTER);
        LocalDate born = LocalDate.of(2016, 2, 28);
        tell(anna, new People.About(Optional.of(born), Optional.of(day), Optional.empty()));
        assertThat(catalog.people().find(anna)).hasValueSatisfying(person -> {
            assertThat(person.birthday()).as("of the date of birth").contains(MonthDay.of(2, 28));
            assertThat(person.born()).contains(born);
            assertThat(person.relation()).isEmpty();
        });
    }

    private void tell(long person, People.About about) {
        Undo ignored = catalog.people()
                .change(
                        person,
                        new People.Change(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(about)));
    }

    @Test
    void embeddingsOfFacesAreReadOnRequestOnly() {
        Embedding embedding = new Embedding("faces-1", new float[] {0.25f, -1, 3e-7f});
        detectAgain(Samples.face(0.1).withEmbedding(embedding), Samples.face(0.7));
        assertThat(faces()).allSatisfy(face -> assertThat(face.embedding()).isEmpty());
        assertThat(catalog.assets().facesWithEmbeddings(asset.id()))
                .extracting(AssetFace::embedding)
                .containsExactly(Optional.of(embedding), Optional.empty());
    }

    @Test
    void correctionsCountInTheOrderInWhichTheyWereSaid() {
        long anna = catalog.people().create(false).id();
        long ben = catalog.people().create(false).id();
        catalog.people().correct(anna, List.of(left), true);
        catalog.people().correct(anna, List.of(left), false);
        catalog.people().correct(anna, List.of(right), true);
        catalog.people().correct(anna, List.of(right), false);
        catalog.people().correct(ben, List.of(right), true);
        catalog.people().correct(anna, List.of(right), false);
        detectAgain();
        detectAgain(Samples.face(0.1), Samples.face(0.7));
        assertThat(faces()).extracting(AssetFace::personId).containsExactly(OptionalLong.empty(), OptionalLong.of(ben));
        catalog.people().assign(Map.of(faces().getLast().id(), anna));
        assertThat(faces().getLast().personId()).as("as the user said").hasValue(ben);
    }

    @Test
    void mergingIntoSomebodyWhoWasMergedMakesNobodyVanish() {
        long anna = catalog.people().create(false).id();
        long second = catalog.people().create(false).id();
        long third = catalog.people().create(false).id();
        catalog.people().assign(Map.of(left, anna, right, third));
        catalog.people().merge(anna, second);
        catalog.people().merge(second, third);
        catalog.people().merge(second, anna);
        assertThat(catalog.people().all()).extracting(Person::id).containsExactly(anna);
        assertThat(faces()).extracting(AssetFace::personId).containsOnly(OptionalLong.of(anna));
    }

    @Test
    void whatIsSaidOfSomebodyWhoWasMergedIsSaidOfWhoTheyAreNow() {
        long anna = catalog.people().create(false).id();
        long again = catalog.people().create(false).id();
        catalog.people().merge(anna, again);
        catalog.people().name(again, "Anna");
        catalog.people().hide(again, true);
        catalog.people().correct(again, List.of(left), true);
        Choice never = catalog.choices().add(Choice.Stance.NEVER, new Subject.OfPerson(again), "");
        assertThat(never.subject()).isEqualTo(new Subject.OfPerson(anna));
        assertThat(catalog.people().find(anna)).hasValueSatisfying(person -> {
            assertThat(person.name()).contains("Anna");
            assertThat(person.hidden()).isTrue();
        });
        assertThat(faces().getFirst().personId()).hasValue(anna);
        assertThat(indexing.people(
                        List.of(new PersonFound(OptionalLong.of(again), Optional.empty(), List.of(), List.of(right))),
                        List.of(),
                        "v1",
                        catalog.choices().revision()))
                .isTrue();
        assertThat(faces().getLast().personId())
                .as("a grouping that began before the merging")
                .hasValue(anna);
    }

    @Test
    void whatWasSaidOnlyOfTheOtherIsSaidOfTheOne() {
        LocalDate birthday = LocalDate.of(1990, 2, 28);
        long anna = catalog.people().create(false).id();
        long again = catalog.people().create(false).id();
        catalog.people().assign(Map.of(left, anna, right, again));
        catalog.people().name(again, "Anna");
        catalog.people().born(again, Optional.of(birthday));
        catalog.people().keyFace(again, right);
        catalog.people().merge(anna, again);
        assertThat(catalog.people().find(anna))
                .contains(new Person(
                        anna, Optional.of("Anna"), false, false, OptionalLong.of(right), Optional.of(birthday)));
        long third = catalog.people().create(false).id();
        catalog.people().born(third, Optional.of(birthday.plusDays(1)));
        catalog.people().keyFace(third, left);
        catalog.people().merge(anna, third);
        assertThat(catalog.people().find(anna))
                .as("what was said of the one stays")
                .hasValueSatisfying(person -> {
                    assertThat(person.born()).contains(birthday);
                    assertThat(person.keyFaceId()).hasValue(right);
                });
    }

    @Test
    void whoIsHiddenStaysSoWhenTwoBecomeOne() {
        long anna = catalog.people().create(false).id();
        long again = catalog.people().create(false).id();
        catalog.people().hide(again, true);
        catalog.people().merge(anna, again);
        assertThat(catalog.people().find(anna).orElseThrow().hidden()).isTrue();
    }

    @Test
    void hidingIsNeverShowingAndMayBeTakenBack() {
        long anna = catalog.people().create(false).id();
        catalog.people().assign(Map.of(left, anna, right, anna));
        Choice favourite = catalog.choices().add(Choice.Stance.FAVOURITE, new Subject.OfPerson(anna), "");
        assertThat(catalog.assets().isHidden(asset)).isFalse();
        long before = catalog.choices().revision();
        catalog.people().hide(anna, true);
        assertThat(catalog.assets().isHidden(asset)).isTrue();
        assertThat(catalog.choices().inForce().revision()).isGreaterThan(before);
        assertThat(catalog.choices().inForce().choices())
                .filteredOn(choice -> choice.id() == InForce.IMPLIED)
                .extracting(Choice::stance, Choice::subject)
                .containsExactly(tuple(Choice.Stance.NEVER, new Subject.OfPerson(anna)));
        catalog.choices().add(Choice.Stance.NEVER, new Subject.OfPerson(anna), "");
        catalog.people().hide(anna, false);
        assertThat(catalog.assets().isHidden(asset)).isFalse();
        assertThat(catalog.choices().inForce().choices()).containsExactly(favourite);
    }

    @Test
    void severalThingsAreSaidOfAPersonAtOnce() {
        long anna = catalog.people().create(false).id();
        Subject subject = new Subject.OfPerson(anna);
        Choice never = catalog.choices().add(Choice.Stance.NEVER, subject, "her wish");
        Choice less = catalog.choices().add(Choice.Stance.LESS, subject, "");
        long before = catalog.choices().revision();
        Set<Choice.Stance> stances = Set.of(Choice.Stance.NEVER);
        catalog.people()
                .change(anna, new People.Change(Optional.of(" Anna "), Optional.of(true), Optional.of(stances)));
        assertThat(catalog.choices().revision()).as("in one step").isEqualTo(before + 1);
        assertThat(catalog.people().find(anna)).hasValueSatisfying(person -> {
            assertThat(person.name()).contains("Anna");
            assertThat(person.hidden()).isTrue();
        });
        assertThat(catalog.choices().all())
                .as("%s is taken back, and what stood stands", less)
                .containsExactly(never);
        catalog.people().change(anna, new People.Change(Optional.empty(), Optional.empty(), Optional.of(Set.of())));
        assertThat(catalog.choices().all()).isEmpty();
        assertThat(catalog.people().find(anna))
                .hasValueSatisfying(person -> assertThat(person.hidden()).isTrue());
        assertThatThrownBy(() -> catalog.people()
                        .change(999, new People.Change(Optional.of("Nobody"), Optional.empty(), Optional.of(stances))))
                .isInstanceOf(ChangedMeanwhileException.class)
                .hasMessageContaining("999");
        assertThat(catalog.choices().all()).isEmpty();
    }

    @Test
    void facesThatNobodyWasFoundForYetMayBeSomebodysWhoIsHidden() {
        long anna = catalog.people().create(false).id();
        assertThat(catalog.choices().inForce().choices()).isEmpty();
        catalog.people().hide(anna, true);
        Subject itself = new Subject.OfAsset(asset.hash());
        assertThat(catalog.choices().inForce().choices())
                .extracting(Choice::subject)
                .contains(itself);
        assertThat(catalog.assets().isHidden(asset)).isTrue();

        long before = catalog.choices().revision();
        assertThat(indexing.people(List.of(), List.of(), "v1", catalog.choices().revision()))
                .isTrue();
        assertThat(catalog.choices().revision()).isGreaterThan(before);
        assertThat(catalog.choices().inForce().choices())
                .extracting(Choice::subject)
                .doesNotContain(itself);
        assertThat(catalog.assets().isHidden(asset)).isFalse();

        long settled = catalog.choices().revision();
        Asset other = Samples.add(indexing, folder.resolve("b.jpg"), Samples.NOON, List.of(Samples.face(0.4)));
        assertThat(catalog.choices().revision()).as("a new face may be hers").isGreaterThan(settled);
        assertThat(catalog.choices().inForce().choices())
                .extracting(Choice::subject)
                .contains(new Subject.OfAsset(other.hash()));
    }

    @Test
    void whatIsFoundAnewCountsOnlyWhereItDecidesWhatMayBeShown() {
        long before = catalog.choices().revision();
        Samples.add(indexing, folder.resolve("b.jpg"), Samples.NOON, List.of(Samples.face(0.4)));
        indexing.updateFacts(asset.id(), Samples.facts(Samples.NOON), "m2");
        assertThat(catalog.choices().revision()).isEqualTo(before);
        indexing.updateFacts(asset.id(), Samples.facts(Samples.NOON).withHidden(), "m2");
        long hidden = catalog.choices().revision();
        assertThat(hidden).isGreaterThan(before);
        indexing.reconcile(folder, Set.of());
        assertThat(catalog.choices().revision()).as("no file is there any more").isGreaterThan(hidden);
    }
}
