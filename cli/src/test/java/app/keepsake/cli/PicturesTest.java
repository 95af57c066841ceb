package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of ARCHITECTURE.md show what there is. */
final class PicturesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path MODULES = ROOT.resolve("docs/architecture.svg");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path WAYS = ROOT.resolve("docs/three-ways.svg");

    @TempDir
    Path folder;

    @Test
    void modulesAreDrawnAsTheirPomsSay() throws IOException, InterruptedException {
        Path drawn = folder.resolve("drawn.svg");
        Path remarks = folder.resolve("remarks.txt");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process drawing = new ProcessBuilder(List.of(java.toString(), "build/DrawModules.java", "."))
                .directory(ROOT.toFile())
                .redirectOutput(drawn.toFile())
                .redirectError(remarks.toFile())
                .start();
        assertThat(drawing.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(drawing.exitValue()).as(Files.readString(remarks)).isZero();
        assertThat(Files.readString(MODULES))
                .as(
                        "if this change is wanted, run 'java build/DrawModules.java . > docs/architecture.svg' and commit it")
                .isEqualTo(Files.readString(drawn));
    }

    @Test
    void theWaysLeadThroughClassesThatThereAre() throws IOException {
        Set<String> classes = new HashSet<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(ROOT, PicturesTest::isJava)) {
            for (Path module : modules) {
                try (Stream<Path> files = Files.walk(module.resolve(SOURCES))) {
                    files.map(file -> file.getFileName().toString().replace(".java", ""))
                            .forEach(classes::add);
                }
            }
        }
        assertThat(Pattern.compile("class=\"code\"[^>]*>(\\w+)<")
                        .matcher(Files.readString(WAYS))
                        .results()
                        .map(found -> found.group(1)))
                .hasSizeGreaterThan(20)
                .isSubsetOf(classes);
    }

    private static boolean isJava(Path module) {
        return Files.isDirectory(module.resolve(SOURCES));
    }
}
