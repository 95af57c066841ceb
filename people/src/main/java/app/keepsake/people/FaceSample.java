package app.keepsake.people;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A face as grouping sees it.
 *
 * @param face its number
 * @param asset the picture that it is in: two faces of one picture are two people
 * @param day of the picture, days since 1970; empty if unknown
 * @param vector embedding, of any length but zero; not copied and not changed
 * @param quality how well it can be recognised, 0 to 1
 * @param label what a program or person calls it: faces with one label are one person, with two labels two
 * @param not people that the user said it is not
 */
@SuppressWarnings("ArrayRecordComponent") // A hundred thousand of them go through grouping: none is copied.
public record FaceSample(
        long face,
        long asset,
        OptionalLong day,
        float[] vector,
        double quality,
        Optional<String> label,
        Set<Long> not) {
    public FaceSample {
        not = Set.copyOf(not);
    }
}
