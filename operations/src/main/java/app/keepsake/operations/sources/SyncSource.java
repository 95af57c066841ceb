package app.keepsake.operations.sources;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.index.GoneFiles;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.sources.Changes;
import app.keepsake.sources.Greeting;
import app.keepsake.sources.Presence;
import app.keepsake.sources.Source;
import app.keepsake.sources.SourceAsset;
import app.keepsake.sources.SourceException;
import app.keepsake.sources.SourceException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Brings what is known here of a source up to date. A page is in its files before the cursor moves on, so that a run that
 * was stopped or killed loses nothing, and reads at most a page twice. Not thread-safe.
 */
public final class SyncSource {
    /** The file that says how far a source has been read. */
    static final String STATE = "state.json";

    private final Catalog catalog;
    private final Source source;
    private final SourceFolder folder;
    private final DurableFile<SourceState> state;
    private int changed;
    private int gone;
    private int unusable;

    SyncSource(Catalog catalog, Source source, SourceFolder folder, DurableFile<SourceState> state) {
        this.catalog = catalog;
        this.source = source;
        this.folder = folder;
        this.state = state;
    }

    static DurableFile<SourceState> state(Path root) {
        return new DurableFile<>(root.resolve(STATE), SourceState.class, SourceState.NONE);
    }

    /**
     * Reads what changed there, and takes away here at once what may not be shown there any more. No pictures are fetched.
     *
     * @param stop asked between pages
     */
    SyncReport facts(BooleanSupplier stop) throws IOException, InterruptedException {
        Greeting ignoredGreeting = source.greet();
        if (state.read().people().isEmpty()) {
            // Before the first page: who is named while the pages are read has changed since.
            Map<String, String> people = source.people();
            SourceState ignored = state.update(now -> now.knowing(people));
        }
        boolean more = true;
        while (more && !stop.getAsBoolean()) {
            more = page();
        }
        if (!more && !stop.getAsBoolean()) {
            // In the order in which it matters: what may not be shown goes first.
            presence();
            albums();
            names();
        }
        return new SyncReport(
                folder.size(),
                changed,
                gone,
                0,
                folder.withoutPicture().size(),
                0,
                unusable,
                more || stop.getAsBoolean());
    }

    private boolean page() throws IOException, InterruptedException {
        Changes changes;
        try {
            changes = source.changes(state.read().cursor());
        } catch (SourceException e) {
            if (e.kind() != Kind.CURSOR) {
                throw e;
            }
            changes = source.changes("");
        }
        for (SourceAsset asset : changes.assets()) {
            put(asset, false);
        }
        unusable += changes.unusable();
        String next = changes.next();
        SourceState ignored = state.update(now -> now.at(next));
        return changes.more();
    }

    private void put(SourceAsset asset, boolean shared) throws IOException, InterruptedException {
        // Faces of what is new are asked for with its picture; what is there already must not lose them.
        boolean ask = asset.peopleUntold()
                && folder.find(asset.key()).flatMap(folder::picture).isPresent();
        changed += folder.put(ask ? asset.showing(source.faces(asset.key())) : asset, shared) ? 1 : 0;
    }

    private void presence() throws IOException, InterruptedException {
        Presence presence = source.presence(folder);
        takeAway(presence.gone());
        for (SourceAsset asset : presence.missed()) {
            put(asset, false);
        }
    }

    private void takeAway(Set<String> keys) throws IOException {
        boolean any = false;
        for (String key : keys) {
            any |= folder.remove(key);
        }
        if (any) {
            gone += keys.size();
            boolean ignored = GoneFiles.note(catalog, folder.pictures(), folder.files());
        }
    }

    /** Albums may hold what others own, which no search finds. */
    private void albums() throws IOException, InterruptedException {
        var told = source.albums(state.read().albumVersions());
        SourceState now = state.update(before -> before.with(told));
        Set<String> wanted = now.inSharedAlbums();
        for (String key : wanted) {
            if (!folder.contains(key)) {
                Optional<SourceAsset> asset = source.asset(key);
                if (asset.isPresent()) {
                    put(asset.get(), true);
                }
            }
        }
        Set<String> left = new HashSet<>(folder.shared());
        left.removeAll(wanted);
        takeAway(left);
    }

    /** Naming somebody changes no asset there. */
    private void names() throws IOException, InterruptedException {
        Map<String, String> before = state.read().people().orElse(Map.of());
        Map<String, String> people = source.people();
        for (Map.Entry<String, String> person : people.entrySet()) {
            if (!person.getValue().equals(before.get(person.getKey()))) {
                for (String key : source.showing(person.getKey())) {
                    nameAnew(key);
                }
            }
        }
        SourceState ignored = state.update(now -> now.knowing(people));
    }

    private void nameAnew(String key) throws IOException, InterruptedException {
        Optional<SourceFolder.Item> known = folder.find(key);
        if (known.isPresent()) {
            Optional<SourceAsset> asset = source.asset(key);
            if (asset.isPresent()) {
                boolean shared = known.get().place().equals(SourceFolder.SHARED);
                changed += folder.put(asset.get().showing(source.faces(key)), shared) ? 1 : 0;
            }
        }
    }
}
