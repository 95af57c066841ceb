package app.keepsake.people;

import java.util.OptionalLong;
import java.util.Set;

/**
 * An animal as questions about pets see it.
 *
 * @param face its number
 * @param asset the picture that it is in: two animals of one picture are two
 * @param vector of length 1, as long as the others'; not copied and not changed
 * @param pet who it is, as the user said
 * @param not pets that the user said it is not
 */
@SuppressWarnings("ArrayRecordComponent") // Thousands of them are compared: none is copied.
public record Animal(long face, long asset, float[] vector, OptionalLong pet, Set<Long> not) {
    public Animal {
        not = Set.copyOf(not);
    }

    /** The cosine of two. */
    double likeness(Animal other) {
        float sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vector[i] * other.vector[i];
        }
        return sum;
    }
}
