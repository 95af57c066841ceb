package app.keepsake.vision;

/**
 * What one face tells.
 *
 * @param embedding 512 numbers of length 1; the cosine of two tells how likely they are one person. Not copied
 * @param quality how well the face can be recognised: the probability that a picture of the same person is recognised
 *     by it, 0 to 1
 * @param smile probability that the face smiles
 * @param eyesOpen probability that the eyes are open
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on without copies; equality by content is not wanted.
public record FacePortrait(float[] embedding, double quality, double smile, double eyesOpen) {
    /** The same of what is no person's face, and so recognises nobody. */
    FacePortrait ofNobody() {
        return new FacePortrait(embedding, 0, smile, eyesOpen);
    }
}
