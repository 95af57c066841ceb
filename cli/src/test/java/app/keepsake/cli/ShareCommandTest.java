package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Setting up a place and sending a film there, with a real SFTP server. */
final class ShareCommandTest {
    @TempDir
    Path folder;

    private SshServer server;
    private Path home;
    private Path film;

    @BeforeEach
    void start() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        Catalog.open(Files.createDirectories(folder.resolve("library")).resolve("catalog.db"))
                .close();
        film = Files.writeString(folder.resolve("Anna in Lisbon.mp4"), "a film");
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("host.key")));
        server.setPasswordAuthenticator((user, password, session) -> password.equals("right one"));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private TestCommand share(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "share";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--library";
        all[words.length + 2] = folder.resolve("library").toString();
        return TestCommand.run(all);
    }

    @Test
    void sendsAFilmUnderANameThatSaysNothing() throws IOException {
        TestCommand added = share(
                "add", "nas", "sftp", "host=127.0.0.1", "port=" + server.getPort(), "user=anna", "password=right one");
        assertThat(added.code()).as(added.err()).isZero();
        Path kept = folder.resolve("library").resolve("targets.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(share("list").out()).contains("nas: sftp").doesNotContain("right one");
        TestCommand sent = share("send", film.toString(), "--to", "nas", "--json");
        assertThat(sent.code()).as(sent.err()).isZero();
        String[] there = home.toFile().list();
        assertThat(there).hasSize(1);
        assertThat(there[0]).matches("film-[0-9a-f]{8}\\.mp4");
        assertThat(home.resolve(there[0])).hasContent("a film");
        assertThat(sent.out()).contains("sftp://127.0.0.1/" + there[0]);
        assertThat(share("remove", "nas").code()).isZero();
        assertThat(share("send", film.toString(), "--to", "nas").err()).contains("nas");
    }

    @Test
    void aPlaceThatIsRemovedIsForgotten() throws IOException {
        String[] add = {
            "add", "nas", "sftp", "host=127.0.0.1", "port=" + server.getPort(), "user=anna", "password=right one"
        };
        assertThat(share(add).code()).isZero();
        assertThat(share("send", film.toString(), "--to", "nas").code()).isZero();
        int port = server.getPort();
        server.stop(true);
        Files.delete(folder.resolve("host.key"));
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("host.key")));
        server.setPasswordAuthenticator((user, password, session) -> true);
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
        TestCommand other = share("send", film.toString(), "--to", "nas");
        assertThat(other.err()).contains("host key").contains("remove this target and add it again");
        assertThat(share("remove", "nas").code()).isZero();
        assertThat(folder.resolve("library").resolve("targets")).isEmptyDirectory();
        assertThat(share(add).code()).isZero();
        TestCommand again = share("send", film.toString(), "--to", "nas");
        assertThat(again.code()).as(again.err()).isZero();
    }

    @Test
    void saysWhatIsMissing() {
        TestCommand added = share("add", "nas", "s3", "url=https://s3.example", "region=eu");
        assertThat(added.code()).isEqualTo(1);
        assertThat(added.err()).contains("bucket");
        assertThat(share("add", "nas", "carrier-pigeon").err()).contains("sftp").contains("carrier-pigeon");
    }
}
