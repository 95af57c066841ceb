package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Person;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.Insight;
import app.keepsake.memories.internal.group.Departures;
import app.keepsake.memories.internal.group.Departures.Departure;
import app.keepsake.memories.internal.rules.Rules;
import app.keepsake.memories.internal.select.Selection;
import app.keepsake.memories.internal.words.Holidays;
import app.keepsake.memories.internal.words.PlaceNames;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All that a kind may look at: the library, what the user allows, the day, and the language. */
public final class Telling {
    private static final Words ENGLISH = new Words(Locale.US);

    private final Insight insight;
    private final Rules rules;
    private final LocalDate today;
    private final Words words;
    private final Holidays holidays;
    private final List<Departure> departures;
    private final BitSet allowed = new BitSet();

    public Telling(Insight insight, Rules rules, LocalDate today, Words words, Holidays holidays) {
        this.insight = insight;
        this.rules = rules;
        this.today = today;
        this.words = words;
        this.holidays = holidays;
        this.departures = departures(insight, rules, today.toEpochDay());
        for (Item item : insight.between(Long.MIN_VALUE, today.toEpochDay())) {
            if (rules.allows(item) && departureOn(item).isEmpty()) {
                allowed.set(item.index());
            }
        }
    }

    private static List<Departure> departures(Insight insight, Rules rules, long today) {
        List<Item> past = insight.between(Long.MIN_VALUE, today);
        if (past.isEmpty()) {
            return List.of();
        }
        long last = past.getLast().epochDay();
        List<Departure> all = new ArrayList<>(Departures.of(insight.people(), today, last));
        all.addAll(Departures.of(insight.couples(), today, last));
        all.removeIf(departure -> rules.isWelcome(departure.people()));
        return List.copyOf(all);
    }

    public Insight insight() {
        return insight;
    }

    public Rules rules() {
        return rules;
    }

    public LocalDate today() {
        return today;
    }

    public Words words() {
        return words;
    }

    public Holidays holidays() {
        return holidays;
    }

    public PlaceNames places() {
        return new PlaceNames(words);
    }

    /** Those who stopped appearing for good, and for whom the user did not ask. */
    public List<Departure> departures() {
        return departures;
    }

    /** Who on this picture stopped appearing for good. */
    public Optional<Departure> departureOn(Item item) {
        for (Departure departure : departures) {
            if (item.people().containsAll(departure.people())) {
                return Optional.of(departure);
            }
        }
        return Optional.empty();
    }

    /** What an id calls the place of pictures, the same in all languages; empty when that is uncertain. */
    public String slug(List<Item> items) {
        return new PlaceNames(ENGLISH).of(items).orElse("");
    }

    /** What an id calls a word that the bundles know. */
    public String slug(String key) {
        return ENGLISH.say(key);
    }

    /** A person's name, unless nobody gave one or the user does not want to see this person. */
    public Optional<Person> named(long personId) {
        return insight.library().person(personId).filter(person -> person.name().isPresent() && !person.hidden());
    }

    public boolean isAllowed(Item item) {
        return allowed.get(item.index());
    }

    /** Those that may be in a memory told today. */
    public List<Item> pool(List<Item> items) {
        List<Item> pool = new ArrayList<>(items.size());
        for (Item item : items) {
            if (isAllowed(item)) {
                pool.add(item);
            }
        }
        return pool;
    }

    /** A draft about these pictures, unless too few of them may be shown. */
    Optional<Draft> draft(Kind kind, String anchor, List<Item> source) {
        List<Item> pool = pool(source);
        return pool.size() < Selection.FEWEST
                ? Optional.empty()
                : Optional.of(Draft.of(kind.key(), anchor, source, pool));
    }
}
