package app.keepsake.server;

import app.keepsake.server.internal.api.Json;
import app.keepsake.server.internal.api.Problem;
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
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The places that the user has set up to send films to; kept in a file that only the owner can read. */
public final class SavedTargets {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");

    private final Path root;
    private final DurableFile<Kept> file;

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
        this.file = new DurableFile<>(root.resolve("targets.json"), Kept.class, Kept.NONE);
    }

    /**
     * Looks whether the file can be read, and leaves it as it is.
     *
     * @throws IOException when it is there and cannot be read
     */
    void checkFile() throws IOException {
        Path targets = root.resolve("targets.json");
        if (Files.exists(targets)) {
            try {
                Kept ignored = Json.read(Files.readAllBytes(targets), Kept.class);
            } catch (Problem e) {
                throw new IOException(targets + ": " + e.getMessage(), e);
            }
        }
    }

    public List<Saved> all() {
        return file.read().targets();
    }

    public Optional<Saved> find(String name) {
        return all().stream().filter(saved -> saved.name().equals(name)).findFirst();
    }

    /**
     * Keeps a target, in the place of one of the same name.
     *
     * @throws IllegalArgumentException when the name cannot be used, or values are missing or unknown
     */
    public void add(Saved target) {
        checkName(target.name());
        TargetKind.named(target.kind()).check(target.values());
        forget(target.name());
        file.update(kept -> new Kept(Stream.concat(
                        kept.targets().stream().filter(saved -> !saved.name().equals(target.name())), Stream.of(target))
                .toList()));
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Expected a name of up to 40 letters, digits and spaces, found \"%s\".".formatted(name));
        }
    }

    /**
     * Looks at targets of a backup, whose secrets may be missing.
     *
     * @throws IllegalArgumentException when one cannot be used
     */
    static void check(List<Saved> targets) {
        for (Saved target : targets) {
            checkName(target.name());
            TargetKind.named(target.kind()).checkWithoutSecrets(target.values());
        }
    }

    /**
     * Keeps other targets instead.
     *
     * @param change is given those that are kept now
     * @return what was kept before
     */
    List<Saved> replaceAll(UnaryOperator<List<Saved>> change) {
        List<Saved> was = new ArrayList<>();
        Kept ignored = file.update(before -> {
            was.addAll(before.targets());
            List<Saved> targets = List.copyOf(change.apply(before.targets()));
            check(targets);
            return new Kept(targets);
        });
        return List.copyOf(was);
    }

    /** Forgets what is remembered of deliveries to targets that are not kept any more as they were. */
    void forgetChanged(List<Saved> before) {
        List<Saved> now = all();
        before.stream().filter(saved -> !now.contains(saved)).forEach(saved -> forget(saved.name()));
    }

    /** The file in which an upload keeps what its next try needs. It goes when the target goes, or is set up anew. */
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
    public boolean remove(String name) {
        boolean there = find(name).isPresent();
        if (there) {
            forget(name);
            file.update(kept -> new Kept(kept.targets().stream()
                    .filter(saved -> !saved.name().equals(name))
                    .toList()));
        }
        return there;
    }
}
