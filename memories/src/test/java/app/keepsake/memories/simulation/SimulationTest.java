package app.keepsake.memories.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Showing;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Item;
import app.keepsake.memories.Libraries;
import app.keepsake.memories.Library;
import app.keepsake.memories.Storyteller;
import app.keepsake.memories.internal.analysis.LibraryAnalysis;
import app.keepsake.simulator.Habits;
import app.keepsake.simulator.Story;
import app.keepsake.simulator.Story.Journey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures what is found in libraries of a known story. */
final class SimulationTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
    private static final double TRIPS_FOUND = 0.95;
    private static final double BIRTHDAYS_FOUND = 0.9;

    static Stream<Arguments> libraries() {
        return Stream.of(
                Arguments.of(5_000, 1L), Arguments.of(5_000, 2L), Arguments.of(5_000, 3L), Arguments.of(50_000, 4L));
    }

    /** A library of the story and its memories, made once for all tests. */
    private record SimulatedLibrary(Story story, Library library, Storyteller teller, List<Memory> memories) {
        static SimulatedLibrary of(int count, long seed) {
            return TOLD.computeIfAbsent(count + " " + seed, key -> {
                Story story = Story.of(seed);
                Library library = simulated(story, count, seed);
                Storyteller teller = new Storyteller(library, Locale.US);
                return new SimulatedLibrary(story, library, teller, teller.makeMemories(TODAY, List.of()));
            });
        }
    }

    private static Library simulated(Story story, int count, long seed) {
        return Libraries.lived(story, count, Habits.TIDY, seed).library();
    }

    private static final Map<String, SimulatedLibrary> TOLD = new HashMap<>();

    @ParameterizedTest
    @MethodSource("libraries")
    void tripsAreFoundWithTheirDaysAndNoneInAnOrdinaryYear(int count, long seed) {
        SimulatedLibrary simulated = SimulatedLibrary.of(count, seed);
        Story story = simulated.story;
        List<Memory> trips = simulated.memories.stream()
                .filter(memory -> memory.kind().equals("trip"))
                .toList();
        List<Journey> missed = story.journeys().stream()
                .filter(journey -> trips.stream()
                        .noneMatch(trip -> trip.firstDay().equals(journey.first())
                                && trip.lastDay().equals(journey.last())))
                .toList();
        assertThat(missed).hasSizeLessThanOrEqualTo((int)
                ((1 - TRIPS_FOUND) * story.journeys().size()));
        assertThat(trips)
                .as("trips that nobody took")
                .allMatch(trip -> story.journeys().stream()
                        .anyMatch(journey -> !trip.firstDay().isAfter(journey.last())
                                && !trip.lastDay().isBefore(journey.first())));
        assertThat(trips).noneMatch(trip -> trip.firstDay().getYear() == Story.ORDINARY_YEAR);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aTripIsNamedAfterWhereItWas(int count, long seed) {
        SimulatedLibrary simulated = SimulatedLibrary.of(count, seed);
        for (Memory trip : simulated.memories) {
            if (trip.kind().equals("trip")) {
                Journey journey = simulated.story.journeys().stream()
                        .filter(each -> each.isOn(trip.firstDay()) || each.isOn(trip.lastDay()))
                        .findFirst()
                        .orElseThrow();
                assertThat(journey.stops())
                        .as(trip.title())
                        .anyMatch(stop -> trip.title().contains(stop.town())
                                || (!stop.region().isEmpty() && trip.title().contains(stop.region()))
                                || trip.title()
                                        .contains(Locale.of("", stop.country()).getDisplayCountry(Locale.US))
                                || trip.title().contains("away"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void birthdaysAreLearnt(int count, long seed) {
        Story story = SimulatedLibrary.of(count, seed).story;
        Map<Long, MonthDay> learnt = new LibraryAnalysis(SimulatedLibrary.of(count, seed).library).birthdays();
        long right = story.birthdays().entrySet().stream()
                .filter(entry -> entry.getValue().equals(learnt.get(entry.getKey())))
                .count();
        assertThat((double) right / story.birthdays().size())
                .as("%s of %s", learnt, story.birthdays())
                .isGreaterThanOrEqualTo(BIRTHDAYS_FOUND);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void nothingMundaneOrSadIsTold(int count, long seed) {
        SimulatedLibrary simulated = SimulatedLibrary.of(count, seed);
        Map<Long, Item> items = byId(simulated.library);
        assertThat(simulated.memories)
                .isNotEmpty()
                .flatExtracting(Memory::shots)
                .extracting(shot -> items.get(shot.assetId()))
                .allMatch(item -> item.mundane() < 0.5 && item.sensitive() < 0.5);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void thoseWhoAreGoneAreToldOfOnlyWhenAsked(int count, long seed) {
        SimulatedLibrary simulated = SimulatedLibrary.of(count, seed);
        Map<Long, Item> items = byId(simulated.library);
        Storyteller teller = simulated.teller;
        assertThat(simulated.memories)
                .flatExtracting(Memory::shots)
                .extracting(shot -> items.get(shot.assetId()))
                .noneMatch(item -> item.people().contains(Story.GRANDMOTHER)
                        || item.people().contains(Story.FORMER_PARTNER));
        assertThat(teller.suggest(TODAY, List.of()))
                .extracting(suggestion -> suggestion.subject())
                .contains(new Subject.OfPerson(Story.GRANDMOTHER), new Subject.OfPerson(Story.FORMER_PARTNER))
                .doesNotContain(new Subject.OfPerson(Story.MOTHER), new Subject.OfPerson(Story.FRIEND))
                .contains(new Subject.OfDates(Story.HOSPITAL_FROM, Story.HOSPITAL_TO));
        assertThat(teller.create("Eva", TODAY, List.of()).orElseThrow().shots())
                .extracting(shot -> items.get(shot.assetId()))
                .allMatch(item -> item.people().contains(Story.GRANDMOTHER));
        Choice allowed = choice(1, Choice.Stance.ALLOW, new Subject.OfPerson(Story.GRANDMOTHER));
        assertThat(teller.makeMemories(TODAY, List.of(allowed)))
                .flatExtracting(Memory::shots)
                .extracting(shot -> items.get(shot.assetId()))
                .anyMatch(item -> item.people().contains(Story.GRANDMOTHER));
    }

    @Test
    void eachDayOfASeasonHasANewMemory() {
        SimulatedLibrary simulated = SimulatedLibrary.of(5_000, 1);
        showEachDay(simulated.teller, 45);
    }

    @Test
    @Tag("slow")
    void eachDayOfAYearHasANewMemory() {
        SimulatedLibrary simulated = SimulatedLibrary.of(5_000, 2);
        showEachDay(simulated.teller, 365);
    }

    private static void showEachDay(Storyteller teller, int days) {
        List<Showing> shown = new ArrayList<>();
        for (LocalDate day = TODAY; day.isBefore(TODAY.plusDays(days)); day = day.plusDays(1)) {
            List<Memory> featured = teller.feature(day, List.of(), shown, 1);
            assertThat(featured).as("on %s", day).hasSize(1);
            Memory memory = featured.getFirst();
            List<Long> assets =
                    memory.shots().stream().map(Shot::assetId).sorted().toList();
            for (Showing before : shown) {
                assertThat(before.memoryId()).isNotEqualTo(memory.id());
                long shared =
                        assets.stream().filter(before.assetIds()::contains).count();
                assertThat(shared * 2)
                        .as("%s and %s", memory.id(), before.memoryId())
                        .isLessThanOrEqualTo(
                                Math.min(assets.size(), before.assetIds().size()));
            }
            shown.add(new Showing(day, memory.id(), memory.kind(), assets));
        }
    }

    @Test
    void noTwoOfADayShareMoreThanHalf() {
        SimulatedLibrary simulated = SimulatedLibrary.of(5_000, 3);
        List<Memory> featured = simulated.teller.feature(TODAY, List.of(), List.of(), 30);
        assertThat(featured).hasSize(30);
        for (Memory one : featured) {
            for (Memory other : featured) {
                if (one != other) {
                    long shared = one.shots().stream()
                            .filter(shot ->
                                    other.shots().stream().anyMatch(another -> another.assetId() == shot.assetId()))
                            .count();
                    assertThat(shared * 2)
                            .isLessThanOrEqualTo(
                                    Math.min(one.shots().size(), other.shots().size()));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void whatRandomChoicesExcludeIsInNoMemory(long seed) {
        Library library = simulated(Story.of(seed), 5_000, seed);
        Map<Long, Item> items = byId(library);
        Storyteller teller = new Storyteller(library, Locale.US);
        teller.makeMemories(TODAY, List.of());
        Random random = new Random(seed);
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            choices.add(choice(i, Choice.Stance.NEVER, subject(random, library)));
            List<Memory> memories = teller.makeMemories(TODAY, choices);
            for (Memory memory : memories) {
                for (Shot shot : memory.shots()) {
                    Item item = items.get(shot.assetId());
                    assertThat(choices)
                            .as("%s in %s", item, memory.title())
                            .noneMatch(choice -> excludes(choice.subject(), item, memory));
                }
            }
            assertThat(memories)
                    .as("what is remembered from before changes nothing")
                    .isEqualTo(new Storyteller(library, Locale.US).makeMemories(TODAY, choices));
        }
    }

    private static Choice choice(long id, Choice.Stance stance, Subject subject) {
        return new Choice(id, stance, subject, "", Instant.EPOCH);
    }

    private static Subject subject(Random random, Library library) {
        Item item = library.items().get(random.nextInt(library.items().size()));
        return switch (random.nextInt(9)) {
            case 0 -> new Subject.OfPerson(1 + random.nextInt(7));
            case 1 -> new Subject.OfPair(1 + random.nextInt(3), 4 + random.nextInt(4));
            case 2 ->
                new Subject.OfPlace(item.place() == null ? "Rome" : item.place().name());
            case 3 ->
                new Subject.OfPlace(item.place() == null ? "it" : item.place().countryCode());
            case 4 -> new Subject.OfDates(item.day().minusDays(random.nextInt(40)), item.day());
            case 5 ->
                new Subject.OfTag(item.tags().isEmpty() ? "beach" : item.tags().getFirst());
            case 6 -> new Subject.OfFolder("/photos/" + item.day().getYear() + (random.nextBoolean() ? "/phone" : ""));
            case 7 -> new Subject.OfKind(random.nextBoolean() ? "trip" : "season");
            default -> random.nextBoolean() ? new Subject.OfHoliday("CHRISTMAS") : new Subject.OfAsset(item.hash());
        };
    }

    /** Written anew, not by the code under test. */
    private static boolean excludes(Subject subject, Item item, Memory memory) {
        return switch (subject) {
            case Subject.OfPerson(long id) -> item.people().contains(id);
            case Subject.OfPair(long first, long second) -> item.people().containsAll(List.of(first, second));
            case Subject.OfPlace(String name) ->
                item.place() != null
                        && List.of(
                                        item.place().name(),
                                        item.place().region(),
                                        item.place().countryCode())
                                .stream()
                                .anyMatch(name::equalsIgnoreCase);
            case Subject.OfDates(LocalDate first, LocalDate last) ->
                !item.time().toLocalDate().isBefore(first)
                        && !item.time().toLocalDate().isAfter(last);
            case Subject.OfTag(String name) -> item.tags().contains(name);
            case Subject.OfFolder(String path) -> (item.folder() + "/").startsWith(path + "/");
            case Subject.OfKind(String kind) -> memory.kind().equals(kind);
            case Subject.OfAsset(ContentHash hash) -> item.hash().equals(hash);
            case Subject.OfHoliday(String key) ->
                item.place() != null
                        && item.place().countryCode().equals("DE")
                        && item.time().getMonthValue() == 12
                        && item.time().getDayOfMonth() == 25;
        };
    }

    private static Map<Long, Item> byId(Library library) {
        Map<Long, Item> items = new HashMap<>();
        library.items().forEach(item -> items.put(item.id(), item));
        return items;
    }
}
