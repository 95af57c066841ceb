package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.server.Program;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service starts speaks the language that is set, not the system's. */
final class OwnProcessTest {
    @TempDir
    Path folder;

    @Test
    void speaksTheLanguageThatIsSet() throws IOException {
        OwnProcess program = new OwnProcess(LibraryFolder.at(folder));
        for (Program.Part part : Program.Part.values()) {
            assertThat(program.command("de", part)).contains("-Duser.language=de", "-Duser.script=");
            assertThat(program.command("zh-Hans", part)).contains("-Duser.language=zh", "-Duser.script=Hans");
            assertThat(program.command("", part)).noneMatch(word -> word.startsWith("-Duser.language"));
        }
        assertThatThrownBy(() -> program.command("de -cp x", Program.Part.ERRAND))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
