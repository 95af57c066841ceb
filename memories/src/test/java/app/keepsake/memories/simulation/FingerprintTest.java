package app.keepsake.memories.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.ContentHash;
import app.keepsake.memories.Libraries;
import app.keepsake.memories.Libraries.Life;
import app.keepsake.memories.Storyteller;
import app.keepsake.simulator.Habits;
import app.keepsake.simulator.Story;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same library and day give the same memories, to the last byte, in each process. */
@Tag("slow")
final class FingerprintTest {
    /** Prints a hash of all that is told of a library. */
    public static void main(String[] arguments) {
        Life life = Libraries.lived(Story.of(5), 5_000, Habits.UNTIDY, 5);
        String told = new Storyteller(life.library(), Locale.GERMANY)
                .makeMemories(Findings.TODAY, List.of())
                .toString();
        System.out.println(
                ContentHash.ofContent(told.getBytes(StandardCharsets.UTF_8)) + " of " + told.length() + " characters");
    }

    @Test
    void processesOfDifferentThreadsAndHashesAgree() throws Exception {
        String one = outputOf("-Djava.util.concurrent.ForkJoinPool.common.parallelism=1", "-XX:hashCode=2");
        String other = outputOf("-Djava.util.concurrent.ForkJoinPool.common.parallelism=8", "-XX:hashCode=0");
        assertThat(one).contains("characters").doesNotContain("of 2 characters").isEqualTo(other);
    }

    private static String outputOf(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:+UnlockExperimentalVMOptions"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FingerprintTest.class.getName()));
        Process process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
