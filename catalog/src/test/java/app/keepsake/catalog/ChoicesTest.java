package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Engine.class)
final class ChoicesTest {
    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    static List<Subject> subjects() {
        return List.of(
                new Subject.OfPerson(7),
                new Subject.OfPair(3, 12),
                new Subject.OfPlace("S\u00e3o Paulo: Centro"),
                new Subject.OfDates(LocalDate.of(2020, 2, 29), LocalDate.of(2020, 3, 1)),
                new Subject.OfHoliday("CHRISTMAS"),
                new Subject.OfKind("trip"),
                new Subject.OfTag("golden hour"),
                new Subject.OfFolder("/photos/a..b+c"),
                new Subject.OfAsset(Samples.hash("a")));
    }

    @Test
    void choicesAreReadBackAfterReopening() {
        CatalogLocation place = engine.newCatalog(folder);
        List<Choice> made = new ArrayList<>();
        try (Catalog catalog = Catalog.open(place)) {
            for (Subject subject : subjects()) {
                made.add(catalog.choices().add(Choice.Stance.LESS, subject, "because"));
            }
        }
        try (Catalog catalog = Catalog.open(place)) {
            assertThat(catalog.choices().all()).isEqualTo(made);
            assertThat(made).extracting(Choice::subject).isEqualTo(subjects());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "person",
                "person:Anna",
                "pair:3",
                "pair:3+3",
                "dates:soon",
                "dates:2020-02-02..2020-01-01",
                "photo:12",
                "weather:rain"
            })
    void whatIsNoSubjectIsRefused(String text) {
        assertThatThrownBy(() -> Subject.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static AssetFacts half(boolean clip) {
        AssetFacts facts = clip
                ? AssetFacts.clip("QUICKTIME", 1440, 1080, Duration.ofSeconds(3), true)
                : AssetFacts.photo("HEIF", 4000, 3000)
                        .moving(new Movement(0, 0, Duration.ofSeconds(1), Duration.ofSeconds(3), 1440, 1080, true));
        return facts.takenAt(Samples.NOON, "EXIF").together(Optional.of("live-7"), Optional.empty());
    }

    @Test
    void aPhotoIsHiddenWithItsMovementAlsoWhenThatIsFoundLater() {
        try (Catalog catalog = Catalog.open(engine.newCatalog(folder));
                Indexing indexing = catalog.beginIndexing()) {
            Asset photo = Samples.add(indexing, folder.resolve("a.heic"), half(false));
            Asset other = Samples.add(indexing, folder.resolve("b.jpg"), Samples.facts(Samples.NOON));
            assertThat(catalog.assets().isHidden(photo)).isFalse();
            Subject itself = new Subject.OfAsset(photo.hash());
            Choice choice = catalog.choices().add(Choice.Stance.HIDE, itself, "");
            assertThat(catalog.choices().about(itself)).containsExactly(choice);
            assertThat(catalog.assets().isHidden(photo)).isTrue();
            assertThat(catalog.assets().isHidden(other)).isFalse();
            long before = catalog.choices().revision();

            Asset clip = Samples.add(indexing, folder.resolve("a.mov"), half(true));
            assertThat(catalog.choices().revision()).as("what decides").isGreaterThan(before);
            assertThat(catalog.assets().isHidden(clip)).isTrue();
            assertThat(catalog.assets().unseen()).containsExactlyInAnyOrder(photo.id(), clip.id());
            assertThat(catalog.assets().movements()).containsExactly(clip.id());
            assertThat(catalog.choices().inForce().choices())
                    .filteredOn(one -> one.stance() == Choice.Stance.HIDE)
                    .extracting(Choice::subject)
                    .containsExactly(itself, new Subject.OfAsset(clip.hash()));

            assertThat(catalog.choices().remove(choice.id())).isTrue();
            assertThat(catalog.assets().isHidden(clip)).isFalse();
            assertThat(catalog.assets().unseen()).isEmpty();
        }
    }

    @Test
    void nothingButPhotosAndClipsIsHiddenByAChoice() {
        try (Catalog catalog = Catalog.open(engine.newCatalog(folder))) {
            assertThatThrownBy(() -> catalog.choices().add(Choice.Stance.HIDE, new Subject.OfTag("food"), ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tag:food");
        }
    }

    @Test
    void aChoiceIsMadeOnceTakenBackAndMadeAnew() {
        Subject subject = new Subject.OfTag("food");
        try (Catalog catalog = Catalog.open(engine.newCatalog(folder))) {
            Choice first = catalog.choices().add(Choice.Stance.NEVER, subject, "");
            Choice same = catalog.choices().add(Choice.Stance.NEVER, subject, "really");
            assertThat(same.id()).isEqualTo(first.id());
            assertThat(catalog.choices().all()).extracting(Choice::note).containsExactly("really");
            assertThat(catalog.choices().remove(first.id())).isTrue();
            assertThat(catalog.choices().remove(first.id())).isFalse();
            assertThat(catalog.choices().all()).isEmpty();
            catalog.choices().add(Choice.Stance.NEVER, subject, "");
            assertThat(catalog.choices().all()).hasSize(1);
        }
    }

    private static List<ChoiceFile.Entry> endingBadly(List<ChoiceFile.Entry> entries) {
        return new AbstractList<>() {
            @Override
            public ChoiceFile.Entry get(int index) {
                if (index == entries.size()) {
                    throw new IllegalStateException("the end");
                }
                return entries.get(index);
            }

            @Override
            public int size() {
                return entries.size() + 1;
            }
        };
    }

    @Test
    void manyAreMadeAllOrNone() {
        try (Catalog catalog = Catalog.open(engine.newCatalog(folder))) {
            List<ChoiceFile.Entry> entries = new ArrayList<>();
            subjects().forEach(subject -> entries.add(new ChoiceFile.Entry(Choice.Stance.LESS, subject, "")));
            long before = catalog.choices().revision();
            assertThatThrownBy(() -> catalog.choices().addAll(endingBadly(entries)))
                    .hasMessage("the end");
            assertThat(catalog.choices().all()).isEmpty();
            assertThat(catalog.choices().revision()).isEqualTo(before);
            assertThat(catalog.choices().addAll(entries))
                    .isEqualTo(catalog.choices().all())
                    .hasSize(entries.size());
        }
    }
}
