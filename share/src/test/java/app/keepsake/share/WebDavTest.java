package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.testbed.Needs;
import app.keepsake.testbed.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Apache's mod_dav, where Debian's package apache2-bin is installed. */
final class WebDavTest {
    private static final Path APACHE = Path.of("/usr/sbin/apache2");

    @TempDir
    Path folder;

    private Process apache;
    private int port;

    @BeforeEach
    void start() throws Exception {
        Needs.tool(Files.isExecutable(APACHE), "Debian's package apache2-bin is not installed");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.createDirectories(folder.resolve("root").resolve("films"));
        // The workers of a server that root starts run as somebody else.
        new ProcessBuilder("chmod", "-R", "a+rwX", folder.toString()).start().waitFor();
        // "anna" with the password "right".
        Files.writeString(folder.resolve("users"), "anna:{SHA}0nofEXcSAJSXFLGvmfBIpBb11vQ=\n");
        Path config = Files.writeString(folder.resolve("httpd.conf"), """
            ServerRoot %1$s
            ServerName localhost
            Listen 127.0.0.1:%2$d
            PidFile %1$s/pid
            ErrorLog %1$s/log
            DefaultRuntimeDir %1$s
            Mutex file:%1$s default
            LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
            LoadModule authn_core_module /usr/lib/apache2/modules/mod_authn_core.so
            LoadModule authn_file_module /usr/lib/apache2/modules/mod_authn_file.so
            LoadModule auth_basic_module /usr/lib/apache2/modules/mod_auth_basic.so
            LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
            LoadModule authz_user_module /usr/lib/apache2/modules/mod_authz_user.so
            LoadModule dav_module /usr/lib/apache2/modules/mod_dav.so
            LoadModule dav_fs_module /usr/lib/apache2/modules/mod_dav_fs.so
            DavLockDB %1$s/locks
            DocumentRoot %1$s/root
            <Directory %1$s/root>
                Dav On
                AuthType Basic
                AuthName films
                AuthUserFile %1$s/users
                Require valid-user
            </Directory>
            """.formatted(folder, port));
        apache = new ProcessBuilder(APACHE.toString(), "-f", config.toString(), "-DFOREGROUND")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        Patience.until("Apache listens; " + folder.resolve("out") + " tells why not", () -> {
            assertThat(apache.isAlive()).isTrue();
            return listens();
        });
    }

    private boolean listens() {
        try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (apache != null) {
            apache.destroy();
            apache.waitFor();
        }
    }

    @Test
    void goesOnWhereTheConnectionWasCut() throws Exception {
        Upload upload = TestUploads.in(folder);
        try (CuttingProxy way = new CuttingProxy(port, TestUploads.CUT)) {
            URI films = URI.create("http://localhost:%d/films".formatted(way.port()));
            assertThat(TestUploads.session(folder).carry(upload, new WebDav(films, "anna", "right")))
                    .contains(URI.create(films + "/our%20film.mp4"));
            assertThat(way.hasCut()).isTrue();
            assertThat(way.passed())
                    .as("only the part that was cut is sent twice")
                    .isLessThan(TestUploads.SIZE + Upload.PART);
        }
        Path films = folder.resolve("root").resolve("films");
        assertThat(films.resolve("our film.mp4")).hasSameBinaryContentAs(upload.file());
        assertThat(films.resolve("our film.mp4").getParent().toFile().list((dir, name) -> name.endsWith(".part")))
                .isEmpty();
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        Upload upload = TestUploads.in(folder);
        URI films = URI.create("http://localhost:%d/films/".formatted(port));
        assertThatThrownBy(() -> TestUploads.session(folder).carry(upload, new WebDav(films, "anna", "wrong")))
                .isInstanceOf(UploadRefusedException.class)
                .hasMessageContaining("password");
    }
}
