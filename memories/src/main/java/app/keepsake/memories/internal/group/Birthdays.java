package app.keepsake.memories.internal.group;

import app.keepsake.memories.Item;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Learns a person's birthday: the day of the year on which, in most years, the person is on more of the pictures of
 * people than chance explains, and on the most; a cake helps. On holidays nobody's part grows, and on the birthdays of
 * others theirs grows more.
 */
public final class Birthdays {
    private static final int FEWEST_YEARS = 3;
    private static final int FEWEST_PICTURES = 3;
    private static final double NEARLY_MOST = 0.9;
    private static final double MOST_YEARS = 0.5;
    private static final double CLEARLY_AHEAD = 1.2;
    /** Standard deviations above the usual part; more than the last says no more. */
    private static final double LEAST_SURPRISE = 1.2;

    private static final double MOST_SURPRISE = 12;
    private static final double CAKE_SURPRISE = 2;
    /** Celebrations move to the weekend after; such days count less than the day itself. */
    private static final double[] NEARBY = {1, 0.6, 0.4, 0.4, 0.4, 0.4, 0.4};

    private Birthdays() {}

    private record Day(int person, int everybody, int most, boolean hasCake) {
        static Day of(List<Item> items, long person) {
            Map<Long, Integer> counts = new HashMap<>();
            int with = 0;
            int all = 0;
            boolean cake = false;
            for (Item item : items) {
                if (!item.people().isEmpty()) {
                    all++;
                    item.people().forEach(each -> counts.merge(each, 1, Integer::sum));
                    if (item.people().contains(person)) {
                        with++;
                        cake |= Signs.shows(item, Signs.CAKE);
                    }
                }
            }
            int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
            return new Day(with, all, most, cake);
        }

        boolean isAbout() {
            return person >= FEWEST_PICTURES && person >= NEARLY_MOST * most;
        }

        /** By how many standard deviations the person is on more pictures than usual (normal approximation). */
        double surprise(double usual) {
            double deviation = Math.sqrt(everybody * usual * (1 - usual));
            double surprise = (person - everybody * usual) / Math.max(0.5, deviation);
            return Math.min(MOST_SURPRISE, hasCake ? surprise + CAKE_SURPRISE : surprise);
        }
    }

    /** @param days the library's days by epoch day, to compare the person with everybody */
    public static Optional<MonthDay> learn(Acquaintance person, Map<Long, List<Item>> days) {
        long id = person.people().getFirst();
        Map<Long, Day> seen = new TreeMap<>();
        for (long epochDay : person.days()) {
            seen.put(epochDay, Day.of(days.getOrDefault(epochDay, List.of()), id));
        }
        double usual = (double) seen.values().stream().mapToInt(Day::person).sum()
                / seen.values().stream().mapToInt(Day::everybody).sum();
        Map<Integer, Map<MonthDay, Double>> surprises = new TreeMap<>();
        seen.forEach((epochDay, day) -> {
            LocalDate date = LocalDate.ofEpochDay(epochDay);
            Map<MonthDay, Double> ofYear = surprises.computeIfAbsent(date.getYear(), year -> new HashMap<>());
            double surprise = day.surprise(usual);
            if (day.isAbout() && surprise >= LEAST_SURPRISE) {
                ofYear.put(MonthDay.from(date), surprise);
            }
        });
        return best(surprises);
    }

    private static Optional<MonthDay> best(Map<Integer, Map<MonthDay, Double>> surprises) {
        record Scored(MonthDay day, double score, int years) {}
        List<Scored> all = new ArrayList<>();
        for (LocalDate date = LocalDate.of(2000, 1, 1); date.getYear() == 2000; date = date.plusDays(1)) {
            double score = 0;
            int years = 0;
            for (Map<MonthDay, Double> ofYear : surprises.values()) {
                double best = 0;
                for (int after = 0; after < NEARBY.length; after++) {
                    MonthDay near = MonthDay.from(date.plusDays(after));
                    best = Math.max(best, ofYear.getOrDefault(near, 0.0) * NEARBY[after]);
                }
                score += best;
                years += best > 0 ? 1 : 0;
            }
            all.add(new Scored(MonthDay.from(date), score, years));
        }
        all.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::day));
        Scored best = all.getFirst();
        double rival = all.stream()
                .filter(other -> distance(other.day(), best.day()) > 2 * NEARBY.length)
                .mapToDouble(Scored::score)
                .max()
                .orElse(0);
        boolean isClear = best.years() >= Math.max(FEWEST_YEARS, MOST_YEARS * surprises.size())
                && best.score() >= CLEARLY_AHEAD * rival;
        return isClear ? Optional.of(best.day()) : Optional.empty();
    }

    private static int distance(MonthDay a, MonthDay b) {
        int days = Math.abs(a.atYear(2000).getDayOfYear() - b.atYear(2000).getDayOfYear());
        return Math.min(days, 366 - days);
    }
}
