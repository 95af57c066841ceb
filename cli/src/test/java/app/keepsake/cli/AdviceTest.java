package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher says of what is missing, on systems of which only the name is here. */
final class AdviceTest {
    @TempDir
    Path folder;

    private String said(String system, String words) throws IOException, InterruptedException {
        Path release = Files.writeString(folder.resolve("os-release"), system);
        Path advice = Path.of("..", "build", "advice.sh").toAbsolutePath();
        Process sh = new ProcessBuilder(
                        "sh",
                        "-euc",
                        "uname() { echo Linux; }\nos_release=%s\n. %s\n%s".formatted(release, advice, words))
                .redirectErrorStream(true)
                .start();
        String said = new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(sh.waitFor()).as(said).isZero();
        return said;
    }

    @ParameterizedTest
    @CsvSource({
        "'ID=debian\nVERSION_ID=\"13\"', sudo apt install openjdk-25-jdk, sudo apt install nodejs npm",
        "'ID=debian\nVERSION_ID=\"12\"', adoptium.net, nodejs.org",
        "'ID=fedora\nVERSION_ID=43', sudo dnf install java-25-openjdk-devel, sudo dnf install nodejs",
        "'ID=arch', sudo pacman -S jdk25-openjdk, sudo pacman -S nodejs npm",
        "'', adoptium.net, nodejs.org",
    })
    void namesOneCommandOfThisSystem(String system, String java, String node) throws Exception {
        assertThat(said(system, "how_to_get_java")).contains(java).hasLineCount(1);
        assertThat(said(system, "how_to_get_node")).contains(node).hasLineCount(1);
    }

    @Test
    void namesTheOneOfAMac() throws Exception {
        assertThat(said("", "uname() { echo Darwin; }; how_to_get_java")).contains("brew install --cask temurin@25");
    }

    @ParameterizedTest
    @CsvSource({
        "v20.19.0, yes",
        "v20.18.3, no",
        "v22.11.0, no",
        "v22.12.0, yes",
        "v25.0.0, yes",
        "v18.20.4, no",
        "none, no"
    })
    void knowsWhichNodeIsEnough(String version, String expected) throws Exception {
        assertThat(said("", "is_node_enough " + version + " && echo yes || echo no")
                        .strip())
                .isEqualTo(expected);
    }
}
