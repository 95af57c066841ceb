package app.keepsake.catalog;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who is in the pictures. What the user says here is durable when the method returns. The number of somebody who was
 * merged stands for who they are now.
 */
public interface People {
    /** All people that were not merged into another, by number; without groups of faces that are {@link #nobody}. */
    List<Person> all();

    Optional<Person> find(long id);

    /** By name, without regard to case. */
    List<Person> named(String name);

    /** Makes an unnamed person. */
    Person create(boolean pet);

    /** Says who faces are, as computed: face number to person number. What the user said of a face is kept. */
    void assign(Map<Long, Long> personOfFace);

    /**
     * Goes through all faces with an embedding of the given model whose files are not all missing, by capture time
     * (unknown first), content, place in the picture and number: an order that does not depend on that of indexing.
     * Reads as it goes.
     */
    void eachFace(String model, Consumer<FaceInLibrary> visitor);

    /** The faces of a person, in the order of {@link #eachFace}, without embeddings. */
    List<FaceInLibrary> faces(long personId);

    /**
     * A face and where it is.
     *
     * @param day of the picture, if it is known
     * @param face with its embedding if it was asked for
     */
    record FaceInLibrary(long assetId, ContentHash hash, Optional<LocalDate> day, AssetFace face) {}

    /** Whoever has no name and is in fewer pictures is most likely a passer-by, and not listed unless asked for. */
    int FEW_PICTURES = 3;

    /**
     * What is not told by a list of people.
     *
     * @param faces that are nobody's: too small, too blurred or turned too far to tell, or no faces at all
     * @param passersBy people without a name in fewer than {@link #FEW_PICTURES} pictures, who are not hidden
     */
    record Unsorted(long faces, long passersBy) {}

    /** Counts only what is in pictures that are there. */
    Unsorted unsorted();

    /** A face by its number, without its embedding. */
    Optional<FaceInLibrary> face(long faceId);

    /** The user names a person. An empty name takes the name away. */
    void name(long personId, String name);

    void born(long personId, Optional<LocalDate> day);

    /**
     * The user hides a person, or lets them be shown again. No picture with somebody who is hidden is shown anywhere:
     * not in memories, films and links, nor on the timeline and the map. Who is shown again is no more under a choice
     * never to be shown either.
     */
    void hide(long personId, boolean hidden);

    /**
     * What the user says of a person at once; what is empty stays as it was.
     *
     * @param name as {@link #name} takes it
     * @param hidden as {@link #hide} takes it
     * @param stances of the choices about this person alone that are to stand; others are taken back
     */
    record Change(
            Optional<String> name,
            Optional<Boolean> hidden,
            Optional<Set<Choice.Stance>> stances,
            Optional<About> about) {
        /** Says nothing else about the person. */
        public Change(Optional<String> name, Optional<Boolean> hidden, Optional<Set<Choice.Stance>> stances) {
            this(name, hidden, stances, Optional.empty());
        }
    }

    /**
     * What the user knows about a person, all of it.
     *
     * @param born date of birth
     * @param birthday the day of the year where that is all that is known; of no account beside a date of birth
     */
    record About(Optional<LocalDate> born, Optional<MonthDay> birthday, Optional<Relation> relation) {}

    /**
     * The user says that a group of faces is nobody: a statue, a poster. They are no faces of anybody then, in nothing that
     * is read of assets, and stay so when they are found again. Nobody is hidden, either.
     *
     * @throws ChangedMeanwhileException when there is no such person
     */
    Undo nobody(long personId);

    /** The user says several things of a person, all of them or none. A choice that stands already is left as it is. */
    Undo change(long personId, Change change);

    void keyFace(long personId, long faceId);

    /**
     * The user says that two are one: the other's faces and choices become the kept person's, and hidden stays who was.
     * Whoever was merged before stands for the one into whom.
     *
     * @throws ChangedMeanwhileException when one is a pet and the other a person
     */
    void merge(long keptId, long otherId);

    /**
     * The user says that several are one, as {@link #merge} takes it, all of it or nothing.
     *
     * @throws ChangedMeanwhileException when one of them is nobody, or a pet and another a person
     */
    Undo join(long keptId, Collection<Long> others);

    /**
     * The user says that faces are, or are not, this person. Who they are is then considered anew.
     *
     * @throws ChangedMeanwhileException when a face is a person's and this is a pet, or the other way round
     */
    void correct(long personId, Collection<Long> faceIds, boolean same);

    /**
     * The user says that faces of a person are somebody else's: one person's; or of a pet another's.
     *
     * @return the new person, or pet
     */
    Person split(long personId, Collection<Long> faceIds);

    /** All that the user said about faces, in the order in which it was said. */
    List<Correction> corrections();

    /**
     * A face that the user said is, or is not, a person.
     *
     * @param faceId empty when the face is not found at present
     */
    record Correction(ContentHash hash, Box box, Optional<Long> faceId, long personId, boolean same) {}
}
