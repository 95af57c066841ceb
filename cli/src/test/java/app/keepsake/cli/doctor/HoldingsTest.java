package app.keepsake.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.operations.disk.DiskWatch;
import app.keepsake.operations.disk.NoAnswer;
import app.keepsake.testbed.Pipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HoldingsTest {
    @TempDir
    Path folder;

    @Test
    void aFolderWhoseDiskDoesNotAnswerIsNotWaitedFor() throws IOException {
        Path pipe = Pipes.make(folder.resolve("pipe"));
        try (DiskWatch disks = new DiskWatch(List.of(folder), lost -> {}, Duration.ofSeconds(1))) {
            assertThat(Holdings.folder(folder, disks).health()).isEqualTo(Finding.Health.WELL);
            assertThatThrownBy(() -> disks.ask(pipe, () -> Files.newInputStream(pipe)))
                    .isInstanceOf(NoAnswer.class);
            assertThat(Holdings.folder(folder, disks))
                    .isEqualTo(Finding.ill("folders", "folder.silent", folder.toString()));
        }
    }
}
