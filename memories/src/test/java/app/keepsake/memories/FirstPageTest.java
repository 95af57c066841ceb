package app.keepsake.memories;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.memories.FirstPage.Part;
import app.keepsake.memories.FirstPage.Placed;
import app.keepsake.memories.FirstPage.Section;
import app.keepsake.simulator.Habits;
import app.keepsake.simulator.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class FirstPageTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    private static Memory memory(String id, String kind, long first, long last) {
        List<Shot> shots = LongStream.rangeClosed(first, last)
                .mapToObj(asset -> new Shot(asset, Shot.Role.BODY, ""))
                .toList();
        return new Memory(id, kind, id, "", TODAY, TODAY, 1, 0, shots, "v").coveredBy(first);
    }

    private static List<String> ids(List<Section> page, Part part) {
        return page.stream()
                .filter(section -> section.part() == part)
                .flatMap(section -> section.memories().stream())
                .map(placed -> placed.memory().id())
                .toList();
    }

    @Test
    void whatSharesAThirdWithABetterOneIsLeftOut() {
        List<Memory> best =
                List.of(memory("trip", "trip", 1, 9), memory("month", "best-of", 6, 14), memory("days", "days", 7, 15));
        List<Section> page = FirstPage.of(best, Set.of("trip"), 3, List.of());
        assertThat(ids(page, Part.TODAY)).containsExactly("trip");
        assertThat(ids(page, Part.OTHERS)).as("four of nine are shared").isEmpty();
        assertThat(ids(page, Part.TRIPS)).as("three of nine are shared").containsExactly("days");
    }

    @Test
    void noPictureStandsForTwo() {
        Memory other = memory("cats", "pet", 9, 17).coveredBy(9);
        List<Section> page =
                FirstPage.of(List.of(memory("trip", "trip", 1, 9).coveredBy(9), other), Set.of("trip"), 3, List.of());
        assertThat(page.stream().flatMap(section -> section.memories().stream()))
                .extracting(Placed::cover)
                .containsExactly(9L, 10L);
    }

    @Test
    void whatIsPinnedIsThereWhateverItShares() {
        List<Memory> best = List.of(memory("trip", "trip", 1, 9), memory("year", "best-of", 1, 9));
        List<Section> page = FirstPage.of(best, Set.of("trip"), 3, List.of("year", "gone"));
        assertThat(ids(page, Part.PINNED)).containsExactly("year");
    }

    @Test
    void aDayThatIsNotToldYetShowsTheBestButNoneOfAnotherDay() {
        List<Memory> best = List.of(
                memory("ago", "on-this-day", 1, 9), memory("asked", "request", 11, 19), memory("trip", "trip", 21, 29));
        List<Section> page = FirstPage.of(best, Set.of("elsewhere"), 3, List.of());
        assertThat(ids(page, Part.TODAY)).containsExactly("trip");
        assertThat(page.stream().flatMap(section -> section.memories().stream()))
                .noneMatch(placed -> placed.memory().id().equals("ago"));
    }

    @Test
    void aPartIsNoListOfOneKind() {
        List<Memory> best = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            best.add(memory("trip-" + i, "trip", 10L * i, 10L * i + 8));
        }
        best.add(memory("days", "days", 200, 208));
        assertThat(ids(FirstPage.of(best, Set.of("trip-1"), 3, List.of()), Part.TRIPS))
                .containsExactly("trip-2", "trip-3", "trip-4", "trip-5", "days");
    }

    @Test
    void ofAFamilyNoTwoShareAThirdOrTheCover() {
        Library library = Libraries.lived(Story.of(3), 5_000, Habits.TIDY, 3).library();
        Storyteller teller = new Storyteller(library, Locale.US);
        List<Memory> best = teller.makeMemories(TODAY, List.of());
        Set<String> today = new HashSet<>();
        teller.feature(TODAY, List.of(), List.of(), 3).forEach(memory -> today.add(memory.id()));
        List<Section> page = FirstPage.of(best, today, 3, List.of());
        assertThat(page).extracting(Section::part).contains(Part.TODAY, Part.TRIPS, Part.PEOPLE, Part.YEARS);
        List<Placed> all =
                page.stream().flatMap(section -> section.memories().stream()).toList();
        assertThat(all).hasSizeGreaterThan(20).extracting(Placed::cover).doesNotHaveDuplicates();
        for (Placed one : all) {
            for (Placed other : all) {
                if (one != other) {
                    Set<Long> shared = new HashSet<>();
                    one.memory().shots().forEach(shot -> shared.add(shot.assetId()));
                    shared.retainAll(
                            other.memory().shots().stream().map(Shot::assetId).toList());
                    assertThat(3 * shared.size())
                            .as(one.memory().title() + " and " + other.memory().title())
                            .isLessThanOrEqualTo(Math.min(
                                    one.memory().shots().size(),
                                    other.memory().shots().size()));
                }
            }
        }
    }
}
