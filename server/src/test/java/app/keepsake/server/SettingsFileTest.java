package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsFileTest {
    private static final String SETTINGS =
            "{\"folders\":[%s],\"language\":\"%s\",\"background\":true,\"thumbnailMegabytes\":%d,\"cores\":null}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"{\"folders\":[", "[]", "", "null"})
    void theServiceBeginsWithNoneWhereSettingsCannotBeRead(String text) throws IOException {
        setAside(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Pictures\"", "null", "\"a\\u0000b\""})
    void andWhereTheyMakeNoSense(String named) throws IOException {
        setAside(SETTINGS.formatted(named, "", 500));
        setAside(SETTINGS.formatted("", "klingon", 500));
        setAside(SETTINGS.formatted("", "", 5));
    }

    /** What somebody wrote there is kept as it was, to be mended. */
    private void setAside(String text) throws IOException {
        Files.writeString(folder.resolve("settings.json"), text);
        Program program = new TestServer.Echo(folder.resolve("told.txt"));
        KeepsakeServer.start(new ServerOptions(folder, "127.0.0.1", 0, false), program)
                .close();
        try (DirectoryStream<Path> aside = Files.newDirectoryStream(folder, "settings.json.unreadable-*")) {
            Path kept = aside.iterator().next();
            assertThat(kept).hasContent(text);
            Files.delete(kept);
        }
    }
}
