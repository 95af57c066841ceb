package app.keepsake.memories.internal.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import app.keepsake.simulator.Photo;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The kinds that are about people: one, two together, several over the years, and animals. */
final class PeopleKindsTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
    private static final Person ANNA = KindMemories.person(1, "Anna");
    private static final Person BEN = KindMemories.person(2, "Ben");
    private static final Person CLARA = KindMemories.person(3, "Clara");

    private static List<Photo> together() {
        List<Photo> photos = new ArrayList<>();
        for (int week = 0; week < 4 * 52; week += 2) {
            Photo photo = Photo.of(week, LocalDateTime.of(2020, 5, 30, 12, 0).plusWeeks(week))
                    .face(1)
                    .face(2);
            photos.add(week % 8 == 0 ? photo.face(3) : photo);
        }
        return photos;
    }

    @Test
    void aPersonIsToldOfByNameAndByYear() {
        List<Memory> told = KindMemories.of(new PersonStory(), TODAY, together(), ANNA, BEN);
        assertThat(told).extracting(Memory::title).contains("Anna", "Anna in 2022", "Ben", "Ben in 2022");
    }

    @Test
    void whoHasNoNameIsNotToldOf() {
        assertThat(KindMemories.of(new PersonStory(), TODAY, together())).isEmpty();
    }

    @Test
    void twoTogetherAreTold() {
        List<Memory> told = KindMemories.of(new TwoTogether(), TODAY, together(), ANNA, BEN);
        assertThat(told).extracting(Memory::title).containsExactly("Anna and Ben");
    }

    @Test
    void severalOverTheYearsAreAFamily() {
        List<Memory> told = KindMemories.of(new FamilyYears(), TODAY, together(), ANNA, BEN, CLARA);
        assertThat(told).extracting(Memory::title).containsExactly("Together through the years");
        assertThat(told.getFirst().shots()).allMatch(shot -> shot.assetId() % 8 == 0);
    }

    @Test
    void thenAndNowLeavesOutTheYearsBetween() {
        List<Memory> told = KindMemories.of(new ThenAndNow(), TODAY.plusYears(1), seldom(), ANNA);
        assertThat(told).extracting(Memory::title).containsExactly("Anna: then and now");
        assertThat(told.getFirst().subtitle()).isEqualTo("2018 and 2023");
    }

    private static List<Photo> seldom() {
        List<Photo> photos = new ArrayList<>();
        for (int month = 0; month < 72; month++) {
            photos.add(Photo.of(month, LocalDateTime.of(2018, 1, 10, 12, 0).plusMonths(month))
                    .face(1));
        }
        return photos;
    }

    @Test
    void animalsAreToldOfByNameOrByWhatTheyAre() {
        List<Photo> photos = new ArrayList<>();
        for (int week = 0; week < 40; week++) {
            photos.add(Photo.of(week, LocalDateTime.of(2023, 6, 3, 12, 0).plusWeeks(week))
                    .face(9)
                    .tag("dog"));
        }
        assertThat(KindMemories.of(new Pets(), TODAY, photos, KindMemories.pet(9, "Rex")))
                .extracting(Memory::title)
                .contains("Rex", "Dogs");
    }

    private static List<Photo> withRex() {
        List<Photo> photos = new ArrayList<>();
        for (int month = 0; month < 60; month++) {
            photos.add(Photo.of(month, LocalDateTime.of(2019, 6, 3, 12, 0).plusMonths(month))
                    .pet(9, "dog")
                    .tag("dog"));
        }
        return photos;
    }

    @Test
    void aPetIsToldOfThroughTheYears() {
        List<Memory> told = KindMemories.of(new Pets(), TODAY, withRex(), KindMemories.pet(9, "Rex"));
        assertThat(told).extracting(Memory::title).contains("Rex through the years");
        assertThat(KindMemories.of(new PersonStory(), TODAY, withRex(), KindMemories.pet(9, "Rex")))
                .isEmpty();
        assertThat(KindMemories.in(Locale.GERMAN, new Pets(), TODAY, withRex(), KindMemories.pet(9, "Rex")))
                .extracting(Memory::title)
                .contains("Rex im Lauf der Jahre");
    }

    @Test
    void animalsAreNoGuests() {
        List<Photo> party = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            party.add(Photo.of(i, LocalDateTime.of(2023, 6, 3, 12, 0).plusMinutes(10 * i))
                    .face(1)
                    .face(2)
                    .face(3)
                    .face(4)
                    .pet(9, "dog"));
        }
        assertThat(KindMemories.of(new Gathering(), TODAY, party, KindMemories.pet(9, "Rex")))
                .isEmpty();
        party.forEach(photo -> photo.face(5));
        assertThat(KindMemories.of(new Gathering(), TODAY, party, KindMemories.pet(9, "Rex")))
                .hasSize(1);
    }
}
