package app.keepsake.memories.internal.words;

import app.keepsake.catalog.Place;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Titles and reasons in one language, from the bundles "messages". Languages without a bundle are told in English. */
public final class Words {
    private static final String TAG = "tag.";
    private static final String WITHIN = "within.";
    /** Those with a bundle. */
    private static final List<Locale> LANGUAGES = List.of(Locale.US, Locale.GERMANY);

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Map<String, DateTimeFormatter> dates = new ConcurrentHashMap<>();
    private final Map<Place, String> towns = new ConcurrentHashMap<>();
    private final Map<String, String> within = new ConcurrentHashMap<>();

    public Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "app.keepsake.memories.messages",
                locale,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** These words first, then those of all other languages with a bundle. */
    public List<Words> withOthers() {
        Stream<Words> others = LANGUAGES.stream()
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

    /** Whether there are words for a key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
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
        return has(key) && !bundle.getString(key).isBlank()
                ? List.of(bundle.getString(key).split(", *"))
                : List.of();
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

    /** What the language calls a town, such as "Lissabon"; its name in the catalog where the bundle has no other. */
    public String town(Place place) {
        return towns.computeIfAbsent(place, one -> {
            String key = "town." + one.countryCode() + "." + one.name().replace(' ', '-');
            return has(key) ? bundle.getString(key) : one.name();
        });
    }

    /** "three" up to twelve, then digits. */
    public String number(long n) {
        try {
            return bundle.getString("number." + n);
        } catch (MissingResourceException e) {
            return Long.toString(n);
        }
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

    public String month(YearMonth month) {
        return dated("LLLL yyyy").format(month);
    }

    public String monthName(int month) {
        return dated("LLLL").format(YearMonth.of(2000, month));
    }

    /** The days themselves, "May 3–5, 2024". */
    public String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        if (YearMonth.from(first).equals(YearMonth.from(last))) {
            return text(
                    "days.of.month",
                    formattedMonth(first),
                    Integer.toString(first.getDayOfMonth()),
                    Integer.toString(last.getDayOfMonth()),
                    Integer.toString(first.getYear()));
        }
        return day(first) + " \u2013 " + day(last);
    }

    private String formattedMonth(LocalDate day) {
        return dated("MMMM").format(day);
    }

    /** A day of any year. */
    public String dayOfYear(MonthDay day) {
        return text("day.of.year", formattedMonth(day.atYear(2000)), Integer.toString(day.getDayOfMonth()));
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
        if (isWholeYear || from.plusMonths(11).isBefore(to)) {
            return years(first, last);
        }
        return from.getYear() == to.getYear()
                ? monthName(from.getMonthValue()) + " \u2013 " + month(to)
                : month(from) + " \u2013 " + month(to);
    }

    /** "2019–2023", or the one year. */
    public String years(LocalDate first, LocalDate last) {
        return first.getYear() == last.getYear()
                ? Integer.toString(first.getYear())
                : first.getYear() + "\u2013" + last.getYear();
    }

    /** A country's name; the code itself where Java knows none. */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale());
    }

    /** A place as it stands after "in": "the Netherlands", but "Lisbon". */
    public String within(String place) {
        return within.computeIfAbsent(
                place, name -> countryWithArticle(name).map(bundle::getString).orElse(name));
    }

    /** The key of a country that stands with an article; of others there is none. */
    private Optional<String> countryWithArticle(String name) {
        return bundle.keySet().stream()
                .filter(key -> key.startsWith(WITHIN))
                .filter(key -> country(key.substring(WITHIN.length())).equals(name))
                .findFirst();
    }

    /** "A", "A and B", "A, B and C". */
    public String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return text("list.two", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }
}
