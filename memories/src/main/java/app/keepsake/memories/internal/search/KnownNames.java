package app.keepsake.memories.internal.search;

import app.keepsake.catalog.Person;
import app.keepsake.catalog.Place;
import app.keepsake.memories.SearchAnswer.Sort;
import app.keepsake.memories.internal.words.Holidays;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gathers what things in a library are called in all languages; labels are in the user's. */
final class KnownNames {
    private final List<Words> languages;
    private final Words own;
    private final Names names = new Names();

    /** @param languages the user's first */
    private KnownNames(List<Words> languages) {
        this.languages = languages;
        this.own = languages.getFirst();
    }

    /** Of all but people. */
    static Names of(Pictures pictures, List<Words> languages) {
        KnownNames known = new KnownNames(languages);
        pictures.tags.keySet().forEach(known::tag);
        known.places(pictures.places.keySet());
        known.cameras(pictures.cameras.keySet());
        pictures.kinds.keySet().forEach(known::kind);
        pictures.knownFeasts.forEach(known::feast);
        return known.names;
    }

    /** Of people who may be seen, by their whole and their first names. */
    static Names of(List<Person> people) {
        Map<String, Set<Long>> called = new TreeMap<>();
        Map<String, String> labels = new HashMap<>();
        for (Person person : people) {
            if (!person.hidden() && person.name().isPresent()) {
                String name = person.name().get().strip();
                String first = name.split("\\s+", 2)[0];
                for (String each : new HashSet<>(List.of(name, first))) {
                    called.computeIfAbsent(each, key -> new HashSet<>()).add(person.id());
                    labels.merge(each, name, (one, other) -> one.equals(other) ? one : each);
                }
            }
        }
        Names names = new Names();
        called.forEach((name, ids) -> names.add(
                name, new Entry(Sort.PERSON, labels.getOrDefault(name, name), new Condition.Shows(Set.copyOf(ids)))));
        return names;
    }

    private void tag(String tag) {
        Entry entry = new Entry(Sort.THING, own.tag(tag), new Condition.Tagged(Set.of(tag)));
        names.add(tag, entry);
        languages.forEach(language -> language.namesOfTag(tag).forEach(name -> names.add(name, entry)));
    }

    private void places(Set<Place> all) {
        Map<String, Set<Place>> called = new TreeMap<>();
        Map<String, String> labels = new HashMap<>();
        for (Place place : all) {
            note(place.name(), own.town(place), place, called, labels);
            note(place.region(), place.region(), place, called, labels);
            for (Words language : languages) {
                note(language.town(place), own.town(place), place, called, labels);
                if (!place.countryCode().isEmpty()) {
                    String country = own.country(place.countryCode());
                    note(language.country(place.countryCode()), country, place, called, labels);
                }
            }
        }
        called.forEach((name, places) -> names.add(
                name, new Entry(Sort.PLACE, labels.getOrDefault(name, name), new Condition.Taken(Set.copyOf(places)))));
    }

    private static void note(
            String name, String label, Place place, Map<String, Set<Place>> called, Map<String, String> labels) {
        if (!name.isEmpty()) {
            called.computeIfAbsent(name, key -> new HashSet<>()).add(place);
            labels.putIfAbsent(name, label);
        }
    }

    /** By the whole name, by its end ("iPhone 13") and by each word of letters ("Canon"). */
    private void cameras(Set<String> all) {
        Map<String, Set<String>> words = new TreeMap<>();
        for (String camera : all) {
            Entry entry = new Entry(Sort.CAMERA, camera, new Condition.By(Set.of(camera)));
            names.add(camera, entry);
            String[] parts = camera.split("\\s+");
            if (parts.length > 2) {
                names.add(camera.substring(parts[0].length()).strip(), entry);
            }
            for (String part : parts) {
                if (part.matches("\\p{L}{3,}")) {
                    words.computeIfAbsent(part, key -> new HashSet<>()).add(camera);
                }
            }
        }
        words.forEach((word, cameras) -> {
            if (names.called(Token.plain(word)).isEmpty()) {
                String label = cameras.size() == 1 ? cameras.iterator().next() : word;
                names.add(word, new Entry(Sort.CAMERA, label, new Condition.By(Set.copyOf(cameras))));
            }
        });
    }

    private void kind(FileKind kind) {
        List<String> called = languages.stream()
                .flatMap(language -> language.names(kind.key()).stream())
                .toList();
        Entry entry = new Entry(Sort.KIND, called.getFirst(), new Condition.Is(kind));
        called.forEach(name -> names.add(name, entry));
    }

    private void feast(String key, Holidays.Feast feast) {
        List<String> called = new ArrayList<>();
        String bundled = "find.holiday." + key;
        for (Words language : languages) {
            List<String> several = language.names(bundled);
            called.addAll(several.isEmpty() ? List.of(feast.name(language)) : several);
        }
        Entry entry = new Entry(Sort.DATE, feast.name(own), new Condition.Feast(key));
        called.forEach(name -> names.add(name, entry));
    }
}
