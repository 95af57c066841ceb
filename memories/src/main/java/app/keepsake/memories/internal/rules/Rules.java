package app.keepsake.memories.internal.rules;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Holidays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The user's choices, and what follows from flags, as a test on each picture. "Never" leaves out, "less" makes worth
 * less, "favourite" worth more; once a folder is allowed, all others are left out. What is hidden elsewhere, mundane or
 * sensitive is left out unless the user brought it back; what was hidden here, in any case.
 */
public final class Rules {
    /** From this probability on a flagged picture is kept out of memories. */
    public static final float LIKELY = (float) Flag.LIKELY;

    private static final double LESS_FACTOR = 0.3;
    private static final double MORE_FACTOR = 1.5;

    private final List<Test> never = new ArrayList<>();
    /** Apart, since they may be many. */
    private final Map<ContentHash, Choice> neverAssets = new HashMap<>();

    private final List<Test> less = new ArrayList<>();
    private final List<Test> more = new ArrayList<>();
    private final List<Test> allowedFolders = new ArrayList<>();
    private final Set<ContentHash> broughtBack = new HashSet<>();
    private final Set<List<Long>> welcome = new HashSet<>();
    private final Holidays holidays;

    private record Test(Choice choice, Predicate<Item> matches) {
        boolean isAbout(String kind) {
            return choice.subject() instanceof Subject.OfKind(String key) && key.equals(kind);
        }
    }

    public Rules(List<Choice> choices, Holidays holidays) {
        this.holidays = holidays;
        choices.forEach(this::add);
    }

    private void add(Choice choice) {
        Subject subject = choice.subject();
        Test test = new Test(choice, matcher(subject, choice.stance()));
        switch (choice.stance()) {
            case NEVER -> {
                if (subject instanceof Subject.OfAsset(ContentHash hash)) {
                    neverAssets.putIfAbsent(hash, choice);
                } else {
                    never.add(test);
                }
            }
            case HIDE -> {
                if (subject instanceof Subject.OfAsset(ContentHash hash)) {
                    neverAssets.put(hash, choice);
                }
            }
            case LESS -> less.add(test);
            case FAVOURITE -> {
                more.add(test);
                welcome(subject);
            }
            case ALLOW -> {
                welcome(subject);
                if (subject instanceof Subject.OfFolder) {
                    allowedFolders.add(test);
                } else if (subject instanceof Subject.OfAsset(ContentHash hash)) {
                    broughtBack.add(hash);
                }
            }
        }
    }

    private void welcome(Subject subject) {
        if (subject instanceof Subject.OfPerson(long id)) {
            welcome.add(List.of(id));
        } else if (subject instanceof Subject.OfPair(long first, long second)) {
            welcome.add(List.of(first, second));
        }
    }

    private Predicate<Item> matcher(Subject subject, Choice.Stance stance) {
        return switch (subject) {
            case Subject.OfPerson(long id) -> item -> item.people().contains(id);
            case Subject.OfPair(long first, long second) ->
                item -> item.people().contains(first) && item.people().contains(second);
            case Subject.OfPlace(String name) -> item -> isIn(item.place(), name);
            case Subject.OfDates dates -> item -> isOf(dates, item, stance) || isOnCalendar(dates, item);
            case Subject.OfTag(String name) ->
                name.equalsIgnoreCase(Work.TAG)
                        ? Work::isShownBy
                        : item -> item.tags().contains(name);
            case Subject.OfFolder(String path) ->
                item -> item.folder().equals(path) || item.folder().startsWith(path + "/");
            case Subject.OfAsset(ContentHash hash) -> item -> item.hash().equals(hash);
            case Subject.OfHoliday(String key) -> item -> holidays.isOn(key, item);
            case Subject.OfKind kind -> item -> false;
        };
    }

    /** What is known only roughly may be of days that are never to be shown, and then is not. */
    private static boolean isOf(Subject.OfDates dates, Item item, Choice.Stance stance) {
        long first = dates.first().toEpochDay();
        long last = dates.last().toEpochDay();
        return stance == Choice.Stance.NEVER ? item.mayBeWithin(first, last) : item.isWithin(first, last);
    }

    /** By the clock, too, because a day of people's begins later. */
    private static boolean isOnCalendar(Subject.OfDates dates, Item item) {
        LocalDate day = item.time().toLocalDate();
        return item.isOfOneDay() && !day.isBefore(dates.first()) && !day.isAfter(dates.last());
    }

    private static boolean isIn(@Nullable Place place, String name) {
        return place != null
                && (place.name().equalsIgnoreCase(name)
                        || place.region().equalsIgnoreCase(name)
                        || place.countryCode().equalsIgnoreCase(name));
    }

    /** Whether a picture may be in a memory. */
    public boolean allows(Item item) {
        return !isKeptOut(item)
                && forbidding(item).isEmpty()
                && (allowedFolders.isEmpty() || any(allowedFolders, item));
    }

    /** Hidden or flagged, and not brought back. */
    public boolean isKeptOut(Item item) {
        return (item.hidden() || item.mundane() >= LIKELY || item.sensitive() >= LIKELY)
                && !broughtBack.contains(item.hash());
    }

    /** The choice never to show this, if there is one. */
    public Optional<Choice> forbidding(Item item) {
        Choice alone = neverAssets.get(item.hash());
        if (alone != null) {
            return Optional.of(alone);
        }
        for (Test test : never) {
            if (test.matches.test(item)) {
                return Optional.of(test.choice);
            }
        }
        return Optional.empty();
    }

    /** Factor on a picture's worth. */
    public double emphasis(Item item) {
        double factor = any(less, item) ? LESS_FACTOR : 1;
        return any(more, item) ? factor * MORE_FACTOR : factor;
    }

    private static boolean any(List<Test> tests, Item item) {
        for (Test test : tests) {
            if (test.matches.test(item)) {
                return true;
            }
        }
        return false;
    }

    /** The choice never to tell memories of a kind, if there is one. */
    public Optional<Choice> forbiddingKind(String kind) {
        return never.stream()
                .filter(test -> test.isAbout(kind))
                .map(Test::choice)
                .findFirst();
    }

    /** Factor on the score of a kind of memories. */
    public double emphasisOfKind(String kind) {
        double factor = less.stream().anyMatch(test -> test.isAbout(kind)) ? LESS_FACTOR : 1;
        return more.stream().anyMatch(test -> test.isAbout(kind)) ? factor * MORE_FACTOR : factor;
    }

    /** Whether the user asked for a person, or for two together. */
    public boolean isWelcome(List<Long> people) {
        return welcome.contains(people);
    }
}
