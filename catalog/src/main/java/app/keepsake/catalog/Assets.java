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

    /** Number of assets with at least one file that is not missing. */
    long count();

    /**
     * Goes through all assets with at least one file that is not missing, by capture time (unknown first), then hash.
     * Reads as it goes: holds one at a time. What is written meanwhile is not seen.
     */
    void each(Consumer<AssetView> visitor);

    /**
     * Numbers of assets that may not be seen at present: hidden by their owner, with somebody on them who is hidden or
     * might be, or with no file that is there. So for as long as {@link Choices#revision} stands, but for what is new.
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
