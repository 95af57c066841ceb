package app.keepsake.memories.internal.words;

import app.keepsake.catalog.Place;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Titles and reasons in one language, from the bundles "messages", whose texts are in ICU's message format; dates and
 * lists as CLDR has them. Languages without a bundle, and texts that a bundle lacks, are told in English. Thread-safe.
 */
public final class Words {
    private static final String TAG = "tag.";
    private static final String WITHIN = "within.";
    /** Those whose small words are understood beside the user's own, such as "without" and "last". */
    private static final List<Locale> UNDERSTOOD = List.of(Locale.US, Locale.GERMANY);
    /** CLDR parts days by spaces that many typefaces lack. */
    private static final Pattern THIN_SPACE = Pattern.compile("[\\u2009\\u202f]");

    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("(?<=\\d\\.?) \u2013 (?=\\d)");

    private final Locale locale;
    private final PropertyResourceBundle bundle;
    private final ListFormatter lists;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Map<String, DateTimeFormatter> dates = new ConcurrentHashMap<>();
    private final Map<String, DateIntervalFormat> intervals = new ConcurrentHashMap<>();
    private final Map<Place, String> towns = new ConcurrentHashMap<>();
    private final Map<String, String> within = new ConcurrentHashMap<>();

    public Words(Locale locale) {
        this.locale = locale;
        this.bundle = (PropertyResourceBundle) ResourceBundle.getBundle(
                "app.keepsake.memories.messages",
                locale,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.lists = ListFormatter.getInstance(locale());
    }

    /** These words first, then those of English and German. */
    public List<Words> withOthers() {
        Stream<Words> others = UNDERSTOOD.stream()
                .filter(other -> !other.getLanguage().equals(locale().getLanguage()))
                .map(Words::new);
        return Stream.concat(Stream.of(this), others).toList();
    }

    /** The language in which it is told; English where there is no bundle for the wanted one. */
    public Locale locale() {
        return bundle.getLocale().getLanguage().isEmpty() ? Locale.forLanguageTag("en-" + region()) : locale;
    }

    private String region() {
        return locale.getLanguage().equals("en") && !locale.getCountry().isEmpty() ? locale.getCountry() : "US";
    }

    public String text(String key, Object... values) {
        // Clones, because a format is not safe for use by several threads; cloning is cheaper than parsing.
        MessageFormat parsed =
                formats.computeIfAbsent(key, name -> new MessageFormat(bundle.getString(name), locale()));
        return ((MessageFormat) parsed.clone()).format(values);
    }

    /** What the language itself has under a key; null where only English has something. */
    private @Nullable String own(String key) {
        return (String) bundle.handleGetObject(key);
    }

    /** What the language calls a tag; the tag itself where the bundle has no word. */
    public String tag(String tag) {
        return namesOfTag(tag).stream().findFirst().orElse(tag);
    }

    /** All names of a tag: the first is the usual one. */
    public List<String> namesOfTag(String tag) {
        return names(TAG + tag.replace(' ', '-'));
    }

    /** The names under a key, parted by commas there: the first is the usual one. None where the bundle has no such key. */
    public List<String> names(String key) {
        String names = own(key);
        return names == null || names.isBlank() ? List.of() : List.of(names.split(", *"));
    }

    /** The tag with a name that fulfils a condition. */
    public Optional<String> tagNamed(Predicate<String> condition) {
        return bundle.keySet().stream()
                .filter(key -> key.startsWith(TAG))
                .map(key -> key.substring(TAG.length()).replace('-', ' '))
                .filter(tag -> namesOfTag(tag).stream().anyMatch(condition))
                .sorted()
                .findFirst();
    }

    /** What the language calls a town, such as "Lissabon"; its name in the catalog where no other is known. */
    public String town(Place place) {
        return towns.computeIfAbsent(place, one -> {
            String name = own("town." + one.countryCode() + "." + one.name().replace(' ', '-'));
            return name == null ? townOfZone(one) : name;
        });
    }

    /** CLDR names the towns that stand for time zones, most capitals among them. */
    private String townOfZone(Place place) {
        if (place.name().isEmpty() || place.countryCode().isEmpty()) {
            return place.name();
        }
        TimeZoneNames english = TimeZoneNames.getInstance(Locale.ENGLISH);
        TimeZoneNames told = TimeZoneNames.getInstance(locale());
        return TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, place.countryCode(), null).stream()
                .filter(zone -> place.name().equals(english.getExemplarLocationName(zone)))
                .map(told::getExemplarLocationName)
                .filter(name -> name != null && !name.contains("("))
                .findFirst()
                .orElse(place.name());
    }

    /** "three" up to twelve where the language writes them as words, else digits. */
    public String number(long n) {
        String word = own("number." + n);
        return word == null ? Long.toString(n) : word;
    }

    /** With its first letter in upper case. */
    public String capital(String text) {
        int first = text.offsetByCodePoints(0, text.isEmpty() ? 0 : 1);
        return text.substring(0, first).toUpperCase(locale()) + text.substring(first);
    }

    public String day(LocalDate day) {
        return dates.computeIfAbsent(
                        "",
                        none -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(locale()))
                .format(day);
    }

    private DateTimeFormatter dated(String pattern) {
        return dates.computeIfAbsent(pattern, name -> DateTimeFormatter.ofPattern(name, locale()));
    }

    /** @param parts the letters of what is told, as {@link DateTimeFormatter#ofLocalizedPattern} takes them */
    private DateTimeFormatter with(String parts) {
        return dates.computeIfAbsent(
                parts, name -> DateTimeFormatter.ofLocalizedPattern(name).withLocale(locale()));
    }

    public String month(YearMonth month) {
        return with("yMMMM").format(month);
    }

    public String monthName(int month) {
        return dated("LLLL").format(YearMonth.of(2000, month));
    }

    /** "2024", as a year stands by itself. */
    public String year(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return between("y", first, first);
    }

    /** The days themselves, "May 3–5, 2024". */
    public String days(LocalDate first, LocalDate last) {
        return first.equals(last) ? day(first) : between("yMMMMd", first, last);
    }

    /** From one to the other, what both have in common told once. */
    private String between(String parts, LocalDate first, LocalDate last) {
        DateIntervalFormat format = intervals.computeIfAbsent(parts, name -> {
            // Chinese counts its months: MMMM would write one of two as a word.
            String counted = locale().getLanguage().equals("zh") ? name.replace("MMMM", "MMM") : name;
            DateIntervalFormat made = DateIntervalFormat.getInstance(counted, locale());
            made.setTimeZone(TimeZone.GMT_ZONE);
            return made;
        });
        DateInterval interval = new DateInterval(millis(first), millis(last));
        String text = ((DateIntervalFormat) format.clone()).format(interval);
        return BETWEEN_NUMBERS.matcher(THIN_SPACE.matcher(text).replaceAll(" ")).replaceAll("\u2013");
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** A day of any year. */
    public String dayOfYear(MonthDay day) {
        return with("MMMMd").format(day);
    }

    public String weekday(LocalDate day) {
        return dated("EEEE").format(day);
    }

    /** As exact as fits: one day, one month, two months, a year, or years. */
    public String period(LocalDate first, LocalDate last) {
        YearMonth from = YearMonth.from(first);
        YearMonth to = YearMonth.from(last);
        if (first.equals(last)) {
            return day(first);
        }
        if (from.equals(to)) {
            return month(from);
        }
        boolean isWholeYear =
                first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1));
        return isWholeYear || from.plusMonths(11).isBefore(to) ? years(first, last) : between("yMMMM", first, last);
    }

    /** "2019–2023", or the one year. */
    public String years(LocalDate first, LocalDate last) {
        return first.getYear() == last.getYear() ? year(first.getYear()) : between("y", first, last);
    }

    /** A country's name; the code itself where Java knows none. */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale());
    }

    /** A place as it stands after "in": "the Netherlands", but "Lisbon". */
    public String within(String place) {
        return within.computeIfAbsent(
                place, name -> countryWithArticle(name).map(this::own).orElse(name));
    }

    /** The key of a country that stands with an article; of others there is none. */
    private Optional<String> countryWithArticle(String name) {
        return bundle.keySet().stream()
                .filter(key -> key.startsWith(WITHIN) && own(key) != null)
                .filter(key -> country(key.substring(WITHIN.length())).equals(name))
                .findFirst();
    }

    /** "A", "A and B", "A, B, and C". */
    public String list(List<String> names) {
        return lists.format(names);
    }
}
