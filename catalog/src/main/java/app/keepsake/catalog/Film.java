package app.keepsake.catalog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A memory that was rendered.
 *
 * @param path of the film's file, absolute
 * @param kind of the memory, which need not be told any more; empty if unknown
 * @param assetIds of what it shows
 * @param edition {@link Edit#print} of the edit that it was made with
 * @param withdrawnBecause which choice withdrew it; empty while it may be shown
 */
public record Film(
        Path path,
        String memoryId,
        String kind,
        Instant renderedAt,
        List<Long> assetIds,
        String edition,
        Optional<String> withdrawnBecause) {
    public Film {
        assetIds = List.copyOf(assetIds);
    }

    /** The same film, withdrawn or given back. */
    public Film withdrawn(Optional<String> because) {
        return new Film(path, memoryId, kind, renderedAt, assetIds, edition, because);
    }

    /** Whether it may be shown, and shows what a memory shows now. */
    public boolean shows(Memory memory) {
        Set<Long> told = memory.shots().stream().map(Shot::assetId).collect(Collectors.toUnmodifiableSet());
        return memoryId.equals(memory.id())
                && withdrawnBecause.isEmpty()
                && edition.equals(memory.edit().print())
                && told.equals(Set.copyOf(assetIds));
    }
}
