package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit as systemd itself reads it, where its tool is. */
final class UserUnitTest {
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final String ODD = "50% of \u00fc photos";

    @TempDir
    Path folder;

    @Test
    void pathsStandAsTheyAre() throws IOException {
        String unit = UserUnit.of(List.of("/opt/a%b c/keepsake", "serve", "$5%"), Path.of("/data/$A's 5%"));
        assertThat(unit)
                .contains("ExecStart=\"/opt/a%%b c/keepsake\" \"serve\" \"$$5%%\"\n")
                .contains("ReadWritePaths=\"/data/$A's 5%%\" ")
                .contains("mkdir -p \"/data/$$A's 5%%\" ")
                .doesNotContain("@FOLDER", "@COMMAND");
        assertThat(UserUnit.of(List.of("/opt/\"c\\$d'/keepsake", "serve"), Path.of("/data")))
                .contains(
                        "ExecStart=/bin/sh -c \"exec \\\"$$0\\\" \\\"$$@\\\"\" \"/opt/\\\"c\\\\$$d'/keepsake\" \"serve\"\n");
        assertThatThrownBy(() -> UserUnit.of(List.of("/bin/sh"), Path.of("/data/\nExecStart=/bin/x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--library");
    }

    @Test
    void systemdReadsItAndCallsItSafe() throws IOException, InterruptedException {
        Needs.tool(Files.isExecutable(ANALYZE), "systemd-analyze is not installed");
        Path command = Files.createDirectory(folder.resolve(ODD)).resolve("keepsake");
        Files.writeString(command, "#!/bin/sh\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path unit = Files.writeString(
                folder.resolve("keepsake.service"),
                UserUnit.of(List.of(command.toString(), "serve", "--library", folder.toString()), folder));
        assertThat(analyze("verify", unit.toString())).as("complaints").isEmpty();
        // In tenths: 3.0 at most.
        String exposure = analyze("security", "--offline=true", "--threshold=30", "--no-pager", unit.toString());
        assertThat(exposure).contains("Overall exposure level");
        // Were a % not escaped, this would be another, missing file.
        Files.delete(command);
        assertThatThrownBy(() -> analyze("verify", unit.toString())).hasMessageContaining(command.toString());
    }

    /** What it says; fails with that when it does not succeed. */
    private String analyze(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(ANALYZE.toString(), "--user").redirectErrorStream(true);
        builder.command().addAll(List.of(words));
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
