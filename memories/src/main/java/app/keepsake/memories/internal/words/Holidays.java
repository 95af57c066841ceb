package app.keepsake.memories.internal.words;

import app.keepsake.catalog.Place;
import app.keepsake.memories.Item;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Public holidays by country, from Jollyday. Those that people keep for several days are one: Christmas from the 24th
 * to the 26th, Easter from Friday to Monday, New Year from the last evening of the old.
 */
public final class Holidays {
    private static final String CHRISTMAS = "CHRISTMAS";
    private static final String EASTER = "EASTER";
    private static final String NEW_YEAR = "NEW_YEAR";

    private final Map<String, List<Feast>> known = new ConcurrentHashMap<>();
    private final Map<CountryDay, Set<String>> keys = new ConcurrentHashMap<>();
    private final Set<String> countries = HolidayManager.getSupportedCalendarCodes();

    private record CountryDay(String country, long epochDay) {}

    /**
     * A holiday in a year.
     *
     * @param key as choices name it, for example "CHRISTMAS"
     * @param holiday gives its name; null for those that the message bundles name
     */
    public record Feast(
            String key,
            LocalDate first,
            LocalDate last,
            @Nullable Holiday holiday) {
        public boolean isOn(long epochDay) {
            return epochDay >= first.toEpochDay() && epochDay <= last.toEpochDay();
        }

        public String name(Words words) {
            return holiday == null ? words.text("holiday." + key) : holiday.getDescription(words.locale());
        }
    }

    /** A country's holidays in a year, by day; none for countries that are not known. */
    public List<Feast> of(String countryCode, int year) {
        String country = countryCode.toUpperCase(Locale.ROOT);
        return countries.contains(country)
                ? known.computeIfAbsent(country + year, key -> feasts(country, year))
                : List.of();
    }

    private static List<Feast> feasts(String country, int year) {
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
        Map<String, Feast> feasts = new TreeMap<>();
        for (Holiday holiday : manager.getHolidays(Year.of(year))) {
            if (holiday.getType() == HolidayType.PUBLIC_HOLIDAY) {
                Feast feast = feast(holiday, year);
                feasts.merge(feast.key(), feast, Holidays::joined);
            }
        }
        List<Feast> sorted = new ArrayList<>(feasts.values());
        sorted.sort(Comparator.comparing(Feast::first).thenComparing(Feast::key));
        return List.copyOf(sorted);
    }

    private static Feast feast(Holiday holiday, int year) {
        String key = holiday.getPropertiesKey();
        String bare = key.substring(key.lastIndexOf('.') + 1);
        LocalDate day = holiday.getDate();
        if (bare.contains(CHRISTMAS)) {
            return new Feast(CHRISTMAS, LocalDate.of(year, 12, 24), LocalDate.of(year, 12, 26), null);
        }
        if (bare.equals(NEW_YEAR)) {
            return new Feast(NEW_YEAR, LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 1, 1), null);
        }
        if (bare.equals("GOOD_FRIDAY") || bare.startsWith(EASTER)) {
            return new Feast(EASTER, day, day, null);
        }
        return new Feast(bare, day, day, holiday);
    }

    private static Feast joined(Feast a, Feast b) {
        return new Feast(
                a.key,
                a.first.isBefore(b.first) ? a.first : b.first,
                a.last.isAfter(b.last) ? a.last : b.last,
                a.holiday);
    }

    /** Whether a picture was taken on a holiday of the country where it was taken. */
    public boolean isOn(String key, Item item) {
        Place place = item.place();
        return place != null
                && item.isOfOneDay()
                && !place.countryCode().isEmpty()
                && keys.computeIfAbsent(new CountryDay(place.countryCode(), item.epochDay()), this::keysOn)
                        .contains(key.toUpperCase(Locale.ROOT));
    }

    private Set<String> keysOn(CountryDay where) {
        return on(where.country, where.epochDay).stream()
                .map(feast -> feast.key.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A country's holidays on a day; none for countries that are not known. */
    public List<Feast> on(String countryCode, long epochDay) {
        int year = LocalDate.ofEpochDay(epochDay).getYear();
        // New Year begins in the year before.
        return Stream.of(of(countryCode, year), of(countryCode, year + 1))
                .flatMap(List::stream)
                .filter(feast -> feast.isOn(epochDay))
                .toList();
    }
}
