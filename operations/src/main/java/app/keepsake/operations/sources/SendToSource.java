package app.keepsake.operations.sources;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.sources.SourceFolder.Item;
import app.keepsake.sources.Source;
import app.keepsake.sources.WriteBack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts films and memories into the source that their photos come from, where somebody asks for it. What was put there
 * before of the same memory is replaced.
 */
public final class SendToSource {
    private final Catalog catalog;
    private final SavedSources sources;

    /** What was written of each memory: the source's keys. */
    private record Written(Map<String, String> films, Map<String, String> memories) {
        private static final Written NONE = new Written(Map.of(), Map.of());
    }

    public SendToSource(Catalog catalog, SavedSources sources) {
        this.catalog = catalog;
        this.sources = sources;
    }

    private DurableFile<Written> written(SavedSource saved) {
        return new DurableFile<>(sources.folder(saved).resolve("written.json"), Written.class, Written.NONE);
    }

    private static Map<String, String> with(Map<String, String> before, String memory, String key) {
        Map<String, String> after = new HashMap<>(before);
        after.put(memory, key);
        return Map.copyOf(after);
    }

    private static WriteBack writeBack(SavedSource saved, Source source) throws IOException {
        return source.writeBack()
                .orElseThrow(() ->
                        new IOException("%s: expected a source that can be written to, found one that can only be read."
                                .formatted(saved.name())));
    }

    /**
     * Sends the newest film of a memory that shows what the memory shows now.
     *
     * @param memory which may be shown
     * @return the film's file
     * @throws IOException when there is none, or it cannot be sent
     */
    public Path film(SavedSource saved, Memory memory) throws IOException, InterruptedException {
        Film film = catalog.memories().films().stream()
                .filter(known -> known.shows(memory) && Files.isRegularFile(known.path()))
                .max(Comparator.comparing(Film::renderedAt))
                .orElseThrow(() -> new IOException(
                        "%s: expected a film of this memory as it is now, found none. Make one: keepsake movie %s"
                                .formatted(memory.id(), memory.id())));
        DurableFile<Written> notes = written(saved);
        Optional<String> before = Optional.ofNullable(notes.read().films().get(memory.id()));
        try (Source source = sources.open(saved)) {
            String key = writeBack(saved, source).putFilm(film.path(), memory.id() + ".mp4", film.renderedAt(), before);
            Written ignored = notes.update(now -> new Written(with(now.films(), memory.id(), key), now.memories()));
        }
        return film.path();
    }

    /**
     * Tells a memory there, of those of its photos that are the source's.
     *
     * @param memory which may be shown
     * @param day on which it is shown
     * @return how many photos it tells of
     * @throws IOException when none of them is the source's, or it cannot be told
     */
    public int memory(SavedSource saved, Memory memory, LocalDate day) throws IOException, InterruptedException {
        List<String> keys = keys(saved, memory);
        if (keys.isEmpty()) {
            throw new IOException("%s: expected a memory of photos in %s, found none of them there."
                    .formatted(memory.id(), saved.name()));
        }
        DurableFile<Written> notes = written(saved);
        Optional<String> before = Optional.ofNullable(notes.read().memories().get(memory.id()));
        try (Source source = sources.open(saved)) {
            String key =
                    writeBack(saved, source).putMemory(day, memory.firstDay().getYear(), keys, before);
            Written ignored = notes.update(now -> new Written(now.films(), with(now.memories(), memory.id(), key)));
        }
        return keys.size();
    }

    /** By the names of files: the folder itself is left to whoever reads the source meanwhile. */
    private List<String> keys(SavedSource saved, Memory memory) {
        Path pictures = SourceFolder.pictures(sources.folder(saved));
        return memory.shots().stream()
                .map(Shot::assetId)
                .flatMap(id -> catalog.files().holding(id).stream())
                .filter(file -> !file.missing())
                .flatMap(file -> SourceFolder.itemOf(pictures, file.path()).stream())
                .map(Item::key)
                .distinct()
                .toList();
    }
}
