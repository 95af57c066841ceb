package app.keepsake.catalog;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A face in an asset, or the box of an animal, of which alone the user says who it is.
 *
 * @param id the catalog's number; ignored when faces are stored
 * @param score the detector's confidence, 0 to 1
 * @param quality how well the face can be recognised, 0 to 1
 * @param smile probability
 * @param eyesOpen probability
 * @param nameHint a name that another program wrote into the file
 * @param personId who it is; ignored when faces are stored, see {@link People#assign}
 * @param embedding empty in listings, which leave it on the disk
 * @param animal its kind, for example "dog", if it is one
 */
public record AssetFace(
        long id,
        Box box,
        double score,
        OptionalDouble quality,
        OptionalDouble smile,
        OptionalDouble eyesOpen,
        Optional<String> nameHint,
        OptionalLong personId,
        Optional<Embedding> embedding,
        Optional<String> animal) {
    /** A person's. */
    public AssetFace(
            long id,
            Box box,
            double score,
            OptionalDouble quality,
            OptionalDouble smile,
            OptionalDouble eyesOpen,
            Optional<String> nameHint,
            OptionalLong personId,
            Optional<Embedding> embedding) {
        this(id, box, score, quality, smile, eyesOpen, nameHint, personId, embedding, Optional.empty());
    }

    /** An animal, as found. */
    public static AssetFace animal(String kind, Box box, double score, Embedding embedding) {
        return new AssetFace(
                0,
                box,
                score,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(embedding),
                Optional.of(kind));
    }

    /** A face of which only the detector has spoken. */
    public static AssetFace detected(Box box, double score) {
        return new AssetFace(
                0,
                box,
                score,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    public AssetFace withNameHint(String name) {
        return new AssetFace(id, box, score, quality, smile, eyesOpen, Optional.of(name), personId, embedding, animal);
    }

    public AssetFace withEmbedding(Embedding value) {
        return new AssetFace(id, box, score, quality, smile, eyesOpen, nameHint, personId, Optional.of(value), animal);
    }
}
