package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
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
