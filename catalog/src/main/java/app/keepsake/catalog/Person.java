package app.keepsake.catalog;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Somebody who appears in pictures: a group of faces, named or not.
 *
 * @param name as the user gave it
 * @param hidden whether the user does not want any picture of this person shown
 * @param pet whether it is an animal
 * @param keyFaceId the face to show for this person
 * @param born date of birth, if the user gave it
 * @param birthday the day of the year, also where the user gave no year
 * @param relation who it is to the owner, if the user said so
 */
public record Person(
        long id,
        Optional<String> name,
        boolean hidden,
        boolean pet,
        OptionalLong keyFaceId,
        Optional<LocalDate> born,
        Optional<MonthDay> birthday,
        Optional<Relation> relation) {
    /** Of whom nothing is known but perhaps a date of birth. */
    public Person(
            long id,
            Optional<String> name,
            boolean hidden,
            boolean pet,
            OptionalLong keyFaceId,
            Optional<LocalDate> born) {
        this(id, name, hidden, pet, keyFaceId, born, born.map(MonthDay::from), Optional.empty());
    }
}
