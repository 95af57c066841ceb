package app.keepsake.vision;

/**
 * An animal that may be somebody's pet.
 *
 * @param animal what was found, and where
 * @param embedding {@link AnimalReader#DIMENSIONS} numbers of length 1; the cosine of two tells how alike two animals
 *     look, with the light and the place that they are seen in. Not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on without copies; equality by content is not wanted.
public record AnimalPortrait(DetectedObject animal, float[] embedding) {}
