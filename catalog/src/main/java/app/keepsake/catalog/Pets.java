package app.keepsake.catalog;

import java.util.List;
import java.util.OptionalLong;

/**
 * Animals that the user knows by name. Whose name an animal has is only said, never computed: of one that looks like a
 * pet the user is asked. A pet is a {@link Person}, so that all that holds for people holds for it: choices, hiding,
 * searching.
 */
public interface Pets {
    /**
     * An animal in a picture.
     *
     * @param faceId by which it is spoken of, and shown as a face is
     * @param kind for example "dog", as it was found; dogs are taken for cats now and then
     * @param petId who it is, as the user said
     */
    record Animal(long faceId, long assetId, Box box, String kind, OptionalLong petId) {}

    /**
     * An animal that may be a pet.
     *
     * @param pet in the picture that looks most like the animal
     * @param likeness -1 to 1
     */
    record Question(Doubts.Someone pet, Animal animal, double likeness) {}

    /** A pet by the name that the user said, new or known. */
    record Met(Person pet, Undo undo) {}

    /** From left to right. */
    List<Animal> on(long assetId);

    /**
     * What is worth a question, the likeliest first. No pet that is hidden, and nothing in a hidden picture, or in none
     * that is there, is asked about; what the user could not tell only after {@link Doubts#LATER}.
     */
    List<Question> questions();

    /**
     * The user says who an animal is: the pet of that name, without regard to case, or else a new one.
     *
     * @throws ChangedMeanwhileException when there is no such animal
     * @throws IllegalArgumentException when the name is blank
     */
    Met meet(long animalFace, String name);

    /**
     * The user says whether an animal is the pet that was asked about. Durable when the method returns; kept by content,
     * as what is said of faces.
     *
     * @param petFace a face that is known to be the pet
     * @throws ChangedMeanwhileException when one of them is not known any more, or the animal is the pet already
     */
    Undo answer(long petFace, long animalFace, Doubts.Answer answer);

    /**
     * The user wants a pet to be known no more: its name, all that was said of its pictures, and choices about it.
     *
     * @throws ChangedMeanwhileException when there is no such pet
     */
    Undo forget(long petId);
}
