package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With rclone itself, where it is installed, and its remote for folders of this machine. */
final class RcloneRemoteTest {
    @TempDir
    Path folder;

    @Test
    void sends() throws Exception {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "rclone")));
        assumeTrue(installed, "rclone is not installed");
        Parcel parcel = Parcels.in(folder);
        Path there = folder.resolve("there");
        Parcels.delivery(folder).carry(parcel, new RcloneRemote(":local:" + there));
        assertThat(there.resolve("our film.mp4")).hasSameBinaryContentAs(parcel.file());
        assertThatThrownBy(() -> Parcels.delivery(folder).carry(parcel, new RcloneRemote("nowhere:")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nowhere");
    }
}
