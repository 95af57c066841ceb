package app.keepsake.share;

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

/** The places that the user has set up to send films to. */
public final class SavedTargets {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");

    private final Path folder;
    private final Store store;

    /** Where targets are kept. A change is durable when the method returns, and made of what is kept at that moment. */
    public interface Store {
        List<Saved> read();

        /** @param change may be called more than once; what it throws is thrown on, and nothing is changed */
        void update(UnaryOperator<List<Saved>> change);
    }

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

    /** @param folder for what uploads keep between tries; made by whoever writes there */
    public SavedTargets(Path folder, Store store) {
        this.folder = folder;
        this.store = store;
    }

    public List<Saved> all() {
        return store.read();
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
        store.update(kept -> Stream.concat(
                        kept.stream().filter(saved -> !saved.name().equals(target.name())), Stream.of(target))
                .toList());
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
    public static void check(List<Saved> targets) {
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
    public List<Saved> replaceAll(UnaryOperator<List<Saved>> change) {
        List<Saved> was = new ArrayList<>();
        store.update(before -> {
            was.clear();
            was.addAll(before);
            List<Saved> targets = List.copyOf(change.apply(before));
            check(targets);
            return targets;
        });
        return List.copyOf(was);
    }

    /** Forgets what is remembered of deliveries to targets that are not kept any more as they were. */
    public void forgetChanged(List<Saved> before) {
        List<Saved> now = all();
        before.stream().filter(saved -> !now.contains(saved)).forEach(saved -> forget(saved.name()));
    }

    /** The file in which an upload keeps what its next try needs. It goes when the target goes, or is set up anew. */
    public Path notes(Saved target) {
        return folder.resolve(target.name() + ".notes");
    }

    private void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + ".notes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether there was one */
    public boolean remove(String name) {
        boolean there = find(name).isPresent();
        if (there) {
            forget(name);
            store.update(kept ->
                    kept.stream().filter(saved -> !saved.name().equals(name)).toList());
        }
        return there;
    }
}
