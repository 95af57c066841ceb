package app.keepsake.operations.library;

import app.keepsake.share.SavedTargets;
import app.keepsake.share.SavedTargets.Saved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Targets in a library's file that only the owner can read. */
public final class TargetFile implements SavedTargets.Store {
    private static final String NAME = "targets.json";

    private final DurableFile<Kept> file;

    private record Kept(List<Saved> targets) {
        private static final Kept NONE = new Kept(List.of());
    }

    private TargetFile(Path root) {
        this.file = new DurableFile<>(root.resolve(NAME), Kept.class, Kept.NONE);
    }

    /** @param root the library's folder */
    public static SavedTargets in(Path root) {
        return new SavedTargets(root.resolve("targets"), new TargetFile(root));
    }

    /**
     * Looks whether the file can be read, and leaves it as it is.
     *
     * @throws IOException when it is there and cannot be read
     */
    public static void check(Path root) throws IOException {
        Path targets = root.resolve(NAME);
        if (Files.exists(targets)) {
            try {
                Kept ignored = StoredJson.read(Files.readAllBytes(targets), Kept.class);
            } catch (IllegalArgumentException e) {
                throw new IOException(targets + ": " + e.getMessage(), e);
            }
        }
    }

    @Override
    public List<Saved> read() {
        return file.read().targets();
    }

    @Override
    public void update(UnaryOperator<List<Saved>> change) {
        Kept ignored = file.update(kept -> new Kept(change.apply(kept.targets())));
    }
}
