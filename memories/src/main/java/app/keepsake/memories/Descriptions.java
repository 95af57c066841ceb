package app.keepsake.memories;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Tag;
import app.keepsake.catalog.Taken;
import app.keepsake.memories.internal.words.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says what a picture shows for who does not see it, of what is known: "Anna and Ben at the beach in Lisbon, July 2023".
 * Immutable, safe for use by several threads.
 */
public final class Descriptions {
    private static final String SCENE = "scene.";
    private static final int MOST_THINGS = 2;

    /** Tags with words of their own: the surroundings. */
    private static final Set<String> SCENES = Set.of(
            "beach",
            "bedroom",
            "city",
            "coast",
            "concert",
            "countryside",
            "forest",
            "kitchen",
            "living room",
            "mountain",
            "office",
            "party",
            "road",
            "shop",
            "snow",
            "street");

    /** Said by other words of the sentence, or by nearly every picture. */
    private static final List<String> UNSAID =
            List.of("person", "indoors", "outdoors", "animal", "pet", "vehicle", "sports", "food");

    private final Words words;
    private final Map<Long, Person> people;

    /**
     * @param people all that there are, as they are called now; who is hidden is not named
     * @param locale of the sentences
     */
    public Descriptions(Collection<Person> people, Locale locale) {
        this.words = new Words(locale);
        this.people = people.stream().collect(Collectors.toUnmodifiableMap(Person::id, Function.identity()));
    }

    /** One sentence without a full stop; empty when nothing is known of it. */
    public String of(AssetView view) {
        AssetFacts facts = view.asset().facts();
        List<String> sure = view.tags().stream()
                .filter(tag -> tag.confidence() >= Tag.SURE)
                .sorted(Comparator.comparingDouble(Tag::confidence).reversed())
                .map(Tag::name)
                .toList();
        // Whose name is told is no dog besides.
        Set<String> known = view.faces().stream()
                .filter(face -> face.personId().isPresent()
                        && name(face.personId().getAsLong()).isPresent())
                .flatMap(face -> face.animal().stream())
                .collect(Collectors.toSet());
        String things = words.list(sure.stream()
                .filter(tag -> scene(tag).isEmpty() && !UNSAID.contains(tag) && !known.contains(tag))
                .limit(MOST_THINGS)
                .map(words::tag)
                .toList());
        String scene =
                sure.stream().flatMap(tag -> scene(tag).stream()).findFirst().orElse("");
        String where = facts.place().map(this::where).orElse("");
        String told = joined("picture.with", who(view), things);
        told = joined("picture.scene", told, scene);
        told = told.isEmpty() ? where : joined("picture.in", told, words.within(where));
        told = joined(
                "picture.when",
                words.capital(told),
                facts.knownTaken().map(this::when).orElse(""));
        return facts.clip() ? joined("picture.clip", words.text("picture.clip.word"), told) : told;
    }

    /** Both parts as one, or the one that there is. */
    private String joined(String key, String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : words.text(key, first, second);
    }

    /** Names from left to right, and how many more there are. */
    private String who(AssetView view) {
        List<String> names = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        view.faces().stream()
                .flatMap(face -> face.personId().stream().boxed())
                .distinct()
                .forEach(id -> name(id).ifPresentOrElse(names::add, () -> others.add(id)));
        if (!others.isEmpty()) {
            names.add(words.text(
                    names.isEmpty() ? "picture.people" : "picture.others", others.size(), words.number(others.size())));
        }
        return words.list(names);
    }

    private Optional<String> name(long id) {
        return Optional.ofNullable(people.get(id))
                .filter(person -> !person.hidden())
                .flatMap(Person::name);
    }

    private Optional<String> scene(String tag) {
        return SCENES.contains(tag) ? Optional.of(words.text(SCENE + tag.replace(' ', '-'))) : Optional.empty();
    }

    private String where(Place place) {
        if (!place.name().isEmpty()) {
            return words.town(place);
        }
        return place.countryCode().isEmpty() ? "" : words.country(place.countryCode());
    }

    /** No more than the month, and no more than is known. */
    private String when(Taken taken) {
        YearMonth month = YearMonth.from(taken.firstDay());
        return month.equals(YearMonth.from(taken.lastDay()))
                ? words.month(month)
                : words.period(taken.firstDay(), taken.lastDay());
    }
}
