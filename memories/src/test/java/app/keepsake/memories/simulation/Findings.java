package app.keepsake.memories.simulation;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.memories.Libraries;
import app.keepsake.memories.Libraries.Life;
import app.keepsake.memories.Storyteller;
import app.keepsake.memories.internal.analysis.LibraryAnalysis;
import app.keepsake.simulator.Habits;
import app.keepsake.simulator.Photo.Spot;
import app.keepsake.simulator.Story;
import app.keepsake.simulator.Story.Journey;
import app.keepsake.simulator.World;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What was found in a library, against its story.
 *
 * @param journeys that were made
 * @param foundTrips of them, those told by a trip that shares a day with them
 * @param exactTrips of them, those told with the right first and last day
 * @param falseTrips told, though nobody travelled
 * @param tripsOfOrdinaryYear told of the year without journeys
 * @param birthdays of the family
 * @param rightBirthdays learnt to the day
 * @param nearBirthdays learnt with three days' error at most, not to the day
 * @param wrongBirthdays learnt otherwise
 * @param placed memories whose title or subtitle names a town
 * @param misplaced of them, those of whose shots less than four fifths were taken in the towns named
 */
record Findings(
        int journeys,
        int foundTrips,
        int exactTrips,
        int falseTrips,
        int tripsOfOrdinaryYear,
        int birthdays,
        int rightBirthdays,
        int nearBirthdays,
        int wrongBirthdays,
        int placed,
        int misplaced) {
    static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
    private static final double NEARLY_ALL = 0.8;

    /** Tells a library of a seed's story. */
    static Findings of(int count, Habits habits, long seed) {
        Story story = Story.of(seed);
        Life life = Libraries.lived(story, count, habits, seed);
        return of(story, life, new Storyteller(life.library(), Locale.US).makeMemories(TODAY, List.of()));
    }

    private static Findings of(Story story, Life life, List<Memory> memories) {
        List<Memory> trips =
                memories.stream().filter(memory -> memory.kind().equals("trip")).toList();
        Map<Long, MonthDay> learnt = new LibraryAnalysis(life.library()).birthdays();
        int right = 0;
        int near = 0;
        int wrong = 0;
        for (Map.Entry<Long, MonthDay> birthday : story.birthdays().entrySet()) {
            MonthDay found = learnt.get(birthday.getKey());
            if (found != null) {
                int distance = distance(found, birthday.getValue());
                right += distance == 0 ? 1 : 0;
                near += distance > 0 && distance <= 3 ? 1 : 0;
                wrong += distance > 3 ? 1 : 0;
            }
        }
        List<Memory> placed =
                memories.stream().filter(memory -> !towns(memory).isEmpty()).toList();
        return new Findings(
                story.journeys().size(),
                (int) story.journeys().stream()
                        .filter(journey -> trips.stream().anyMatch(trip -> overlaps(journey, trip)))
                        .count(),
                (int) story.journeys().stream()
                        .filter(journey -> trips.stream()
                                .anyMatch(trip -> trip.firstDay().equals(journey.first())
                                        && trip.lastDay().equals(journey.last())))
                        .count(),
                (int) trips.stream().filter(trip -> isFalse(trip, story)).count(),
                (int) trips.stream()
                        .filter(trip -> trip.firstDay().getYear() == Story.ORDINARY_YEAR)
                        .count(),
                story.birthdays().size(),
                right,
                near,
                wrong,
                placed.size(),
                (int) placed.stream()
                        .filter(memory -> isMisplaced(memory, life.whereabouts()))
                        .count());
    }

    private static int distance(MonthDay a, MonthDay b) {
        int days = Math.abs(a.atYear(2000).getDayOfYear() - b.atYear(2000).getDayOfYear());
        return Math.min(days, 366 - days);
    }

    private static boolean overlaps(Journey journey, Memory trip) {
        return !trip.firstDay().isAfter(journey.last()) && !trip.lastDay().isBefore(journey.first());
    }

    private static boolean isFalse(Memory trip, Story story) {
        for (LocalDate day = trip.firstDay(); !day.isAfter(trip.lastDay()); day = day.plusDays(1)) {
            if (story.journeyOn(day).isPresent() || story.isWorkTrip(day)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> towns(Memory memory) {
        return World.towns()
                .filter(town -> (memory.title() + " " + memory.subtitle()).contains(town))
                .toList();
    }

    private static boolean isMisplaced(Memory memory, Map<Long, Spot> whereabouts) {
        List<String> named = towns(memory);
        List<Spot> known = memory.shots().stream()
                .map(Shot::assetId)
                .map(whereabouts::get)
                .filter(Objects::nonNull)
                .toList();
        // A region or a state may be called like its town.
        long there = known.stream()
                .filter(spot -> named.contains(spot.town()) || named.contains(spot.region()))
                .count();
        return there < NEARLY_ALL * known.size();
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "trips %d, found %d, right days %d, false %d (ordinary year %d); birthdays %d, right %d, near %d,"
                        + " wrong %d; titles with towns %d, wrong %d",
                journeys,
                foundTrips,
                exactTrips,
                falseTrips,
                tripsOfOrdinaryYear,
                birthdays,
                rightBirthdays,
                nearBirthdays,
                wrongBirthdays,
                placed,
                misplaced);
    }

    /** Measures libraries of tidy and of untidy lives: arguments are seeds. */
    public static void main(String[] arguments) {
        for (int count : new int[] {800, 5_000, 50_000}) {
            for (String seed : arguments) {
                for (Habits habits : List.of(Habits.TIDY, Habits.UNTIDY)) {
                    String lives = habits.equals(Habits.TIDY) ? "tidy" : "untidy";
                    String found = of(count, habits, Long.parseLong(seed)).line();
                    System.out.printf("%d assets, %s, seed %s: %s%n", count, lives, seed, found);
                }
            }
        }
    }
}
