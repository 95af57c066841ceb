package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Person;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.analysis.LibraryAnalysis;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All that a kind may look at: the library, what the user allows, the day, and the language. */
public final class TellingContext {
    private static final Words ENGLISH = new Words(Locale.US);

    private final LibraryAnalysis analysis;
    private final Rules rules;
    private final LocalDate today;
    private final Words words;
    private final Holidays holidays;
    private final List<Departure> departures;
    private final BitSet allowed = new BitSet();
    private final Pools pools;

    /** @param pools of the tellings before; those are of no use any more */
    public TellingContext(
            LibraryAnalysis analysis, Rules rules, LocalDate today, Words words, Holidays holidays, Pools pools) {
        this.analysis = analysis;
        this.rules = rules;
        this.today = today;
        this.words = words;
        this.holidays = holidays;
        this.departures = departures(analysis, rules, today.toEpochDay());
        analysis.until(today.toEpochDay()).forEach(this::allow);
        analysis.library().undated().stream()
                .filter(item -> departureOn(item).isEmpty())
                .forEach(this::allow);
        for (Departure departure : departures) {
            analysis.acquaintance(departure.people())
                    .ifPresent(one -> one.items().forEach(item -> allowed.clear(item.index())));
        }
        this.pools = pools;
        pools.allow(allowed);
    }

    private void allow(Item item) {
        if (rules.allows(item)) {
            allowed.set(item.index());
        }
    }

    private static List<Departure> departures(LibraryAnalysis analysis, Rules rules, long today) {
        List<Item> past = analysis.until(today);
        if (past.isEmpty()) {
            return List.of();
        }
        long last = past.getLast().epochDay();
        List<Departure> all = new ArrayList<>(Departures.of(analysis.people(), today, last));
        all.addAll(Departures.of(analysis.couples(), today, last));
        all.removeIf(departure -> rules.isWelcome(departure.people()));
        return List.copyOf(all);
    }

    public LibraryAnalysis analysis() {
        return analysis;
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

    /** The time that pictures tell of, as {@link Words#period}; empty when no date is known. */
    String period(List<Item> pool) {
        List<Item> dated = pool.stream().filter(this::isDated).toList();
        return dated.isEmpty()
                ? ""
                : words.period(
                        dated.getFirst().day(),
                        dated.stream()
                                .map(Item::until)
                                .max(Comparator.naturalOrder())
                                .orElseThrow());
    }

    /** Whether it is known when a picture was taken. */
    public boolean isDated(Item item) {
        return item.index() < analysis.items().size();
    }

    /** What an id calls the place of pictures, the same in all languages; empty when that is uncertain. */
    public String slug(List<Item> items) {
        return new PlaceNames(ENGLISH).of(items).orElse("");
    }

    /** What an id calls a word that the bundles know. */
    public String slug(String key) {
        return ENGLISH.text(key);
    }

    /** A person's name, unless nobody gave one or the user does not want to see this person. */
    public Optional<Person> named(long personId) {
        return analysis.library()
                .person(personId)
                .filter(person -> person.name().isPresent() && !person.hidden());
    }

    /** Whether somebody is known who was given no name, is no animal, and may be seen. */
    boolean isUnnamed(long personId) {
        return analysis.library()
                .person(personId)
                .filter(person -> person.name().isEmpty() && !person.hidden() && !person.pet())
                .isPresent();
    }

    /** Where and on which days the pictures of a draft were taken, as far as is known. */
    String placeAndDay(Draft draft) {
        return places().of(draft.pool()).map(place -> place + " \u00b7 ").orElse("")
                + words.days(draft.firstDay(), draft.lastDay());
    }

    /** With fewer pictures there is no memory: a small library is told of a few each. */
    public int fewest() {
        return analysis.all().size() <= Selection.SMALL_LIBRARY ? Selection.FEWEST_OF_SMALL : Selection.FEWEST;
    }

    /**
     * What a memory of a person is known by: the name, and the number only of somebody who shares it. Numbers are others
     * where a library was indexed anew, and then the memory would be another one, and its edit lost. So it must be found
     * under {@link #formerAnchors} when somebody begins or ceases to share the name.
     */
    String anchor(Person person) {
        String name = Vocabulary.plain(person.name().orElseThrow());
        boolean shared = analysis.library().people().stream()
                .filter(other ->
                        other.name().map(Vocabulary::plain).filter(name::equals).isPresent())
                .skip(1)
                .findAny()
                .isPresent();
        return shared ? numbered(name, person) : name;
    }

    private static String numbered(String name, Person person) {
        return name + " #" + person.id();
    }

    /** What memories of a person may have been known by before: the number alone was another version's. */
    List<String> formerAnchors(Person person) {
        String name = Vocabulary.plain(person.name().orElseThrow());
        return Stream.of(name, numbered(name, person), Long.toString(person.id()))
                .filter(anchor -> !anchor.equals(anchor(person)))
                .toList();
    }

    /** The same within anchors that hold more. */
    List<Draft.Former> formerly(Person person, UnaryOperator<String> anchor) {
        return formerAnchors(person).stream()
                .map(one -> new Draft.Former(person.name().orElseThrow(), anchor.apply(one)))
                .toList();
    }

    public boolean isAllowed(Item item) {
        return allowed.get(item.index());
    }

    /** A draft's pictures that may be in a memory told today. */
    List<Item> pool(String kind, String anchor, List<Item> source) {
        return pools.of(kind + " " + anchor, source);
    }

    /** Those of a draft's pictures that could be shots: fit, and none twice. In order of time. */
    public List<Item> showable(Draft draft) {
        return pools.showable(draft);
    }

    /** A draft about these pictures, unless too few of them may be shown. */
    Optional<Draft> draft(String kind, String anchor, List<Item> source) {
        List<Item> pool = pool(kind, anchor, source);
        return pool.size() < fewest() ? Optional.empty() : Optional.of(Draft.of(kind, anchor, source, pool));
    }
}
