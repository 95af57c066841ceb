package app.keepsake.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Photos and clips, and what was found in them. */
public interface Assets {
    Optional<Asset> find(ContentHash hash);

    Optional<Asset> find(long id);

    Optional<AssetView> view(long id);

    /** Several at once, without the versions of what did each stage; in no certain order, those that are not there left out. */
    List<AssetView> views(Collection<Long> ids);

    /** The clips that share the identifier of a live photo, with at least one file that is not missing; usually one. */
    List<AssetView> clipsOf(String livePhotoId);

    /** Numbers of the clips that are the movement of a photo that is there: they are no pictures of their own. */
    Set<Long> movements();

    /** Number of assets with at least one file that is not missing. */
    long count();

    /**
     * Goes through all assets with at least one file that is not missing, by capture time (unknown first), then hash.
     * Reads as it goes: holds one at a time. What is written meanwhile is not seen.
     */
    void each(Consumer<AssetView> visitor);

    /**
     * Whether an asset may not be seen at present: its owner hid it, here or elsewhere, or the live photo that it is the
     * clip of, or somebody is on it who is hidden, or might be, as long as nobody looked for whose its faces are.
     */
    boolean isHidden(Asset asset);

    /**
     * Numbers of assets that may not be seen at present: hidden as {@link #isHidden} says, or with no file that is there.
     * So for as long as {@link Choices#revision} stands, but for what is new.
     */
    Set<Long> unseen();

    /** The asset's own embedding. */
    Optional<Embedding> embedding(long id);

    /** Faces with their embeddings. */
    List<AssetFace> facesWithEmbeddings(long id);

    /**
     * Assets that a stage has not seen in the given version: those never seen first, then the oldest.
     *
     * @param limit at most so many
     */
    List<Asset> outdated(Stage stage, String version, int limit);
}
