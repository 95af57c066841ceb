package app.keepsake.server.internal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.server.internal.disk.Disks;
import app.keepsake.server.internal.disk.StalledDisk;
import app.keepsake.testbed.Pipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MusicFoldersTest {
    @TempDir
    Path folder;

    @Test
    void aDiskThatDoesNotAnswerIsNotAskedForMusic() throws IOException {
        Path song = Files.writeString(folder.resolve("song.mp3"), "song");
        Path pipe = Pipes.make(folder.resolve("pipe"));
        try (Disks disks = new Disks(() -> List.of(folder), Duration.ofSeconds(1), Duration.ofMinutes(10))) {
            MusicFolders music = new MusicFolders(List.of(folder.toString()), disks);
            assertThat(music.find(song.toString())).isEqualTo(song);
            assertThatThrownBy(() -> disks.ask(pipe, () -> Files.newInputStream(pipe)))
                    .isInstanceOf(StalledDisk.class);
            assertThatThrownBy(() -> music.find(song.toString())).isInstanceOf(StalledDisk.class);
        }
    }
}
