package app.keepsake.server;

import app.keepsake.server.internal.library.DurableFile;
import app.keepsake.share.TargetKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The places that the user has set up to send films to; kept in a file that only the owner can read. */
public final class SavedTargets {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");

    private final Path root;

    /**
     * A target as it was set up.
     *
     * @param kind a word of {@link TargetKind}
     * @param values by the names of the kind's fields, secrets included
     */
    public record Saved(String name, String kind, Map<String, String> values) {
        public Saved {
            values = Map.copyOf(values);
        }

        /** Without its values, of which some are secret. */
        @Override
        public String toString() {
            return name + ": " + kind;
        }
    }

    private record Kept(List<Saved> targets) {
        private static final Kept NONE = new Kept(List.of());
    }

    /** @param root the library's folder */
    public SavedTargets(Path root) {
        this.root = root;
    }

    /** Commands and the service both write it, so that it is read anew each time. */
    private DurableFile<Kept> file() {
        return new DurableFile<>(root.resolve("targets.json"), Kept.class, Kept.NONE);
    }

    public synchronized List<Saved> all() {
        return file().read().targets();
    }

    public Optional<Saved> find(String name) {
        return all().stream().filter(saved -> saved.name().equals(name)).findFirst();
    }

    /**
     * Keeps a target, in the place of one of the same name.
     *
     * @throws IllegalArgumentException when the name cannot be used, or values are missing or unknown
     */
    public synchronized void add(Saved target) {
        if (!NAME.matcher(target.name()).matches()) {
            throw new IllegalArgumentException(
                    "Expected a name of up to 40 letters, digits and spaces, found \"%s\".".formatted(target.name()));
        }
        TargetKind.named(target.kind()).check(target.values());
        List<Saved> targets = new ArrayList<>(all());
        targets.removeIf(saved -> saved.name().equals(target.name()));
        targets.add(target);
        forget(target.name());
        file().write(new Kept(targets));
    }

    /** The file in which a delivery keeps what its next try needs. It goes when the target goes, or is set up anew. */
    public Path notes(Saved target) {
        return root.resolve("targets").resolve(target.name() + ".notes");
    }

    private void forget(String name) {
        try {
            Files.deleteIfExists(root.resolve("targets").resolve(name + ".notes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether there was one */
    public synchronized boolean remove(String name) {
        List<Saved> targets = new ArrayList<>(all());
        boolean removed = targets.removeIf(saved -> saved.name().equals(name));
        if (removed) {
            forget(name);
            file().write(new Kept(targets));
        }
        return removed;
    }
}
