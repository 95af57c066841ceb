package app.keepsake.server.internal.library;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.server.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The films of memories: one file for each mood and length, with a name that no request can bend. */
public final class Films {
    public static final List<String> LENGTHS = List.of("short", "medium", "long");
    public static final String STANDARD_LENGTH = "medium";

    private final Catalog catalog;
    private final Program program;
    private final Path folder;

    /** @param folder where they are */
    public Films(Catalog catalog, Program program, Path folder) {
        this.catalog = catalog;
        this.program = program;
        this.folder = folder;
    }

    public List<String> moods() {
        return program.moods();
    }

    public String moodFor(Memory memory) {
        return program.moodFor(memory);
    }

    /** The file of a film that may be shown and shows what its memory shows now. */
    public Optional<Path> find(Memory memory, String mood, String length) {
        return catalog.memories()
                .film(file(memory.id(), mood, length))
                .filter(film -> film.shows(memory))
                .map(Film::path)
                .filter(Files::isRegularFile);
    }

    /** Those that there are now, for whoever asks for many: the catalog is read once. */
    public Made made() {
        return new Made(catalog.memories().films().stream().collect(Collectors.toMap(Film::path, Function.identity())));
    }

    /** The films that there were at a moment. */
    public final class Made {
        private final Map<Path, Film> byPath;

        private Made(Map<Path, Film> byPath) {
            this.byPath = byPath;
        }

        /** As {@link Films#find}. */
        public boolean has(Memory memory, String mood, String length) {
            Film film =
                    byPath.get(file(memory.id(), mood, length).toAbsolutePath().normalize());
            return film != null && film.shows(memory) && Files.isRegularFile(film.path());
        }
    }

    /** Where a film stands when it is made. */
    public Path file(String memoryId, String mood, String length) {
        if (!memoryId.matches("[a-z0-9-]+") || !moods().contains(mood) || !LENGTHS.contains(length)) {
            throw new IllegalArgumentException("no film: " + memoryId + " " + mood + " " + length);
        }
        return folder.resolve(memoryId + "." + mood + "." + length + ".mp4");
    }
}
