package app.keepsake.operations.backup;

import app.keepsake.catalog.Restored;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.operations.library.StoredJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The service's settings by their names, so that a backup of another version can be used as far as it goes. */
final class SettingsBackup {
    private static final String FOLDERS = "folders";

    private final Path file;

    /** @param root the library's folder */
    public SettingsBackup(Path root) {
        this.file = root.resolve("settings.json");
    }

    /** What is set; nothing while nothing was. */
    public Map<String, Object> read() throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Settings settings = StoredJson.read(Files.readAllBytes(file), Settings.class);
        return byName(settings);
    }

    private static Map<String, Object> byName(Settings settings) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one :
                StoredJson.read(StoredJson.text(settings)).properties()) {
            if (!one.getValue().isNull()) {
                byName.put(one.getKey(), StrictJson.plain(one.getValue()));
            }
        }
        return byName;
    }

    /**
     * What a backup would change. Where something is set already, joining adds only folders.
     *
     * @throws IllegalArgumentException when a value cannot be used
     */
    public Change change(Map<String, Object> backup, Restored.Way way) {
        return new Change(backup, way, joined(readable(), backup, way).names());
    }

    /** What is to be set, and the names of what is another one then. */
    private record Joined(Settings settings, List<String> names) {}

    private static Joined joined(Map<String, Object> before, Map<String, Object> backup, Restored.Way way) {
        Map<String, Object> wanted = new LinkedHashMap<>(
                before.isEmpty() || way == Restored.Way.REPLACE ? byName(Settings.INITIAL) : before);
        if (before.isEmpty() || way == Restored.Way.REPLACE) {
            Set<String> known = Set.copyOf(
                    StoredJson.read(StoredJson.text(Settings.INITIAL)).propertyNames());
            backup.forEach((name, value) -> {
                if (known.contains(name)) {
                    wanted.put(name, value);
                }
            });
        } else if (backup.get(FOLDERS) instanceof List<?> more && before.get(FOLDERS) instanceof List<?> some) {
            Set<Object> all = new LinkedHashSet<>(some);
            all.addAll(more);
            wanted.put(FOLDERS, List.copyOf(all));
        }
        List<String> names = new ArrayList<>();
        wanted.forEach((name, value) -> {
            if (!value.equals(before.get(name)) && !(before.isEmpty() && backup.isEmpty())) {
                names.add(name);
            }
        });
        return new Joined(settings(wanted), names);
    }

    /** What cannot be read is as if nothing were set. */
    private Map<String, Object> readable() {
        try {
            return read();
        } catch (IOException | IllegalArgumentException e) {
            return Map.of();
        }
    }

    private static Settings settings(Map<String, Object> byName) {
        try {
            return StoredJson.read(StoredJson.text(byName).getBytes(StandardCharsets.UTF_8), Settings.class);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Its settings are not as Keepsake writes them.", e);
        }
    }

    /** Settings that are to be joined with what is set when they are written, and the names of those that are other ones. */
    public final class Change {
        private final DurableFile<Settings> settings = new DurableFile<>(file, Settings.class, Settings.INITIAL);
        private final Map<String, Object> backup;
        private final Restored.Way way;
        private final List<String> names;
        private @Nullable Settings before;
        private @Nullable Settings after;

        private Change(Map<String, Object> backup, Restored.Way way, List<String> names) {
            this.backup = Map.copyOf(backup);
            this.way = way;
            this.names = List.copyOf(names);
        }

        public List<String> names() {
            return names;
        }

        public void write() {
            if (names.isEmpty()) {
                return;
            }
            after = settings.update(now -> {
                if (before == null) {
                    before = now;
                }
                return joined(Files.exists(file) ? byName(now) : Map.of(), backup, way)
                        .settings();
            });
        }

        /** Takes back what was written, unless something else was set since. */
        public void putBack() {
            Settings written = after;
            Settings was = before;
            if (written != null && was != null) {
                Settings ignored = settings.update(now -> now.equals(written) ? was : now);
            }
        }
    }
}
