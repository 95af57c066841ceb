package app.keepsake.memories;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a memory is about, so that one can say that there shall be less of it: its kind, who and where. */
public final class AboutMemory {
    private static final int MOST_PEOPLE = 3;

    private AboutMemory() {}

    /** What sort of thing it is. */
    public enum What {
        KIND,
        PERSON,
        PLACE
    }

    /** @param name for people to read; empty for a kind */
    public record About(Subject subject, What what, String name) {}

    /**
     * Its kind, people with a name on at least half of its shots, and the town of at least half of them.
     *
     * @param shots of the memory, as far as they are known
     * @param people whom the catalog knows
     */
    public static List<About> of(Memory memory, List<AssetView> shots, List<Person> people) {
        List<About> about = new ArrayList<>();
        about.add(new About(new Subject.OfKind(memory.kind()), What.KIND, ""));
        people.stream()
                .filter(person -> !person.hidden() && person.name().isPresent())
                .filter(person -> 2
                                * shots.stream()
                                        .filter(shot -> shows(shot, person.id()))
                                        .count()
                        >= Math.max(1, shots.size()))
                .limit(MOST_PEOPLE)
                .forEach(person -> about.add(new About(
                        new Subject.OfPerson(person.id()),
                        What.PERSON,
                        person.name().orElseThrow())));
        town(shots).ifPresent(name -> about.add(new About(new Subject.OfPlace(name), What.PLACE, name)));
        return List.copyOf(about);
    }

    private static boolean shows(AssetView shot, long person) {
        return shot.faces().stream()
                .anyMatch(face -> face.personId().isPresent() && face.personId().getAsLong() == person);
    }

    private static Optional<String> town(List<AssetView> shots) {
        Map<String, Integer> counts = new TreeMap<>();
        shots.forEach(shot -> shot.asset()
                .facts()
                .place()
                .map(Place::name)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> counts.merge(name, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(entry -> 2 * entry.getValue() >= shots.size())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
