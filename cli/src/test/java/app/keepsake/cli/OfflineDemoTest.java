package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way from files to a film, in a network namespace that has no interface but an unconfigured loopback. */
@Tag("slow")
final class OfflineDemoTest {
    private static final List<String> NO_NETWORK = List.of("unshare", "--user", "--map-root-user", "--net");

    @TempDir
    Path folder;

    @Test
    void needsNoNetwork() throws IOException, InterruptedException {
        Needs.tool(canHideTheNetwork(), "this system lets no process make a network namespace");
        List<String> command = new ArrayList<>(NO_NETWORK);
        command.addAll(TestCommand.javaCommand(List.of("demo", "--no-open", "--json", "--library", folder.toString())));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int code = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(err)).isEqualTo(ExitCode.OK);
        JsonNode told = JsonMapper.shared().readTree(Files.readString(out));
        assertThat(told.get("finished").asBoolean()).isTrue();
        assertThat(told.get("title").asString()).isEqualTo("Three days in Venice and Burano");
        assertThat(Path.of(told.get("file").asString())).isNotEmptyFile();
    }

    private static boolean canHideTheNetwork() throws InterruptedException {
        List<String> command = new ArrayList<>(NO_NETWORK);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
