package app.keepsake.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the catalog remembers of paths. Paths are absolute and normalised by the methods here. */
public interface LibraryFiles {
    Optional<FileState> known(Path file);

    /** All known files in a folder and below it, in one reading; also the missing and the broken. */
    Map<Path, FileState> knownUnder(Path folder);

    /** Whether files are known in a folder or below it that were there when it was looked into last. */
    boolean anyUnder(Path folder);

    /** The files that hold an asset, also the missing, by path. */
    List<AssetFile> holding(long assetId);

    /** Files that could not be read, by path. */
    List<Problem> problems();
}
