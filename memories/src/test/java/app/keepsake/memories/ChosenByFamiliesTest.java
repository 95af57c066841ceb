package app.keepsake.memories;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Subject;
import app.keepsake.simulator.Photo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a family would look for first in a library in which nobody was named yet. */
final class ChosenByFamiliesTest {
    @Test
    void cakesOnTheSameDayOfYearsAreBirthdays() {
        FamilyLibrary family = FamilyLibrary.quietSince(2018);
        for (int year = 2018; year < 2024; year++) {
            family.on(
                    LocalDate.of(year, 3, 11).plusDays(year % 3),
                    2,
                    photo -> photo.tag("cake").face(0));
            family.on(
                    LocalDate.of(year, 3, 11).plusDays(year % 3),
                    2,
                    photo -> photo.face(0).face(0));
        }
        assertThat(family.names()).contains("Birthdays, year after year | March \u00b7 2018\u20132023");
    }

    @Test
    void cakesOfAllDaysAreNoBirthdays() {
        FamilyLibrary family = FamilyLibrary.quietSince(2018);
        for (int i = 0; i < 150; i++) {
            family.on(LocalDate.of(2018, 1, 4).plusDays(14L * i), 2, photo -> photo.tag("cake"));
        }
        assertThat(family.told()).extracting(Memory::kind).doesNotContain("birthday");
    }

    @Test
    void somebodyWhomNobodyNamedIsToldThroughTheYears() {
        FamilyLibrary family = FamilyLibrary.quietSince(2015)
                .knows(new Person(7, Optional.empty(), false, false, OptionalLong.empty(), Optional.empty()));
        for (int year = 2015; year < 2024; year++) {
            family.on(LocalDate.of(year, 7, 2).plusDays(year % 20), 2, photo -> photo.face(7));
        }
        assertThat(family.names()).contains("Through the years | 2015\u20132023");
    }

    @Test
    void aChildGrowsUp() {
        Person clara = new Person(
                7, Optional.of("Clara"), false, false, OptionalLong.empty(), Optional.of(LocalDate.of(2014, 12, 1)));
        FamilyLibrary family = FamilyLibrary.quietSince(2015).knows(clara);
        for (int year = 2015; year < 2024; year++) {
            family.on(LocalDate.of(year, 7, 2).plusDays(year % 20), year == 2023 ? 60 : 3, photo -> photo.face(7));
        }
        Memory told = family.told().stream()
                .filter(memory -> memory.title().equals("Clara grows up"))
                .findFirst()
                .orElseThrow();
        assertThat(told.subtitle()).isEqualTo("2015\u20132023");
        assertThat(told.shots())
                .as("the last year does not crowd the others out")
                .filteredOn(shot -> shot.assetId() < 265)
                .hasSizeGreaterThan(told.shots().size() / 2);
    }

    @Test
    void catsAreToldOfEvenWhereTheyAreFew() {
        FamilyLibrary family = FamilyLibrary.quietSince(2018);
        for (int i = 0; i < 9; i++) {
            family.on(LocalDate.of(2018, 5, 2).plusDays(200L * i), 1, photo -> photo.tag("cat"));
        }
        assertThat(family.names()).contains("Cats through the years | 2018\u20132022");
    }

    @Test
    void severalSignsTogetherAreAWedding() {
        FamilyLibrary family = FamilyLibrary.quietSince(2018);
        LocalDate day = LocalDate.of(2021, 8, 14);
        family.on(
                day,
                6,
                photo -> photo.tag("tie").face(0).face(0).face(0).face(0).face(0));
        family.on(day, 3, photo -> photo.tag("wine glass").face(0).face(0));
        family.on(day, 2, photo -> photo.tag("cake"));
        family.on(day, 2, photo -> photo.tag("vase"));
        assertThat(family.names()).contains("A wedding | August 14, 2021");
        assertThat(FamilyLibrary.names(family.teller(Locale.GERMANY).makeMemories(FamilyLibrary.TODAY, List.of())))
                .contains("Eine Hochzeit | 14. August 2021");
    }

    @Test
    void aDinnerInTiesIsNoWedding() {
        FamilyLibrary family = FamilyLibrary.quietSince(2018);
        LocalDate day = LocalDate.of(2021, 8, 14);
        family.on(day, 6, photo -> photo.tag("tie").face(0).face(0));
        family.on(day, 6, photo -> photo.tag("wine glass").face(0).face(0));
        assertThat(family.told()).extracting(Memory::kind).doesNotContain("wedding");
    }

    @Test
    void theMonthThatWasATripIsNotToldBesideIt() {
        FamilyLibrary family = FamilyLibrary.quietSince(2018);
        for (int i = 0; i < 12; i++) {
            family.on(LocalDate.of(2022, 8, 5).plusDays(i), 5, photo -> photo.in(Photo.LISBON));
        }
        assertThat(family.told())
                .extracting(Memory::title)
                .contains("Twelve days in Lisbon")
                .doesNotContain("Best of August 2022");
    }

    @Test
    void aDayInTwoCountriesIsNotToldAsOne() {
        FamilyLibrary family = FamilyLibrary.empty();
        for (int i = 0; i < 5; i++) {
            family.on(LocalDate.of(2023, 4, 1).plusDays(9L * i), 3, photo -> photo);
        }
        LocalDate day = LocalDate.of(2023, 7, 8);
        family.on(day, 9, photo -> photo.in(Photo.BERLIN));
        family.on(day, 9, photo -> photo.in(Photo.LISBON));
        List<Memory> told = family.told().stream()
                .filter(memory ->
                        memory.firstDay().equals(day) && memory.lastDay().equals(day))
                .toList();
        assertThat(told)
                .extracting(Memory::title)
                .anyMatch(title -> title.endsWith("in Berlin"))
                .anyMatch(title -> title.endsWith("in Lisbon"))
                .noneMatch(title -> title.contains("Germany"));
    }

    @Test
    void theNewestMonthIsTold() {
        FamilyLibrary family = FamilyLibrary.quietSince(2020);
        for (int i = 0; i < 14; i++) {
            family.on(LocalDate.of(2024, 6, 2).plusDays(i), 1, photo -> photo.in(Photo.BERLIN));
        }
        assertThat(family.names()).contains("June so far | The newest pictures");
        FamilyLibrary before = FamilyLibrary.empty();
        for (int i = 0; i < 14; i++) {
            before.on(LocalDate.of(2023, 2, 2).plusDays(i), 1, photo -> photo.in(Photo.BERLIN));
        }
        assertThat(before.names()).contains("February 2023 | The newest pictures");
    }

    @Test
    void theNewestMonthIsToldOnce() {
        FamilyLibrary family = FamilyLibrary.empty();
        for (int i = 0; i < 26; i++) {
            family.on(LocalDate.of(2024, 5, 2).plusDays(i), 2, photo -> photo.in(Photo.BERLIN));
        }
        assertThat(family.told()).extracting(Memory::title).contains("May 2024").doesNotContain("Best of May 2024");
    }

    @Test
    void firstsOfYearsAreTold() {
        FamilyLibrary family = FamilyLibrary.quietSince(2018);
        for (int year = 2018; year < 2023; year++) {
            family.on(LocalDate.of(year, 12, 3 + year % 7), 4, photo -> photo.tag("snow"));
            family.on(LocalDate.of(year + 1, 1, 20), 9, photo -> photo.tag("snow"));
            family.on(LocalDate.of(year, 5, 10 + year % 7), 9, photo -> photo.tag("coast"));
        }
        assertThat(family.names())
                .contains("First snow, year after year | 2018\u20132022")
                .contains("The first day at the sea | May 12, 2018");
        family.told().stream()
                .filter(memory -> memory.title().startsWith("First snow"))
                .forEach(memory -> assertThat(memory.shots()).hasSizeLessThanOrEqualTo(20));
    }

    @Test
    void yearsAgoWithinATripNamesThePlace() {
        FamilyLibrary family = FamilyLibrary.quietSince(2018);
        for (int i = 0; i < 9; i++) {
            family.on(LocalDate.of(2019, 6, 15).plusDays(i), 5, photo -> photo.in(Photo.LISBON));
        }
        assertThat(family.told()).extracting(Memory::title).contains("Five years ago in Lisbon");
        assertThat(family.teller(Locale.GERMANY).makeMemories(FamilyLibrary.TODAY, List.of()))
                .extracting(Memory::title)
                .contains("Vor f\u00fcnf Jahren in Lissabon");
    }

    @Test
    void manyWhoComeTogetherAreAGathering() {
        FamilyLibrary family = FamilyLibrary.quietSince(2018);
        LocalDate day = LocalDate.of(2022, 10, 8);
        family.on(day, 4, photo -> photo.face(1).face(2).face(3));
        family.on(day, 4, photo -> photo.face(4).face(5).face(6).face(7));
        assertThat(family.names()).contains("All together | October 8, 2022");
    }

    @Test
    void workIsLeftOutWhenOneSaysSo() {
        FamilyLibrary family = FamilyLibrary.quietSince(2020);
        LocalDate day = LocalDate.of(2023, 5, 6);
        family.on(day, 15, photo -> photo.tag("laptop").quality(0.9))
                .on(day, 10, photo -> photo.flag(Flag.Kind.DOCUMENT, 0.4))
                .on(day, 10, photo -> photo.tag("laptop").face(0))
                .on(day, 10, photo -> photo.tag("dog"));
        Storyteller teller = family.teller(Locale.US);
        Subject work = new Subject.OfTag("work");
        assertThat(teller.suggest(FamilyLibrary.TODAY, List.of()))
                .extracting(Suggestion::subject)
                .contains(work);
        Choice never = new Choice(1, Choice.Stance.NEVER, work, "", Instant.EPOCH);
        assertThat(teller.suggest(FamilyLibrary.TODAY, List.of(never))).isEmpty();
        long first = family.count() - 44;
        assertThat(teller.makeMemories(FamilyLibrary.TODAY, List.of(never)))
                .filteredOn(memory ->
                        memory.firstDay().equals(day) && memory.lastDay().equals(day))
                .isNotEmpty()
                .flatExtracting(Memory::shots)
                .extracting(Shot::assetId)
                .allMatch(id -> id >= first + 25);
    }

    @Test
    void aLargeLibraryWithoutDatesIsToldByWhatItShows() {
        FamilyLibrary family = FamilyLibrary.empty();
        LocalDate copied = LocalDate.of(2024, 6, 1);
        family.on(copied, 20, photo -> photo.undated().tag("cat"))
                .on(copied, 20, photo -> photo.undated().tag("coast"))
                .on(copied, 20, photo -> photo.undated().face(0))
                .on(copied, 600, Photo::undated);
        assertThat(family.names()).contains("Cats | ", "By the sea | ", "Faces | ", "Highlights | ");
    }

    @Test
    void twentyPhotosAreEnoughForAFirstFilm() {
        FamilyLibrary dated = FamilyLibrary.empty().on(LocalDate.of(2024, 6, 1), 20, photo -> photo);
        FamilyLibrary undated = FamilyLibrary.empty().on(LocalDate.of(2024, 6, 1), 20, Photo::undated);
        FamilyLibrary clips = FamilyLibrary.empty().on(LocalDate.of(2024, 6, 1), 20, Photo::clip);
        FamilyLibrary placeless = FamilyLibrary.empty()
                .on(LocalDate.of(2024, 6, 1), 10, photo -> photo)
                .on(LocalDate.of(2022, 6, 1), 10, photo -> photo);
        for (FamilyLibrary family : List.of(dated, undated, clips, placeless)) {
            List<Memory> first = family.teller(Locale.US).feature(FamilyLibrary.TODAY, List.of(), List.of(), 3);
            assertThat(first).isNotEmpty();
            assertThat(first.getFirst().shots()).hasSizeGreaterThanOrEqualTo(8);
            assertThat(first.getFirst().title()).isNotBlank();
        }
    }

    @Test
    void aSmallLibraryIsToldOfAFewPicturesEach() {
        FamilyLibrary family = FamilyLibrary.empty();
        family.on(LocalDate.of(2022, 6, 1), 6, photo -> photo.in(Photo.LISBON));
        family.on(LocalDate.of(2023, 6, 1), 6, photo -> photo.in(Photo.BERLIN));
        family.on(LocalDate.of(2024, 5, 1), 6, photo -> photo.in(Photo.MADRID));
        assertThat(family.told())
                .extracting(Memory::title)
                .contains("A Wednesday afternoon in Lisbon", "A Thursday afternoon in Berlin");
    }

    @Test
    void allShotsOfOneSomebodyShowHer() {
        FamilyLibrary family = FamilyLibrary.quietSince(2018);
        for (int i = 0; i < 9; i++) {
            family.on(LocalDate.of(2018, 5, 2).plusDays(200L * i), 1, photo -> photo.tag("cat"));
        }
        Memory cats = family.told().stream()
                .filter(memory -> memory.title().startsWith("Cats"))
                .findFirst()
                .orElseThrow();
        List<Long> quiet = FamilyLibrary.quietSince(2018).told().stream()
                .flatMap(memory -> memory.shots().stream())
                .map(Shot::assetId)
                .toList();
        assertThat(cats.shots()).extracting(Shot::assetId).doesNotContainAnyElementsOf(quiet);
    }
}
