package app.keepsake.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything known of one asset, without its embeddings.
 *
 * @param files that hold it and were there at the last scan, by path
 * @param faces from left to right; of animals those of which the user said whose they are
 * @param tags by name
 * @param versions of what did each stage; empty in {@link Assets#each}
 */
public record AssetView(
        Asset asset,
        List<Path> files,
        List<AssetFace> faces,
        Optional<Quality> quality,
        List<Tag> tags,
        List<Flag> flags,
        Map<Stage, String> versions) {}
