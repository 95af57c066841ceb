package app.keepsake.catalog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Who is in the pictures. What the user says here is durable when the method returns. */
public interface People {
    /** All people that were not merged into another, by number. */
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
    record FaceInLibrary(long assetId, ContentHash hash, Optional<LocalDate> day, Face face) {}

    /** The user names a person. An empty name takes the name away. */
    void name(long personId, String name);

    void born(long personId, Optional<LocalDate> day);

    void hide(long personId, boolean hidden);

    void keyFace(long personId, long faceId);

    /** The user says that two are one: the other's faces and choices become the kept person's. */
    void merge(long keptId, long otherId);

    /** The user says that faces are, or are not, this person. Who they are is then considered anew. */
    void correct(long personId, Collection<Long> faceIds, boolean same);

    /**
     * The user says that faces of a person are somebody else's: one person's.
     *
     * @return the new person
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
