package app.keepsake.memories.internal.group;

import app.keepsake.memories.Item;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the weeks of the year in which there is cake in more years than chance explains: birthdays, whoever's they are. A
 * birthday is celebrated on the day or within the week after. How likely chance is follows from how often there is cake at
 * all (binomial distribution), so that a library of a baker has no birthdays.
 */
public final class CakeDays {
    private static final int WINDOW = 7;
    private static final int FEWEST_YEARS = 3;
    private static final int MOST = 8;
    private static final double DAYS_OF_YEAR = 365;
    /** There are about fifty weeks that chance could have chosen. */
    private static final double UNLIKELY = 0.002;

    /** Days of cakes that are nobody's birthday. */
    private static final Set<MonthDay> FEASTS = Set.of(
            MonthDay.of(12, 24), MonthDay.of(12, 25), MonthDay.of(12, 26), MonthDay.of(12, 31), MonthDay.of(1, 1));

    private CakeDays() {}

    /**
     * A birthday as it was celebrated.
     *
     * @param days of the parties, in order, one a year
     */
    public record Celebrated(List<LocalDate> days) {
        public Celebrated {
            days = List.copyOf(days);
        }

        /** The day on which it was celebrated in most of the years; empty when there is none. */
        public Optional<MonthDay> usual() {
            Map<MonthDay, Integer> counts = new HashMap<>();
            days.forEach(day -> counts.merge(MonthDay.from(day), 1, Integer::sum));
            return counts.entrySet().stream()
                    .filter(entry -> 2 * entry.getValue() > days.size())
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    /**
     * @param cakes pictures with signs of a birthday, in order of time, of which the day is known
     * @param years of which there are pictures
     */
    public static List<Celebrated> of(List<Item> cakes, int years) {
        Set<LocalDate> left = new TreeSet<>();
        for (List<Item> day : Days.of(cakes)) {
            LocalDate date = day.getFirst().day();
            if (!FEASTS.contains(MonthDay.from(date))) {
                left.add(date);
            }
        }
        double chance = Math.min(1, left.size() * WINDOW / (Math.max(1, years) * DAYS_OF_YEAR));
        List<Celebrated> found = new ArrayList<>();
        while (found.size() < MOST) {
            List<LocalDate> best = left.stream()
                    .map(day -> within(MonthDay.from(day), left))
                    .max(Comparator.<List<LocalDate>>comparingInt(CakeDays::yearsOf)
                            .thenComparing(days -> MonthDay.from(days.getFirst()), Comparator.reverseOrder()))
                    .orElse(List.of());
            int hits = yearsOf(best);
            if (hits < FEWEST_YEARS || tail(Math.max(hits, years), hits, chance) > UNLIKELY) {
                break;
            }
            best.forEach(left::remove);
            found.add(new Celebrated(oneAYear(best)));
        }
        return found;
    }

    private static List<LocalDate> within(MonthDay first, Set<LocalDate> days) {
        return days.stream()
                .filter(day -> {
                    long after = day.toEpochDay() - first.atYear(day.getYear()).toEpochDay();
                    long afterNewYear =
                            day.toEpochDay() - first.atYear(day.getYear() - 1).toEpochDay();
                    return (after >= 0 && after < WINDOW) || afterNewYear < WINDOW;
                })
                .toList();
    }

    private static int yearsOf(List<LocalDate> days) {
        Set<Integer> years = new HashSet<>();
        days.forEach(day -> years.add(day.getYear()));
        return years.size();
    }

    private static List<LocalDate> oneAYear(List<LocalDate> days) {
        Set<Integer> years = new HashSet<>();
        return days.stream().filter(day -> years.add(day.getYear())).toList();
    }

    /** How likely at least so many of some trials are hits. */
    static double tail(int trials, int hits, double chance) {
        double likely = 0;
        for (int k = hits; k <= trials; k++) {
            double ways = 1;
            for (int i = 1; i <= k; i++) {
                ways *= (double) (trials - k + i) / i;
            }
            likely += ways * Math.pow(chance, k) * Math.pow(1 - chance, trials - k);
        }
        return likely;
    }
}
