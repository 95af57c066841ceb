package app.keepsake.operations.sources;

import app.keepsake.operations.library.DurableFile;
import app.keepsake.sources.Account;
import app.keepsake.sources.Source;
import app.keepsake.sources.SourceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sources that the user has set up, in a library's file that only the owner can read; their keys are locked away. */
public final class SavedSources {
    private final Path root;
    private final DurableFile<Kept> file;
    private final KeyLock lock;

    private record Kept(List<SavedSource> sources) {
        private static final Kept NONE = new Kept(List.of());
    }

    /** @param root the library's folder */
    public SavedSources(Path root) {
        this.root = root;
        this.file = new DurableFile<>(root.resolve("sources.json"), Kept.class, Kept.NONE);
        this.lock = new KeyLock(root);
    }

    public List<SavedSource> all() {
        return file.read().sources();
    }

    public Optional<SavedSource> find(String name) {
        return all().stream().filter(saved -> saved.name().equals(name)).findFirst();
    }

    /**
     * Keeps a source, in the place of one of the same name: its pictures stay, and all that is told of them is read anew.
     *
     * @param favourites whether favourites there are favourites here
     * @throws IllegalArgumentException when the name cannot be used
     */
    public SavedSource add(String name, SourceKind kind, Account account, boolean favourites) throws IOException {
        WantedSource.checkName(name);
        SavedSource added = new SavedSource(
                name,
                kind.word(),
                account.address().toString(),
                lock.lock(account.key(), bound(name, account.address().toString())),
                account.partners(),
                account.sharedAlbums(),
                favourites);
        Kept ignored = file.update(kept -> new Kept(Stream.concat(
                        kept.sources().stream().filter(one -> !one.name().equals(name)), Stream.of(added))
                .toList()));
        boolean ignoredState = Files.deleteIfExists(folder(added).resolve(SyncSource.STATE));
        notes(added).note(LastReading::mended);
        return added;
    }

    /** How a source was last read. */
    public LastReading lastReading(SavedSource saved) {
        return notes(saved).last();
    }

    ReadingNotes notes(SavedSource saved) {
        return new ReadingNotes(folder(saved));
    }

    /** A key is sent to the address that it was given for, and to no other. */
    private static String bound(String name, String address) {
        return name + " " + address;
    }

    /**
     * Opens a source; nothing is asked there yet.
     *
     * @throws IOException when its key does not open, saying what to do
     */
    public Source open(SavedSource saved) throws IOException {
        try {
            return SourceKind.named(saved.kind())
                    .open(new Account(
                            Account.address(saved.address()),
                            lock.open(saved.locked(), bound(saved.name(), saved.address())),
                            saved.partners(),
                            saved.sharedAlbums()));
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
            throw new IOException(
                    "The source %s cannot be opened: %s Add it again.".formatted(saved.name(), e.getMessage()), e);
        }
    }

    /** Where what was read of a source lies. */
    Path folder(SavedSource saved) {
        return root.resolve("sources").resolve(saved.name());
    }

    /**
     * Forgets a source with all that was read of it; see {@code RemoveSource}.
     *
     * @return whether there was one
     */
    boolean remove(String name) throws IOException {
        Optional<SavedSource> there = find(name);
        if (there.isPresent()) {
            Kept ignored = file.update(kept -> new Kept(kept.sources().stream()
                    .filter(one -> !one.name().equals(name))
                    .toList()));
            delete(folder(there.get()));
        }
        return there.isPresent();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
