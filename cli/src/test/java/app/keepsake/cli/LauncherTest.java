package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher lets be seen on a terminal, which util-linux's script is here, and by a script. */
final class LauncherTest {
    @TempDir
    Path folder;

    private String onATerminal(String java) throws IOException, InterruptedException {
        return said(Needs.program("script").toString(), "-qec", "sh " + start(java), "/dev/null");
    }

    private String inAScript(String java) throws IOException, InterruptedException {
        return said("sh", start(java).toString());
    }

    private Path start(String java) throws IOException {
        Path made = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + java);
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
        return Files.writeString(folder.resolve("start.sh"), """
                set -eu
                java=%s launcher=%s lib=%s main=app.keepsake.cli.Main archive=/none command=keepsake
                set -- info
                . "$launcher/launch.sh"
                """.formatted(
                        made, Path.of("src/main/launcher").toAbsolutePath(), folder));
    }

    /** What is read until the last writer is gone, and the exit code. */
    private static String said(String... command) throws IOException, InterruptedException {
        Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.getOutputStream().close();
        String seen = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return "%s%d".formatted(seen.replace("\r", ""), started.exitValue());
    }

    @Test
    void allThatJavaHasToSayIsSeenButItsRemarkOnModules() throws IOException, InterruptedException {
        assertThat(onATerminal("""
                        echo 'WARNING: Using incubator modules: jdk.incubator.vector' >&2
                        echo 'Error occurred during initialization of VM' >&2
                        printf 'Killed' >&2
                        exec 2>&-
                        sleep 1
                        exit 7
                        """)).isEqualTo("Error occurred during initialization of VM\nKilled\n7");
    }

    @Test
    void aScriptSeesNoRemarkEither() throws IOException, InterruptedException {
        assertThat(inAScript("""
                        echo 'WARNING: Using incubator modules: jdk.incubator.vector' >&2
                        echo 'keepsake: no such file' >&2
                        exit 7
                        """)).isEqualTo("keepsake: no such file\n7");
    }

    @Test
    void theProgramOpensTheTerminalItself() throws IOException, InterruptedException {
        assertThat(onATerminal("""
                        case $* in *-Dkeepsake.terminal=/dev/fd/3*) [ -t 3 ] && echo 'a terminal' >&3 ;; esac
                        """)).isEqualTo("a terminal\n0");
    }

    @Test
    void namesOfFilesMayHaveAccentsWhereNoLanguageIsSet() throws IOException, InterruptedException {
        String java = "printf '%s ' \"${LC_ALL:-}\" \"${LANG:-}\"";
        for (String none : new String[] {"", "C", "POSIX"}) {
            assertThat(said("env", "-u", "LC_ALL", "-u", "LC_CTYPE", "LANG=" + none, "sh", start(java).toString()))
                    .isEqualTo("C.UTF-8 %s 0".formatted(none));
        }
        assertThat(said("env", "-u", "LC_ALL", "-u", "LC_CTYPE", "LANG=de_DE.UTF-8", "sh", start(java).toString()))
                .isEqualTo(" de_DE.UTF-8 0");
    }
}
