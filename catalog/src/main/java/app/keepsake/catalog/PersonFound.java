package app.keepsake.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was computed of a person anew.
 *
 * @param personId empty for a new person
 * @param name as files call the faces; a name that the person has already stays
 * @param absorbed people who have turned out to be this one
 * @param faceIds faces that are this person's; what the user said of a face is kept
 */
public record PersonFound(OptionalLong personId, Optional<String> name, List<Long> absorbed, List<Long> faceIds) {
    public PersonFound {
        absorbed = List.copyOf(absorbed);
        faceIds = List.copyOf(faceIds);
    }
}
