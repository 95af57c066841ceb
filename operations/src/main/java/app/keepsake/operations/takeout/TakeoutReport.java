package app.keepsake.operations.takeout;

import java.nio.file.Path;
import java.util.List;

/**
 * What is in an export.
 *
 * @param name of the export, or the folder
 * @param parts the ZIPs that could be read; empty for a folder
 * @param missingParts numbers that no ZIP has, though later ones are there
 * @param photos how many photos and clips there are
 * @param matched of them, with a sidecar
 * @param unmatched of them, without: their paths in the export
 * @param orphans sidecars whose photo is not there
 * @param albums by folder
 * @param problems what could not be read
 */
public record TakeoutReport(
        String name,
        List<Path> parts,
        List<Integer> missingParts,
        int photos,
        int matched,
        List<String> unmatched,
        List<String> orphans,
        List<TakeoutAlbum> albums,
        List<Problem> problems) {
    public TakeoutReport {
        parts = List.copyOf(parts);
        missingParts = List.copyOf(missingParts);
        unmatched = List.copyOf(unmatched);
        orphans = List.copyOf(orphans);
        albums = List.copyOf(albums);
        problems = List.copyOf(problems);
    }
}
