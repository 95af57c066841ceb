package app.keepsake.operations.library;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.share.SavedTargets;
import app.keepsake.share.SavedTargets.Saved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of deliveries, such as a host's key, goes with the target that it was remembered for. */
final class SavedTargetsTest {
    private static final Saved NAS =
            new Saved("nas", "sftp", Map.of("host", "nas.local", "user", "anna", "password", "secret"));
    private static final Saved OTHER =
            new Saved("nas", "sftp", Map.of("host", "other.local", "user", "anna", "password", "secret"));

    @TempDir
    Path root;

    private SavedTargets targets;
    private Path notes;

    @BeforeEach
    void remember() throws IOException {
        targets = TargetFile.in(root);
        targets.add(NAS);
        notes = targets.notes(NAS);
        Files.createDirectories(notes.getParent());
        Files.writeString(notes, "host key");
    }

    @Test
    void whenItIsRemoved() {
        assertThat(targets.remove("nas")).isTrue();
        assertThat(notes).doesNotExist();
    }

    @Test
    void whenItIsSetUpAnew() {
        targets.add(OTHER);
        assertThat(notes).doesNotExist();
    }

    @Test
    void whenABackupBringsAnotherOfItsName() {
        targets.forgetChanged(targets.replaceAll(before -> List.of(NAS)));
        assertThat(notes).as("it is the same").exists();
        targets.forgetChanged(targets.replaceAll(before -> List.of(OTHER)));
        assertThat(notes).doesNotExist();
    }
}
