package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With rclone itself, where it is installed, and its remote for folders of this machine. */
final class RcloneRemoteTest {
    @TempDir
    Path folder;

    private Map<String, String> environment;

    @BeforeEach
    void setUp() throws IOException {
        Path config = Files.writeString(folder.resolve("rclone.conf"), """
            [here]
            type = local
            [my drive]
            type = alias
            remote = %s
            """.formatted(folder));
        environment = Map.of("RCLONE_CONFIG", config.toString());
    }

    private RcloneRemote remote(String text) {
        return new RcloneRemote(text, environment);
    }

    @Test
    void sends() throws Exception {
        Needs.program("rclone");
        Upload upload = TestUploads.in(folder);
        Path there = folder.resolve("there");
        TestUploads.session(folder).carry(upload, remote("here:" + there));
        assertThat(there.resolve("our film.mp4")).hasSameBinaryContentAs(upload.file());
        TestUploads.session(folder).carry(upload, remote("my drive:elsewhere/"));
        assertThat(folder.resolve("elsewhere").resolve("our film.mp4")).hasSameBinaryContentAs(upload.file());
    }

    @Test
    void refusesWhatRcloneDoesNotList() throws Exception {
        Needs.program("rclone");
        Upload upload = TestUploads.in(folder);
        assertThatThrownBy(() -> TestUploads.session(folder).carry(upload, remote("nowhere:")))
                .isInstanceOf(UploadRefusedException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("here:");
        assertThatThrownBy(() -> TargetKind.RCLONE.check(Map.of("remote", "nowhere:Films")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":local:/tmp",
                ":webdav,bearer_token_command='touch FILE':x",
                "here,bearer_token_command='touch FILE':x",
                "here,pass=hunter2hunter2:x",
                "--config=FILE",
                "-v:x",
                "--password-command=touch FILE:x",
                "here:../x",
                "here:a/../../x",
                "here:a\nb",
                "here",
                "/tmp",
                " :x",
                "",
                "here\n--config:x"
            })
    void takesNothingButANameAndAFolder(String text) throws Exception {
        Path run = folder.resolve("run");
        String remote = text.replace("FILE", run.toString());
        assertThatThrownBy(() -> TargetKind.RCLONE.check(Map.of("remote", remote)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("touch");
        // What was set up before, or written into the file by hand, is no better.
        assertThatThrownBy(() -> TestUploads.session(folder)
                        .carry(TestUploads.in(folder), TargetKind.RCLONE.of(Map.of("remote", remote))))
                .isInstanceOf(UploadRefusedException.class)
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("touch");
        assertThat(run).doesNotExist();
    }
}
