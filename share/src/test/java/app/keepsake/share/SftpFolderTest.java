package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against MINA SSHD's server. */
final class SftpFolderTest {
    @TempDir
    Path folder;

    private SshServer server;
    private Path home;

    @BeforeEach
    void start() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve("films"));
        listen(0);
    }

    private void listen(int port) throws IOException {
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("host.key")));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("anna") && password.equals("right"));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    @Test
    @Tag("slow")
    void goesOnWhereTheConnectionWasCut() throws Exception {
        Upload upload = TestUploads.in(folder);
        try (CuttingProxy way = new CuttingProxy(server.getPort(), TestUploads.CUT)) {
            Target target = new SftpFolder("127.0.0.1", way.port(), "anna", "right", "", "films");
            TestUploads.session(folder).carry(upload, target);
            assertThat(way.hasCut()).isTrue();
            assertThat(way.passed()).as("nothing much is sent twice").isLessThan(TestUploads.SIZE + Upload.PART);
        }
        assertThat(home.resolve("films").resolve("our film.mp4")).hasSameBinaryContentAs(upload.file());
        assertThat(home.resolve("films").toFile().list()).hasSize(1);
    }

    @Test
    void refusesAnotherHostKeyAndAWrongPassword() throws Exception {
        Upload upload = TestUploads.in(folder);
        int port = server.getPort();
        assertThatThrownBy(() -> TestUploads.session(folder)
                        .carry(upload, new SftpFolder("127.0.0.1", port, "anna", "wrong", "", "films")))
                .isInstanceOf(UploadRefusedException.class)
                .hasMessageContaining("not let in");
        Target target = new SftpFolder("127.0.0.1", port, "anna", "right", "", "films");
        TestUploads.session(folder).carry(upload, target);
        server.stop(true);
        Files.delete(folder.resolve("host.key"));
        listen(port);
        assertThatThrownBy(() -> TestUploads.session(folder).carry(upload, target))
                .isInstanceOf(UploadRefusedException.class)
                .hasMessageContaining("host key");
    }
}
