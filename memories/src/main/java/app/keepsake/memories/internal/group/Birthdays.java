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
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns a person's birthday: the day of the year on which, in most years, the person is photographed much more than
 * on usual days and more than others are; a cake helps. Holidays, on which everybody is photographed more, do not pass
 * the second test.
 */
public final class Birthdays {
    private static final Set<String> CAKE = Set.of("cake", "birthday", "candle", "balloon");
    private static final int FEWEST_YEARS = 3;
    private static final int FEWEST_PICTURES = 3;
    private static final double MORE_PICTURES = 1.5;
    private static final double MORE_SHARE = 1.15;
    private static final double MOST_YEARS = 0.5;
    private static final double CLEARLY_AHEAD = 1.25;
    /** Celebrations move to the weekend nearby; such days count less than the day itself. */
    private static final double[] NEARBY = {1, 0.6, 0.3, 0.3};

    private Birthdays() {}

    private static final class Day {
        int person;
        int everybody;
        boolean cake;
    }

    /** @param days the library's days by epoch day, to compare the person with everybody */
    public static Optional<MonthDay> learn(Acquaintance person, Map<Long, List<Item>> days) {
        long id = person.people().getFirst();
        Map<Long, Day> seen = new TreeMap<>();
        for (long epochDay : person.days()) {
            seen.put(epochDay, look(days.getOrDefault(epochDay, List.of()), id));
        }
        double usualCount =
                seen.values().stream().mapToInt(day -> day.person).average().orElse(0);
        double usualShare = seen.values().stream()
                .mapToDouble(day -> (double) day.person / day.everybody)
                .average()
                .orElse(0);
        Map<Integer, Map<MonthDay, Double>> peaks = new TreeMap<>();
        seen.forEach((epochDay, day) -> {
            double share = (double) day.person / day.everybody;
            boolean isMore = day.person >= MORE_PICTURES * usualCount && share >= Math.min(1, MORE_SHARE * usualShare);
            if (day.person >= FEWEST_PICTURES && (isMore || day.cake)) {
                LocalDate date = LocalDate.ofEpochDay(epochDay);
                double strength = day.cake ? 2 : 1;
                peaks.computeIfAbsent(date.getYear(), year -> new HashMap<>())
                        .merge(MonthDay.from(date), strength, Math::max);
            }
        });
        long years = seen.keySet().stream()
                .map(epochDay -> LocalDate.ofEpochDay(epochDay).getYear())
                .distinct()
                .count();
        return best(peaks, years);
    }

    private static Day look(List<Item> items, long person) {
        Day day = new Day();
        for (Item item : items) {
            if (item.people().contains(person)) {
                day.person++;
                day.cake |= item.tags().stream().anyMatch(CAKE::contains);
            }
            day.everybody += item.people().isEmpty() ? 0 : 1;
        }
        return day;
    }

    private static Optional<MonthDay> best(Map<Integer, Map<MonthDay, Double>> peaks, long years) {
        record Scored(MonthDay day, double score, int years) {}
        List<Scored> all = new ArrayList<>();
        for (LocalDate date = LocalDate.of(2000, 1, 1); date.getYear() == 2000; date = date.plusDays(1)) {
            double score = 0;
            int hits = 0;
            for (Map<MonthDay, Double> ofYear : peaks.values()) {
                double best = 0;
                for (int shift = 1 - NEARBY.length; shift < NEARBY.length; shift++) {
                    MonthDay near = MonthDay.from(date.plusDays(shift));
                    best = Math.max(best, ofYear.getOrDefault(near, 0.0) * NEARBY[Math.abs(shift)]);
                }
                score += best;
                hits += best > 0 ? 1 : 0;
            }
            all.add(new Scored(MonthDay.from(date), score, hits));
        }
        all.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::day));
        Scored best = all.getFirst();
        double rival = all.stream()
                .filter(other -> distance(other.day(), best.day()) > 2 * NEARBY.length)
                .mapToDouble(Scored::score)
                .max()
                .orElse(0);
        boolean isClear = best.years() >= FEWEST_YEARS
                && best.years() >= MOST_YEARS * years
                && best.score() >= CLEARLY_AHEAD * rival;
        return isClear ? Optional.of(best.day()) : Optional.empty();
    }

    private static int distance(MonthDay a, MonthDay b) {
        int days = Math.abs(a.atYear(2000).getDayOfYear() - b.atYear(2000).getDayOfYear());
        return Math.min(days, 366 - days);
    }
}
