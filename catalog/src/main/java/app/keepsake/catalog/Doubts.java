package app.keepsake.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Pairs of people who may be one, which only somebody who knows them can tell. Of animals, {@link Pets} asks. */
public interface Doubts {
    /** After which a pair is asked about again that the user could not tell. */
    Duration LATER = Duration.ofDays(30);

    /** What the user says of a pair. */
    enum Answer {
        /** One person. */
        SAME,
        /** Two people. */
        DIFFERENT,
        /** The user cannot tell either; the pair is asked about again after {@link #LATER}. */
        UNSURE
    }

    /**
     * Somebody by the clearest face.
     *
     * @param faceId to tell with an answer
     * @param name as the user gave it
     */
    record Someone(long faceId, long assetId, Box box, long personId, Optional<String> name) {}

    /**
     * Two people who may be one.
     *
     * @param likeness -1 to 1
     */
    record Doubt(Someone one, Someone other, double likeness) {}

    /**
     * What is worth a question, the most useful first, and last what nobody could tell before. Nobody who is hidden, in a hidden picture, or in none that is
     * there is asked about.
     */
    List<Doubt> open();

    /**
     * The user answers. What is two people's is never asked about again, and holds for all faces that are found to be theirs.
     * Durable when the method returns; it is kept by content, so that it outlives faces and groups that
     * are computed anew.
     *
     * @param faceId of one person
     * @param otherId of another
     * @throws ChangedMeanwhileException when a face is not known or nobody's, or both are one person's already
     */
    Undo answer(long faceId, long otherId, Answer answer);
}
