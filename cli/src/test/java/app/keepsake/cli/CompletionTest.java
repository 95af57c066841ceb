package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tabulator key offers in bash. */
final class CompletionTest {
    @TempDir
    Path folder;

    private String offered(String words) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("keepsake"), TestCommand.run("completion").out());
        Process bash = new ProcessBuilder(
                        Needs.program("bash").toString(), "-c", """
                        source "$0"
                        COMP_WORDS=(%s)
                        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                        _complete_keepsake
                        echo "${COMPREPLY[*]}"
                        """.formatted(words), script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        bash.getOutputStream().close();
        // Bash complains that no key was pressed.
        String seen = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return seen;
    }

    @Test
    void commandsAndOptionsAreCompleted() throws IOException, InterruptedException {
        assertThat(offered("keepsake mem").split("\\s+")).contains("memories");
        assertThat(offered("keepsake serve --pass").split("\\s+")).containsExactly("--password-file");
        assertThat(offered("keepsake err")).doesNotContain("errand");
    }
}
