package app.keepsake.catalog;

import java.nio.file.Path;

/**
 * A file that holds an asset.
 *
 * @param path absolute
 * @param missing whether the last scan did not find it
 */
public record AssetFile(Path path, FileStamp stamp, ContentHash hash, boolean missing) {}
