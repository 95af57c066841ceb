package app.keepsake.operations.people;

import app.keepsake.catalog.AlreadyIndexingException;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.DoubtFound;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.People.Correction;
import app.keepsake.catalog.People.FaceInLibrary;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.PersonFound;
import app.keepsake.catalog.Stage;
import app.keepsake.people.Animal;
import app.keepsake.people.Doubt;
import app.keepsake.people.FaceSample;
import app.keepsake.people.Group;
import app.keepsake.people.Grouping;
import app.keepsake.people.LikelyPets;
import app.keepsake.people.Thresholds;
import app.keepsake.vision.AnimalReader;
import app.keepsake.vision.FaceReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Finds out who the faces are that nobody has been found for, and which animals may be a pet, and writes it in one
 * transaction: a run that is stopped before leaves everything as it was, and the next one comes to the same result. What
 * is said meanwhile counts: then it is found out anew.
 */
public final class GroupPeople {
    /** More questions than anybody answers at a time. */
    private static final int MOST_DOUBTS = 50;

    /** Of those about animals, whose answers bring the next. */
    private static final int MOST_ABOUT_PETS = 30;

    /** Who talks all the time is heard by the next run. */
    private static final int ATTEMPTS = 5;

    private static final String VERSION = "people 2, " + FaceReader.MODEL;

    private final Catalog catalog;
    private final Map<Long, Set<Long>> not;

    private GroupPeople(Catalog catalog) {
        this.catalog = catalog;
        this.not = notThesePeople(catalog.people().corrections());
    }

    /** Whether there are faces that have not been considered, for example since somebody was split. */
    public static boolean isDue(Catalog catalog) {
        return !catalog.assets().outdated(Stage.PEOPLE, VERSION, 1).isEmpty();
    }

    /**
     * Beside no index run.
     *
     * @return whether it was done; otherwise an index run is at work, which does it in the end
     */
    public static boolean now(Catalog catalog) {
        try (Indexing indexing = catalog.beginIndexing()) {
            bringUpToDate(catalog, indexing, () -> false);
            return true;
        } catch (AlreadyIndexingException willDoIt) {
            return false;
        }
    }

    /**
     * Does nothing if all faces have been considered, and leaves to the next run what cannot be noted because people are
     * spoken of all the time.
     *
     * @param stop asked often
     */
    public static void bringUpToDate(Catalog catalog, Indexing indexing, BooleanSupplier stop) {
        if (!isDue(catalog)) {
            return;
        }
        boolean isDone = false;
        for (int i = 0; i < ATTEMPTS && !isDone; i++) {
            isDone = isWrittenOrStopped(catalog, indexing, stop);
        }
    }

    private static boolean isWrittenOrStopped(Catalog catalog, Indexing indexing, BooleanSupplier stop) {
        long revision = catalog.choices().revision();
        Grouping grouping = new Grouping(FaceReader.DIMENSIONS, Thresholds.DEFAULT);
        GroupPeople work = new GroupPeople(catalog);
        Optional<List<Group>> found = work.group(grouping, stop);
        return found.isEmpty()
                || indexing.people(
                        found.get().stream().map(GroupPeople::found).toList(),
                        Stream.concat(grouping.doubts(MOST_DOUBTS).stream(), work.pets().stream())
                                .map(doubt -> new DoubtFound(doubt.face(), doubt.other(), doubt.likeness()))
                                .toList(),
                        VERSION,
                        revision);
    }

    private Optional<List<Group>> group(Grouping grouping, BooleanSupplier stop) {
        Set<Long> known = new HashSet<>();
        for (Person person : catalog.people().all()) {
            // No face is a pet's, whatever other programs call it.
            if (!person.pet()) {
                known.add(person.id());
                grouping.person(person.id(), person.name());
            }
        }
        // A group of faces that is nobody has no number here: it grows no more, and nobody becomes one with it.
        catalog.people()
                .eachFace(
                        FaceReader.MODEL,
                        face -> face.face().personId().stream()
                                .filter(known::contains)
                                .forEach(person -> grouping.know(person, sample(face))));
        AtomicInteger added = new AtomicInteger();
        catalog.people().eachFace(FaceReader.MODEL, face -> {
            if (face.face().personId().isEmpty() && !stop.getAsBoolean()) {
                grouping.add(sample(face));
                if (added.incrementAndGet() % Grouping.BATCH == 0) {
                    grouping.settle(stop);
                }
            }
        });
        return grouping.settle(stop);
    }

    /** Animals that may be a pet; none where no pet is known. */
    private List<Doubt> pets() {
        if (catalog.people().all().stream().noneMatch(Person::pet)) {
            return List.of();
        }
        List<Animal> animals = new ArrayList<>();
        catalog.people().eachFace(AnimalReader.MODEL, face -> animals.add(animal(face)));
        return new LikelyPets(animals).questions(MOST_ABOUT_PETS);
    }

    private Animal animal(FaceInLibrary face) {
        return new Animal(
                face.face().id(),
                face.assetId(),
                face.face().embedding().orElseThrow().vector(),
                face.face().personId(),
                not.getOrDefault(face.face().id(), Set.of()));
    }

    private FaceSample sample(FaceInLibrary face) {
        return new FaceSample(
                face.face().id(),
                face.assetId(),
                face.day().map(LocalDate::toEpochDay).map(OptionalLong::of).orElse(OptionalLong.empty()),
                face.face().embedding().orElseThrow().vector(),
                face.face().quality().orElse(0),
                face.face().nameHint(),
                not.getOrDefault(face.face().id(), Set.of()));
    }

    /** Of each face, who it is not. What was said last counts. */
    private static Map<Long, Set<Long>> notThesePeople(List<Correction> corrections) {
        Map<Long, Set<Long>> not = new HashMap<>();
        for (Correction correction : corrections) {
            correction.faceId().ifPresent(face -> {
                Set<Long> people = not.computeIfAbsent(face, key -> new HashSet<>());
                if (correction.same()) {
                    people.remove(correction.personId());
                } else {
                    people.add(correction.personId());
                }
            });
        }
        return not;
    }

    private static PersonFound found(Group group) {
        return new PersonFound(group.person(), group.label(), group.absorbed(), group.faces());
    }
}
