package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded contract, simulated: see {@link SimulatedNextcloud}. No Nextcloud runs here. */
final class NextcloudContractTest {
    @TempDir
    Path folder;

    private final SimulatedNextcloud nextcloud = new SimulatedNextcloud("anna", "right");

    private static URI films(int port) {
        return URI.create("http://localhost:%d/remote.php/dav/files/anna/Films%%20of%%20us".formatted(port));
    }

    @Test
    void goesOnWithTheChunksThatAreThere() throws Exception {
        Upload upload = TestUploads.in(folder);
        try (ContractServer server = new ContractServer(nextcloud);
                CuttingProxy way = new CuttingProxy(server.port(), TestUploads.CUT)) {
            Target target = new Nextcloud(films(way.port()), "anna", "right");
            TestUploads.session(folder).carry(upload, target);
            assertThat(way.hasCut()).isTrue();
            assertThat(server.count("PUT "))
                    .as("the first chunk is not sent twice")
                    .isEqualTo(3);
            assertThat(server.breaches).isEmpty();
        }
        assertThat(nextcloud.whole).isEqualTo(Files.readAllBytes(upload.file()));
    }

    @Test
    void sendsAgainOverWhatIsThere() throws Exception {
        Upload upload = TestUploads.in(folder);
        try (ContractServer server = new ContractServer(nextcloud)) {
            Target target = new Nextcloud(films(server.port()), "anna", "right");
            TestUploads.session(folder).carry(upload, target);
            TestUploads.session(folder).carry(upload, target);
            assertThat(server.breaches).isEmpty();
        }
        assertThat(nextcloud.whole).isEqualTo(Files.readAllBytes(upload.file()));
    }

    @Test
    void refusesAWrongPasswordWithoutTellingIt() throws Exception {
        Upload upload = TestUploads.in(folder);
        try (ContractServer server = new ContractServer(nextcloud)) {
            Target target = new Nextcloud(films(server.port()), "anna", "wrong-password");
            assertThatThrownBy(() -> TestUploads.session(folder).carry(upload, target))
                    .isInstanceOf(UploadRefusedException.class)
                    .hasMessageContaining("password or token")
                    .hasMessageNotContaining("wrong-password");
        }
    }
}
