package app.keepsake.people;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A person as grouping left it, if something of it is new.
 *
 * @param person the number of a known person; empty for a new one
 * @param label what its faces are called, for a new person
 * @param absorbed known people who have turned out to be this one
 * @param faces new ones, in no order that means something, but the same each time
 */
public record Group(OptionalLong person, Optional<String> label, List<Long> absorbed, List<Long> faces) {
    public Group {
        absorbed = List.copyOf(absorbed);
        faces = List.copyOf(faces);
    }
}
