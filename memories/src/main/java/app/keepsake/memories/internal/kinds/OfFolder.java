package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Memory;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.analysis.LibraryAnalysis;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** All that lies in a folder and below it. */
public final class OfFolder {
    public static final String KEY = "folder";

    private OfFolder() {}

    /** The folder that a memory was made of: the one of its name above its first shot. */
    public static Optional<Path> of(Memory memory, LibraryAnalysis analysis) {
        long first = memory.shots().getFirst().assetId();
        return analysis.all().stream()
                .filter(item -> item.id() == first)
                .map(item -> Path.of(item.folder()))
                .flatMap(folder -> Stream.iterate(folder, Objects::nonNull, Path::getParent))
                .filter(folder -> folder.endsWith(memory.title()))
                .findFirst();
    }

    public static Optional<Draft> draft(Path folder, TellingContext context) {
        Path absolute = folder.toAbsolutePath().normalize();
        String path = absolute.toString();
        List<Item> source = context.analysis().all().stream()
                .filter(item -> item.folder().equals(path) || item.folder().startsWith(path + "/"))
                .toList();
        List<Item> pool = context.pool(KEY, path, source);
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        Path last = absolute.getFileName();
        String name = last == null ? path : last.toString();
        Draft draft = Draft.of(KEY, path, source, pool);
        return Optional.of(draft.slug(name)
                .titled(name, context.period(pool))
                .because(context.words().text("because.folder")));
    }
}
