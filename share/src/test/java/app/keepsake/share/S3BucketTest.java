package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against S3Proxy, a server that checks signatures and holds objects in memory. Starting it takes a while. */
@Tag("slow")
final class S3BucketTest {
    @TempDir
    Path folder;

    private BlobStoreContext store;
    private S3Proxy server;

    @BeforeEach
    void start() throws Exception {
        store = ContextBuilder.newBuilder("transient-nio2")
                .credentials("id", "secret")
                .build(BlobStoreContext.class);
        store.getBlobStore().createContainerInLocation(null, "films");
        server = S3Proxy.builder()
                .blobStore(store.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "anna", "right")
                .build();
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        store.close();
    }

    private static Target bucket(int port, String secret) {
        return new S3Bucket(
                URI.create("http://127.0.0.1:" + port), "us-east-1", "films", "holidays 2025/", "anna", secret);
    }

    @Test
    void goesOnWhereTheConnectionWasCut() throws Exception {
        Upload upload = TestUploads.in(folder);
        try (CuttingProxy way = new CuttingProxy(server.getPort(), TestUploads.CUT)) {
            TestUploads.session(folder).carry(upload, bucket(way.port(), "right"));
            assertThat(way.hasCut()).isTrue();
            assertThat(way.passed())
                    .as("only the part that was cut is sent twice")
                    .isLessThan(TestUploads.SIZE + Upload.PART);
        }
        assertThat(store.getBlobStore()
                        .getBlob("films", "holidays 2025/our film.mp4")
                        .getPayload()
                        .openStream())
                .hasSameContentAs(Files.newInputStream(upload.file()));
        assertThat(folder.resolve("notes")).content().doesNotContain("s3");
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        Upload upload = TestUploads.in(folder);
        assertThatThrownBy(() -> TestUploads.session(folder).carry(upload, bucket(server.getPort(), "wrong")))
                .isInstanceOf(UploadRefusedException.class)
                .hasMessageContaining("403");
    }

    /** The example "GET Bucket Lifecycle" of AWS's documentation of the signature. */
    @Test
    void signsAsTheDocumentationShows() {
        S3Signature signature =
                new S3Signature("us-east-1", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        assertThat(signature.authorization(
                        "GET",
                        "/",
                        "lifecycle=",
                        "examplebucket.s3.amazonaws.com",
                        "20130524T000000Z",
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
                .endsWith("Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    }
}
