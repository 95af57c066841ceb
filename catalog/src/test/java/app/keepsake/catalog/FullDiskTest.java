package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of four megabytes, which a process of its own sees and fills. */
final class FullDiskTest {
    private static final String OWN_DISK = "mount -t tmpfs -o size=4m tmpfs \"$0\" && exec \"$@\"";

    @TempDir
    Path folder;

    /** Says choices until there is no room, makes room, and goes on. */
    static final class Filler {
        public static void main(String[] arguments) throws IOException {
            Path disk = Path.of(arguments[0]);
            Path ballast = Files.write(disk.resolve("ballast"), new byte[1 << 20]);
            int said = 0;
            try (Catalog catalog = Catalog.open(disk.resolve("catalog.db"))) {
                try {
                    for (; ; said++) {
                        catalog.choices().add(Choice.Stance.LESS, new Subject.OfTag("tag " + said), "a".repeat(2000));
                    }
                } catch (CatalogException full) {
                    System.out.println(full.getMessage());
                }
                fill(disk.resolve("rest"));
                try {
                    Catalog.open(disk.resolve("other.db")).close();
                } catch (CatalogException full) {
                    System.out.println(full.getMessage());
                }
                Files.delete(ballast);
                catalog.choices().add(Choice.Stance.NEVER, new Subject.OfTag("last"), "");
            }
            try (Catalog catalog = Catalog.open(disk.resolve("catalog.db"))) {
                System.out.println(catalog.choices().all().size() - said);
            }
        }

        private static void fill(Path file) {
            byte[] bytes = new byte[4096];
            try {
                while (true) {
                    Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            } catch (IOException full) {
                System.out.println(DiskFull.in(full).orElse("not told: " + full));
            }
        }
    }

    private static Process start(List<String> command, Path out) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    @Test
    void isToldAsSuchAndLosesNothingThatWasSaid() throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Path out = folder.resolve("said");
        List<String> own = List.of("unshare", "--map-root-user", "--mount", "bash", "-c", OWN_DISK, disk.toString());
        List<String> probe = new ArrayList<>(own);
        probe.add("true");
        Needs.tool(
                Files.isExecutable(Path.of("/usr/bin/unshare"))
                        && start(probe, out).waitFor() == 0,
                "no process may have a disk of its own here");
        List<String> command = new ArrayList<>(own);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Filler.class.getName(),
                disk.toString()));
        Process process = start(command, out);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        List<String> said = Files.readString(out)
                .lines()
                .filter(line -> !line.startsWith("WARNING"))
                .toList();
        assertThat(said).as(said.toString()).hasSize(4);
        assertThat(said.subList(0, 3))
                .allSatisfy(line -> assertThat(line)
                        .contains("disk is full", "ree some space")
                        .doesNotContain("SQL"));
        assertThat(said.get(3)).as("all that was said, and the last").isEqualTo("1");
    }
}
