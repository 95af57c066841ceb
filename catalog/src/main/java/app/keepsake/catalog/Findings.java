package app.keepsake.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was computed from an asset's pixels. A stage counts as done when {@code versions} names it; what was known of
 * that stage before is replaced, also when nothing was found. Values of stages that are not named are not stored.
 *
 * @param faces of people, and of {@link Stage#ANIMALS} boxes of animals: each stage replaces its own
 * @param versions of what did each stage; {@link Stage#FACES} and {@link Stage#FACE_EMBEDDINGS} are stored together
 */
public record Findings(
        List<AssetFace> faces,
        Optional<Quality> quality,
        List<Tag> tags,
        List<Flag> flags,
        Optional<Embedding> embedding,
        Map<Stage, String> versions) {
    public static final Findings NONE =
            new Findings(List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), Map.of());

    public Findings {
        faces = List.copyOf(faces);
        tags = List.copyOf(tags);
        flags = List.copyOf(flags);
        versions = Map.copyOf(versions);
    }
}
