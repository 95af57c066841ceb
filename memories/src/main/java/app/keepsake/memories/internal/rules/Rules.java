package app.keepsake.memories.internal.rules;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The user's choices, and what follows from flags, as a test on each picture. "Never" leaves out, "less" makes worth
 * less, "favourite" worth more; once a folder is allowed, all others are left out. What is hidden, mundane or sensitive
 * is left out unless the user brought it back.
 */
public final class Rules {
    /** From this probability on a picture is kept out of memories. */
    public static final float LIKELY = 0.5f;

    private static final double LESS_FACTOR = 0.3;
    private static final double MORE_FACTOR = 1.5;

    private final List<Test> never = new ArrayList<>();
    private final List<Test> less = new ArrayList<>();
    private final List<Test> more = new ArrayList<>();
    private final List<Test> allowedFolders = new ArrayList<>();
    private final Set<ContentHash> broughtBack = new HashSet<>();
    private final Set<String> neverKinds = new HashSet<>();
    private final Set<String> lessKinds = new HashSet<>();

    private record Test(String reason, Predicate<Item> matches) {}

    public Rules(List<Choice> choices) {
        choices.forEach(this::add);
    }

    private void add(Choice choice) {
        Subject subject = choice.subject();
        Test test = new Test(choice.stance() + " " + subject.toText(), item -> matches(subject, item));
        switch (choice.stance()) {
            case NEVER -> {
                never.add(test);
                if (subject instanceof Subject.OfKind(String kind)) {
                    neverKinds.add(kind);
                }
            }
            case LESS -> {
                less.add(test);
                if (subject instanceof Subject.OfKind(String kind)) {
                    lessKinds.add(kind);
                }
            }
            case FAVOURITE -> more.add(test);
            case ALLOW -> {
                switch (subject) {
                    case Subject.OfFolder folder -> allowedFolders.add(test);
                    case Subject.OfAsset(ContentHash hash) -> broughtBack.add(hash);
                    default -> {
                        // Nothing else is ever kept out by flags, so there is nothing to bring back.
                    }
                }
            }
        }
    }

    private static boolean matches(Subject subject, Item item) {
        return switch (subject) {
            case Subject.OfPerson(long id) -> item.people().contains(id);
            case Subject.OfPair(long first, long second) ->
                item.people().contains(first) && item.people().contains(second);
            case Subject.OfPlace(String name) -> isIn(item.place(), name);
            case Subject.OfDates dates ->
                isWithin(dates, item.epochDay())
                        || isWithin(dates, item.time().toLocalDate().toEpochDay());
            case Subject.OfTag(String name) -> item.tags().contains(name);
            case Subject.OfFolder(String path) ->
                item.folder().equals(path) || item.folder().startsWith(path + "/");
            case Subject.OfAsset(ContentHash hash) -> item.hash().equals(hash);
            case Subject.OfKind kind -> false;
            case Subject.OfHoliday holiday -> false;
        };
    }

    private static boolean isWithin(Subject.OfDates dates, long epochDay) {
        return epochDay >= dates.first().toEpochDay()
                && epochDay <= dates.last().toEpochDay();
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
                && never.stream().noneMatch(test -> test.matches().test(item))
                && (allowedFolders.isEmpty()
                        || allowedFolders.stream()
                                .anyMatch(test -> test.matches().test(item)));
    }

    private boolean isKeptOut(Item item) {
        return (item.hidden() || item.mundane() >= LIKELY || item.sensitive() >= LIKELY)
                && !broughtBack.contains(item.hash());
    }

    /** Factor on a picture's worth. */
    public double emphasis(Item item) {
        double factor = less.stream().anyMatch(test -> test.matches().test(item)) ? LESS_FACTOR : 1;
        return more.stream().anyMatch(test -> test.matches().test(item)) ? factor * MORE_FACTOR : factor;
    }

    public boolean allowsKind(String kind) {
        return !neverKinds.contains(kind);
    }

    /** Factor on the score of a kind of memories. */
    public double emphasisOfKind(String kind) {
        return lessKinds.contains(kind) ? LESS_FACTOR : 1;
    }
}
