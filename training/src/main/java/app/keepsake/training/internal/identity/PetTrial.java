package app.keepsake.training.internal.identity;

import app.keepsake.people.Animal;
import app.keepsake.people.Doubt;
import app.keepsake.people.LikelyPets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Teaches one pet with a few of its pictures, and looks at what is asked of all other pictures. */
public final class PetTrial {
    private static final long PET = 1;
    private static final int CHOICES = 12;
    private static final int ALL = Integer.MAX_VALUE;

    private final List<AnimalPhoto> photos;

    /** @param photos some of known animals, and others of unknown ones */
    public PetTrial(List<AnimalPhoto> photos) {
        this.photos = List.copyOf(photos);
    }

    /**
     * What came of all trials.
     *
     * @param trials one for each choice of pictures to teach
     * @param silent in which nothing was asked
     * @param firstRight in which the first question was about the pet
     * @param asked questions
     * @param right of them about the pet
     * @param own pictures of the pet that could have been asked about
     */
    public record Outcome(int trials, int silent, int firstRight, int asked, int right, int own) {
        private Outcome plus(Outcome other) {
            return new Outcome(
                    trials + other.trials,
                    silent + other.silent,
                    firstRight + other.firstRight,
                    asked + other.asked,
                    right + other.right,
                    own + other.own);
        }

        /** Of the first questions that were asked, how many were right. */
        public double firstPrecision() {
            return (double) firstRight / Math.max(1, trials - silent);
        }

        public double precision() {
            return (double) right / Math.max(1, asked);
        }

        public double recall() {
            return (double) right / Math.max(1, own);
        }
    }

    /** @param taught pictures of a pet; pets with no more are left out */
    public Outcome taught(int taught) {
        Map<String, List<Integer>> pets = IntStream.range(0, photos.size())
                .boxed()
                .filter(i -> photos.get(i).animal().isPresent())
                .collect(Collectors.groupingBy(
                        i -> photos.get(i).animal().orElseThrow(), TreeMap::new, Collectors.toList()));
        Random random = new Random(1);
        Outcome all = new Outcome(0, 0, 0, 0, 0, 0);
        for (List<Integer> pictures : pets.values()) {
            List<Integer> mine = new ArrayList<>(pictures);
            for (int i = 0; i < CHOICES && mine.size() > taught; i++) {
                Collections.shuffle(mine, random);
                all = all.plus(trial(new HashSet<>(mine), Set.copyOf(mine.subList(0, taught))));
            }
        }
        return all;
    }

    private Outcome trial(Set<Integer> mine, Set<Integer> taught) {
        List<Animal> animals = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            animals.add(new Animal(
                    i,
                    i,
                    photos.get(i).embedding(),
                    taught.contains(i) ? OptionalLong.of(PET) : OptionalLong.empty(),
                    Set.of()));
        }
        List<Doubt> asked = new LikelyPets(animals).questions(ALL);
        int right = (int) asked.stream()
                .filter(doubt -> mine.contains((int) doubt.other()))
                .count();
        boolean isFirst =
                !asked.isEmpty() && mine.contains((int) asked.getFirst().other());
        return new Outcome(
                1, asked.isEmpty() ? 1 : 0, isFirst ? 1 : 0, asked.size(), right, mine.size() - taught.size());
    }
}
