package app.keepsake.memories;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Taken;
import app.keepsake.simulator.Photo;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DescriptionsTest {
    private static final LocalDateTime JULY = LocalDateTime.of(2023, 7, 14, 15, 30);

    private static Person person(long id, String name, boolean hidden) {
        return new Person(
                id,
                Optional.of(name).filter(one -> !one.isEmpty()),
                hidden,
                false,
                OptionalLong.empty(),
                Optional.empty());
    }

    private static String told(AssetView view, String language, Person... people) {
        return new Descriptions(List.of(people), Locale.forLanguageTag(language)).of(view);
    }

    private static final Person ANNA = person(1, "Anna", false);
    private static final Person BEN = person(2, "Ben", false);

    @Test
    void whoWithWhatInWhichSurroundingsWhereAndWhen() {
        AssetView view = Photo.of(1, JULY)
                .in(Photo.LISBON)
                .face(1)
                .face(2)
                .tag("beach")
                .tag("dog")
                .tag("outdoors")
                .view();
        assertThat(told(view, "en", ANNA, BEN)).isEqualTo("Anna and Ben with dog at the beach in Lisbon, July 2023");
        assertThat(told(view, "de", ANNA, BEN)).isEqualTo("Anna und Ben mit Hund am Strand in Lissabon, Juli 2023");
    }

    @Test
    void aPetIsToldOfByItsNameAlone() {
        Person rex = new Person(9, Optional.of("Rex"), false, true, OptionalLong.empty(), Optional.empty());
        AssetView view =
                Photo.of(1, JULY).face(1).pet(9, "dog").tag("dog").tag("snow").view();
        assertThat(told(view, "de", ANNA, rex)).isEqualTo("Anna und Rex im Schnee, Juli 2023");
        assertThat(told(view, "de", ANNA)).contains("Hund");
    }

    @Test
    void whoIsHiddenIsNeverNamed() {
        AssetView view = Photo.of(1, JULY).face(1).face(2).view();
        assertThat(told(view, "en", ANNA, person(2, "Ben", true))).isEqualTo("Anna and one other, July 2023");
    }

    @Test
    void whoHasNoNameIsCounted() {
        AssetView view = Photo.of(1, JULY).face(3).face(4).view();
        assertThat(told(view, "en", ANNA)).isEqualTo("Two people, July 2023");
        assertThat(told(view, "de", ANNA)).isEqualTo("Zwei Personen, Juli 2023");
        assertThat(told(Photo.of(1, JULY).face(3).view(), "de")).isEqualTo("Eine Person, Juli 2023");
    }

    @ParameterizedTest
    @CsvSource({"1985, 1985", "1985-07, July 1985", "1985-07-14, July 1985", "1983..1986, 1983–1986"})
    void noMoreOfTheTimeThanIsKnown(String taken, String when) {
        AssetView view =
                Photo.of(1, JULY).roughly(Taken.parse(taken)).tag("beach").view();
        assertThat(told(view, "en")).isEqualTo("At the beach, " + when);
    }

    @Test
    void aClipIsCalledSo() {
        assertThat(told(Photo.of(1, JULY).in(Photo.PORTO).clip().view(), "en")).isEqualTo("Video: Porto, July 2023");
    }

    @Test
    void ofNothingNothingIsSaid() {
        assertThat(told(Photo.of(1, JULY).undated().view(), "en")).isEmpty();
    }
}
