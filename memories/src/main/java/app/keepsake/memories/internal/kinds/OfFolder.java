package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All that lies in a folder and below it. */
public final class OfFolder {
    static final String KEY = "folder";

    private OfFolder() {}

    public static Optional<Draft> draft(Path folder, Telling telling) {
        Path absolute = folder.toAbsolutePath().normalize();
        String path = absolute.toString();
        List<Item> source = telling.insight().items().stream()
                .filter(item -> item.folder().equals(path) || item.folder().startsWith(path + "/"))
                .toList();
        List<Item> pool = telling.pool(source);
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        Words words = telling.words();
        Path last = absolute.getFileName();
        String name = last == null ? path : last.toString();
        Draft draft = Draft.of(KEY, path, source, pool);
        return Optional.of(draft.slug(name)
                .titled(name, words.period(draft.firstDay(), draft.lastDay()))
                .because(words.say("because.folder")));
    }
}
