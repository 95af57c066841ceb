package app.keepsake.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
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
    void theServiceSaysAtItsStartThatSettingsCannotBeRead(String text) throws IOException {
        refused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Pictures\"", "null", "\"a\\u0000b\""})
    void andThatTheyMakeNoSense(String named) throws IOException {
        refused(SETTINGS.formatted(named, "", 500));
        refused(SETTINGS.formatted("", "klingon", 500));
        refused(SETTINGS.formatted("", "", 5));
    }

    private void refused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), text);
        Program program = new TestServer.Echo(folder.resolve("told.txt"));
        assertThatIOException()
                .isThrownBy(() -> KeepsakeServer.start(new ServerOptions(folder, "127.0.0.1", 0, false), program)
                        .close())
                .withMessageContaining(file.toString())
                .withMessageContaining("Mend the file");
        assertThat(file).hasContent(text);
    }
}
