package app.keepsake.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds animals that may be a pet that the user knows, by nearest neighbours. Nothing is decided here: each is a question.
 * Immutable, safe for use by several threads.
 */
public final class LikelyPets {
    /**
     * From this likeness on an animal is worth a question. Of animals of other people nearly all are less alike; see
     * docs/decisions/124-pets.md.
     */
    public static final double ASKED = 0.78;

    /** Of so many pictures of a pet, spread over all, others are compared with. */
    private static final int MOST_LOOKS = 64;

    private final Map<Long, List<Animal>> looks = new TreeMap<>();
    private final Map<Long, List<Animal>> others = new HashMap<>();
    private final Map<Long, Set<Long>> petsOn = new HashMap<>();
    private final List<Animal> unknown;

    /** @param animals in order of time, so that a pet is compared with what it looked like at all times */
    public LikelyPets(List<Animal> animals) {
        Map<Long, List<Animal>> known = new TreeMap<>();
        for (Animal animal : animals) {
            animal.not()
                    .forEach(pet -> others.computeIfAbsent(pet, key -> new ArrayList<>())
                            .add(animal));
            if (animal.pet().isPresent()) {
                long pet = animal.pet().getAsLong();
                known.computeIfAbsent(pet, key -> new ArrayList<>()).add(animal);
                petsOn.computeIfAbsent(animal.asset(), key -> new HashSet<>()).add(pet);
            }
        }
        known.forEach((pet, all) -> looks.put(pet, spread(all)));
        unknown = animals.stream().filter(animal -> animal.pet().isEmpty()).toList();
    }

    private static List<Animal> spread(List<Animal> all) {
        List<Animal> some = new ArrayList<>();
        int count = Math.min(MOST_LOOKS, all.size());
        for (int i = 0; i < count; i++) {
            some.add(all.get((int) ((long) i * all.size() / count)));
        }
        return some;
    }

    /**
     * The likeliest first, each animal once: with the picture of the pet that it is most like.
     *
     * @param most so many
     */
    public List<Doubt> questions(int most) {
        return unknown.stream()
                .flatMap(animal -> best(animal).stream())
                .sorted(Comparator.comparingDouble(Doubt::likeness).reversed().thenComparingLong(Doubt::other))
                .limit(most)
                .toList();
    }

    private List<Doubt> best(Animal animal) {
        Doubt best = null;
        for (Map.Entry<Long, List<Animal>> pet : looks.entrySet()) {
            if (animal.not().contains(pet.getKey())
                    || petsOn.getOrDefault(animal.asset(), Set.of()).contains(pet.getKey())) {
                continue;
            }
            Doubt nearest = nearest(animal, pet.getValue());
            if (nearest.likeness() >= ASKED
                    && (best == null || nearest.likeness() > best.likeness())
                    && !isMoreLike(animal, others.getOrDefault(pet.getKey(), List.of()), nearest.likeness())) {
                best = nearest;
            }
        }
        return best == null ? List.of() : List.of(best);
    }

    private static Doubt nearest(Animal animal, List<Animal> known) {
        Doubt best = new Doubt(0, animal.face(), -1);
        for (Animal one : known) {
            double likeness = one.likeness(animal);
            if (likeness > best.likeness()) {
                best = new Doubt(one.face(), animal.face(), likeness);
            }
        }
        return best;
    }

    /** Whether it is more like an animal of which the user said that it is not the pet. */
    private static boolean isMoreLike(Animal animal, List<Animal> refused, double likeness) {
        return refused.stream().anyMatch(other -> other.likeness(animal) > likeness);
    }
}
