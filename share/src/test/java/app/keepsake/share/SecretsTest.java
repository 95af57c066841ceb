package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is secret is in no message, whoever repeats it. */
final class SecretsTest {
    private static final String SECRET = "pa ss+wörd-7";

    @TempDir
    Path folder;

    /** A target of each kind whose values are all in order, with the one secret. */
    private static Map<String, String> values(TargetKind kind, String url) {
        Map<String, String> values = new HashMap<>();
        for (TargetKind.Field field : kind.fields()) {
            String value = switch (field.name()) {
                case "url" -> url;
                case "port" -> "1";
                case "host" -> "127.0.0.1";
                case "visibility", "privacy", "key" -> "";
                case "remote" -> "nowhere:x";
                default -> field.secret() ? SECRET : "anna";
            };
            values.put(field.name(), value);
        }
        return values;
    }

    /** The other side repeats all that it is told. */
    @ParameterizedTest
    @EnumSource(names = {"WEBDAV", "NEXTCLOUD", "S3", "MASTODON"})
    void theOtherSidesWordsTellNone(TargetKind kind) throws Exception {
        Upload upload = TestUploads.in(folder);
        try (ContractServer server = new ContractServer(request -> {
            StringBuilder all = new StringBuilder("password=" + SECRET + " " + Web.encoded(SECRET) + "\n");
            request.exchange.getRequestHeaders().forEach((name, value) -> all.append(name + ": " + value + "\n"));
            request.respond(403, all + "?token=abc&X-Amz-Signature=def");
        })) {
            Map<String, String> values =
                    values(kind, server.uri("/remote.php/dav/files/anna/x").toString());
            assertThatThrownBy(() -> TestUploads.session(folder).carry(upload, kind.of(values)))
                    .isInstanceOf(UploadRefusedException.class)
                    .hasMessageNotContaining(SECRET)
                    .hasMessageNotContaining(Web.encoded(SECRET))
                    .hasMessageNotContaining(Web.basic("anna", SECRET).substring(6))
                    .hasMessageNotContaining("abc");
        }
    }

    @Test
    void aLibrarysWordsTellNone() throws IOException {
        Upload upload = TestUploads.in(folder);
        Target talkative = (sent, progress) -> {
            throw new IllegalArgumentException(
                    "invalid header value: \"Bearer " + SECRET + "\"", new IOException("with " + SECRET));
        };
        assertThatThrownBy(() ->
                        new Discreet(talkative, List.of(SECRET), "anna").send(upload, TestUploads.progress(folder)))
                .isInstanceOf(UploadRefusedException.class)
                .hasMessageNotContaining(SECRET)
                .hasNoCause();
        Target lost = (sent, progress) -> {
            throw new IOException("lost", new IOException("with " + SECRET));
        };
        assertThatThrownBy(() -> new Discreet(lost, List.of(SECRET), "anna").send(upload, TestUploads.progress(folder)))
                .isInstanceOf(IOException.class)
                .hasMessage("lost")
                .hasNoCause();
        Target fine = (sent, progress) -> Optional.of(URI.create("https://host/" + sent.name()));
        assertThat(new Discreet(fine, List.of(SECRET, ""), "anna").getClass()).isEqualTo(Discreet.class);
    }

    @ParameterizedTest
    @EnumSource(TargetKind.class)
    void aSecretInTheWrongPlaceIsNotRepeated(TargetKind kind) {
        for (TargetKind.Field field : kind.fields()) {
            Map<String, String> values = values(kind, "https://host/remote.php/dav/files/anna/x");
            values.put(field.name(), "https://anna:hunter2hunter2@host/?hunter2hunter2\n");
            assertThatThrownBy(() -> {
                        kind.check(values);
                        Target ignored = kind.of(values);
                        throw new IllegalArgumentException("taken as it is");
                    })
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("hunter2");
        }
        Map<String, String> unknown = values(kind, "https://host/remote.php/dav/files/anna/x");
        unknown.put("hunter2hunter2", "x");
        assertThatThrownBy(() -> kind.check(unknown)).hasMessageNotContaining("hunter2");
    }

    @Test
    void aLineBreakBeginsNoOtherHeader() {
        Map<String, String> values = values(TargetKind.MASTODON, "https://host/");
        values.put("token", "token\r\nX-Other: 1");
        assertThatThrownBy(() -> TargetKind.MASTODON.check(values)).hasMessageContaining("one line");
    }

    @Test
    void programsWordsLoseWhatLooksSecret() {
        assertThat(Overheard.clean("Post \"https://anna:pw1@host/x?access_token=abc&y=1\": refused"))
                .isEqualTo("Post \"https://[secret]@host/x?[secret]\": refused");
        assertThat(Overheard.clean("Authorization: Bearer abcdef123, {\"refresh_token\": \"xyz789\"} password=zz9"))
                .doesNotContain("abcdef123", "xyz789", "zz9");
        String harmless = "directory not found: Films/2024 (key frames: 12)";
        assertThat(Overheard.clean(harmless)).isEqualTo(harmless);
    }

    @Test
    void notesAreTheOwnersAlone() throws IOException {
        UploadProgress progress = TestUploads.progress(folder);
        progress.remember("session", "https://host/upload?id=1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("notes"))))
                .isEqualTo("rw-------");
    }
}
