package app.keepsake.server;

import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.server.internal.work.ServiceJob;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a library's service was told and did last, as its files say, also while none runs.
 *
 * @param folders that it watches
 * @param language of titles, a two-letter code; empty for the system's
 * @param background whether it works by itself
 * @param last what it did last of each kind of work, the latest first
 */
public record ServiceNotes(List<String> folders, String language, boolean background, List<Done> last) {
    private static final String FILE = "last.json";

    public ServiceNotes {
        folders = List.copyOf(folders);
        last = List.copyOf(last);
    }

    /**
     * A piece of work that is over.
     *
     * @param kind "index", "memories", "film" and so on
     * @param state "done", "failed" or "stopped"
     * @param at when, as ISO 8601 says
     * @param message why it failed, or what people should know although it is done; may be empty
     */
    public record Done(String kind, String state, String at, String message) {}

    /** As kept in the file. */
    record Kept(List<Done> last) {
        static final Kept NONE = new Kept(List.of());

        Kept {
            last = List.copyOf(last);
        }

        /** With what a job came to in the place of what the last of its kind did. */
        Kept with(ServiceJob job, Clock clock) {
            String kind = job.kind().name().toLowerCase(Locale.ROOT);
            List<Done> all = new ArrayList<>(last);
            all.removeIf(one -> one.kind().equals(kind));
            all.addFirst(new Done(
                    kind,
                    job.state().name().toLowerCase(Locale.ROOT),
                    clock.instant().toString(),
                    job.message()));
            return new Kept(all);
        }
    }

    /**
     * Those of a library's folder.
     *
     * @throws RuntimeException when the files are there and cannot be read
     */
    public static ServiceNotes of(Path root) {
        Settings settings = new DurableFile<>(root.resolve("settings.json"), Settings.class, Settings.INITIAL).read();
        return new ServiceNotes(
                settings.folders(),
                settings.language(),
                settings.background(),
                file(root).read().last());
    }

    static DurableFile<Kept> file(Path root) {
        return new DurableFile<>(root.resolve(FILE), Kept.class, Kept.NONE);
    }
}
