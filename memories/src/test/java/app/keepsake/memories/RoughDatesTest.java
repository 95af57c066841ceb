package app.keepsake.memories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Subject;
import app.keepsake.catalog.Taken;
import app.keepsake.simulator.Photo;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of which is known only roughly when they were taken. */
final class RoughDatesTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 1);
    private static final long FIRST_ROUGH = 5000;

    /** A present-day life, and prints of one time. */
    private static List<Photo> with(String taken, int count) {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            photos.add(Photo.of(
                    i, LocalDateTime.of(2023, 1, 1, 9, 0).plusDays(4L * i).plusHours(i % 9)));
        }
        for (int i = 0; i < count; i++) {
            photos.add(Photo.of(FIRST_ROUGH + i, LocalDateTime.MAX)
                    .roughly(Taken.parse(taken))
                    .folder("/photos/Album")
                    .tag("garden"));
        }
        return photos;
    }

    private static List<Memory> told(List<Photo> photos, Locale locale) {
        return new Storyteller(Libraries.of(photos), locale).makeMemories(TODAY, List.of());
    }

    private static List<Memory> showing(List<Memory> memories) {
        return memories.stream()
                .filter(memory -> memory.shots().stream().anyMatch(shot -> shot.assetId() >= FIRST_ROUGH))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1985, 1985, 1985",
        "1985-07, July 1985, Juli 1985",
        "1983..1986, 1983–1986, 1983–1986",
        "1985-07-14, 'July 14, 1985', 14. Juli 1985",
        "1985-06..1985-08, June – August 1985, Juni–August 1985"
    })
    void titlesTellNoMoreThanIsKnown(String taken, String english, String german) {
        Path album = Path.of("/photos/Album");
        List<Photo> photos = with(taken, 12);
        assertThat(new Storyteller(Libraries.of(photos), Locale.US)
                        .ofFolder(album, TODAY, List.of())
                        .orElseThrow()
                        .subtitle())
                .isEqualTo(english);
        assertThat(new Storyteller(Libraries.of(photos), Locale.GERMANY)
                        .ofFolder(album, TODAY, List.of())
                        .orElseThrow()
                        .subtitle())
                .isEqualTo(german);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1985-07", "1985", "1980s", "2023-07", "2023"})
    void theyAreOfNoDay(String taken) {
        Set<String> ofDays = Set.of("on-this-day", "days", "trip", "holiday", "birthday", "last-weekend");
        LocalDate first = Taken.parse(taken).firstDay();
        List<Photo> photos = with(taken, 60);
        for (LocalDate today :
                List.of(TODAY, first.withYear(2024), first.withYear(2024).plusDays(2))) {
            List<Memory> memories = new Storyteller(Libraries.of(photos), Locale.US).makeMemories(today, List.of());
            assertThat(showing(memories))
                    .as("on %s", today)
                    .isNotEmpty()
                    .noneMatch(memory -> ofDays.contains(memory.kind()));
        }
    }

    @Test
    void theDayItselfIsEnoughForTheDay() {
        List<Memory> memories = told(with("1985-07-01", 60), Locale.US);
        assertThat(showing(memories)).anyMatch(memory -> memory.kind().equals("on-this-day"));
    }

    @Test
    void aDayWithoutATimeIsOfNoPartOfIt() {
        assertThat(showing(told(with("1985-07-14", 60), Locale.US)))
                .filteredOn(memory -> memory.kind().equals("days"))
                .isNotEmpty()
                .noneMatch(memory -> (memory.title() + memory.subtitle()).contains("fternoon"));
    }

    @Test
    void aMonthIsOfItsMonthSeasonAndYearAndAYearOfItsYear() {
        Set<String> titles = showing(told(with("2021-07", 60), Locale.US)).stream()
                .map(Memory::title)
                .collect(Collectors.toSet());
        assertThat(titles).contains("Best of July 2021", "Best of 2021");
        titles = showing(told(with("2021", 60), Locale.US)).stream()
                .map(Memory::title)
                .collect(Collectors.toSet());
        assertThat(titles).contains("Best of 2021").noneMatch(title -> title.matches(".*(?:January|Winter).*"));
        titles = showing(told(with("2020..2021", 60), Locale.US)).stream()
                .map(Memory::title)
                .collect(Collectors.toSet());
        assertThat(titles).noneMatch(title -> title.startsWith("Best of"));
    }

    @Test
    void aSeasonIsToldOfMonths() {
        List<Photo> photos = with("1985-06", 10);
        for (String month : List.of("1985-07", "1985-08")) {
            for (int i = 0; i < 10; i++) {
                photos.add(
                        Photo.of(FIRST_ROUGH + photos.size(), LocalDateTime.MAX).roughly(Taken.parse(month)));
            }
        }
        for (int i = 0; i < 6; i++) {
            photos.add(Photo.of(FIRST_ROUGH + photos.size(), LocalDateTime.MAX)
                    .roughly(Taken.parse("1985-08-0" + (i + 1))));
        }
        assertThat(showing(told(photos, Locale.US))).anySatisfy(memory -> {
            assertThat(memory.kind()).isEqualTo("season");
            assertThat(memory.title()).isEqualTo("Summer 1985");
        });
        assertThat(showing(told(photos, Locale.GERMANY)))
                .anyMatch(memory -> memory.title().equals("Sommer 1985"));
    }

    @Test
    void aRequestFindsThemByWhatIsKnown() {
        Storyteller teller = new Storyteller(Libraries.of(with("1985-07", 12)), Locale.US);
        assertThat(teller.create("garden 1985", TODAY, List.of())).isPresent();
        assertThat(teller.create("garden July", TODAY, List.of())).isPresent();
        assertThat(teller.create("garden summer", TODAY, List.of())).isPresent();
        Storyteller ofYear = new Storyteller(Libraries.of(with("1985", 12)), Locale.US);
        assertThat(ofYear.create("garden 1985", TODAY, List.of())).isPresent();
        assertThat(ofYear.create("garden January", TODAY, List.of())).isEmpty();
        Storyteller ofDecade = new Storyteller(Libraries.of(with("1980s", 12)), Locale.US);
        assertThat(ofDecade.create("garden 1980", TODAY, List.of())).isEmpty();
    }

    @Test
    void whatMayBeOfForbiddenDaysIsNotShown() {
        Path album = Path.of("/photos/Album");
        Choice never = choice(Choice.Stance.NEVER, "1985-07-14", "1985-07-15");
        Choice elsewhere = choice(Choice.Stance.NEVER, "1985-08-01", "1985-08-15");
        Storyteller teller = new Storyteller(Libraries.of(with("1985-07", 12)), Locale.US);
        assertThat(teller.ofFolder(album, TODAY, List.of(never))).isEmpty();
        assertThat(teller.ofFolder(album, TODAY, List.of(elsewhere))).isPresent();
    }

    private static Choice choice(Choice.Stance stance, String first, String last) {
        return new Choice(
                1, stance, new Subject.OfDates(LocalDate.parse(first), LocalDate.parse(last)), "", Instant.EPOCH);
    }

    @Test
    void noHolidayIsTheirs() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            photos.add(Photo.of(FIRST_ROUGH + i, LocalDateTime.MAX)
                    .in(Photo.BERLIN)
                    .roughly(Taken.parse("1985")));
        }
        Choice never = new Choice(1, Choice.Stance.NEVER, new Subject.OfHoliday("NEW_YEAR"), "", Instant.EPOCH);
        Storyteller teller = new Storyteller(Libraries.of(photos), Locale.US);
        assertThat(teller.makeMemories(TODAY, List.of(never)))
                .isNotEmpty()
                .noneMatch(memory -> memory.kind().equals("holiday"));
    }

    @Test
    void aYearThatSomebodyWroteIsNoClockThatBeganAnew() {
        Library library = Libraries.of(with("1985", 12));
        assertThat(library.items()).filteredOn(item -> item.id() >= FIRST_ROUGH).hasSize(12);
        assertThat(library.undated()).isEmpty();
    }

    @Test
    void theDayOfScanningIsNoDate() {
        List<Photo> photos = with("1985", 0);
        for (int i = 0; i < 30; i++) {
            photos.add(Photo.of(
                            FIRST_ROUGH + i, LocalDateTime.of(2023, 8, 1, 12, 0).plusMinutes(i))
                    .scanned()
                    .doubted(DateDoubt.SCANNED));
        }
        assertThat(Libraries.of(photos).undated()).hasSize(30);
    }

    @Test
    void theOldAlbumIsToldByDecades() {
        List<Photo> photos = with("1985-07", 12);
        for (int i = 0; i < 12; i++) {
            photos.add(
                    Photo.of(FIRST_ROUGH + 100 + i, LocalDateTime.MAX).scanned().roughly(Taken.parse("197" + i % 3)));
            photos.add(Photo.of(FIRST_ROUGH + 200 + i, LocalDateTime.of(2009, 3, 1, 12, i))
                    .scanned());
            photos.add(Photo.of(FIRST_ROUGH + 300 + i, LocalDateTime.MAX).roughly(Taken.parse("1975..1985")));
        }
        List<Memory> album = told(photos, Locale.US).stream()
                .filter(memory -> memory.kind().equals("old-album"))
                .toList();
        assertThat(album)
                .extracting(Memory::title, Memory::subtitle)
                .containsExactlyInAnyOrder(
                        tuple("From the old album: the 1970s", "1970–1972"),
                        tuple("From the old album: the 1980s", "July 1985"),
                        tuple("From the old album: the 2000s", "March 1, 2009"));
        assertThat(album)
                .flatExtracting(Memory::shots)
                .extracting(Shot::assetId)
                .as("of which decade is not known")
                .noneMatch(id -> id >= FIRST_ROUGH + 300);
        assertThat(told(photos, Locale.GERMANY))
                .extracting(Memory::title)
                .contains("Aus dem alten Album: die 1980er Jahre");
    }

    @Test
    void picturesOfADigitalCameraAreNoOldAlbum() {
        assertThat(told(with("2023-07", 60), Locale.US))
                .noneMatch(memory -> memory.kind().equals("old-album"));
    }

    @Test
    void placesAreToldOfTheYearsBefore1970() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            photos.add(Photo.of(i, LocalDateTime.of(2020, 1, 1, 12, 0).plusDays(3L * i))
                    .in(Photo.BERLIN));
        }
        for (int i = 0; i < 20; i++) {
            photos.add(Photo.of(
                            FIRST_ROUGH + i, LocalDateTime.of(1962, 8, 1, 12, 0).plusDays(i))
                    .in(Photo.LISBON)
                    .scanned());
        }
        assertThat(showing(told(photos, Locale.US))).isNotEmpty();
    }
}
