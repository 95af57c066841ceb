package app.keepsake.memories;

import java.util.Optional;

/** Puts words into the space in which an encoder of the owner's has put pictures. */
@FunctionalInterface
public interface TextVectors {
    /** There is no encoder. */
    TextVectors NONE = words -> Optional.of(new float[0]);

    /**
     * The direction of some words; none (length 0) where there is no encoder, or it says nothing of them.
     *
     * @return empty when that is not known yet, and may be found out
     */
    Optional<float[]> of(String words);
}
