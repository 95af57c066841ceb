package app.keepsake.memories.internal.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds those who were often there and then stopped appearing for good: a death, a separation, a friendship that ended.
 * Nobody can know which from pictures, so the rule is careful: seen on many days over half a year or more, then not for
 * a year at least and for four times their usual absences, while the library goes on.
 */
public final class Departures {
    private static final int FEWEST_DAYS = 10;
    private static final int SHORTEST_TIME = 180;
    private static final int LONG_ABSENCE = 365;
    private static final int TIMES_USUAL = 4;
    /** Of their absences so far, all but the longest tenth are usual. */
    private static final double USUAL = 0.9;

    private Departures() {}

    /**
     * Somebody who left, or two who are no longer together.
     *
     * @param lastDay on which they were seen, as epoch day
     */
    public record Departure(List<Long> people, long lastDay) {}

    /**
     * @param known people or pairs
     * @param today as epoch day
     * @param lastPicture the library's last day before today, as epoch day
     */
    public static List<Departure> of(List<Acquaintance> known, long today, long lastPicture) {
        List<Departure> departures = new ArrayList<>();
        long end = Math.min(today, lastPicture);
        for (Acquaintance one : known) {
            long[] days = Arrays.stream(one.days()).filter(day -> day <= today).toArray();
            if (days.length >= FEWEST_DAYS && days[days.length - 1] - days[0] >= SHORTEST_TIME) {
                long absence = end - days[days.length - 1];
                if (absence >= Math.max(LONG_ABSENCE, TIMES_USUAL * usualAbsence(days))) {
                    departures.add(new Departure(one.people(), days[days.length - 1]));
                }
            }
        }
        return departures;
    }

    private static long usualAbsence(long[] days) {
        long[] gaps = new long[days.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = days[i + 1] - days[i];
        }
        Arrays.sort(gaps);
        return gaps[(int) (USUAL * (gaps.length - 1))];
    }
}
