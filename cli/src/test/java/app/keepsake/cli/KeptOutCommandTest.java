package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.operations.index.TestPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is kept out, why, and how it comes back, as the user meets it. */
final class KeptOutCommandTest {
    @TempDir
    Path photos;

    @TempDir
    Path library;

    private Path screenshot;

    @BeforeEach
    void index() throws IOException {
        TestPhotos.write(photos, 2);
        screenshot = Files.move(photos.resolve("1.jpg"), photos.resolve("Screenshot_20240502-101112.jpg"));
        assertThat(run("index", photos.toString()).code()).isZero();
    }

    @Test
    void listsAScreenshotWithItsReasonAndBringsItBack() {
        assertThat(run("kept-out").out())
                .contains(screenshot.toString())
                .contains("screenshot, 98 %: named as a screenshot");
        assertThat(run("kept-out", "--kind", "receipt").out()).contains("Nothing is kept out.");

        TestCommand kept = run("choices", "keep", screenshot.toString());

        assertThat(kept.out()).contains("may be shown");
        assertThat(run("kept-out").out())
                .doesNotContain(screenshot.getFileName().toString());
        assertThat(shown(screenshot).get("broughtBack").asBoolean()).isTrue();
        assertThat(shown(screenshot).get("keptOut").asBoolean()).isFalse();
    }

    @Test
    void showsEverythingThatIsKnownOfAFile() {
        JsonNode shown = shown(screenshot);
        assertThat(shown.get("format").asString()).isEqualTo("JPEG");
        assertThat(shown.get("width").asInt()).isEqualTo(160);
        assertThat(shown.get("quality").get("sharpness").asDouble()).isBetween(0.0, 1.0);
        assertThat(shown.get("quality").get("colours").asString()).isNotEqualTo("0");
        assertThat(shown.get("flags").get(0).get("kind").asString()).isEqualTo("screenshot");
        assertThat(shown.get("keptOut").asBoolean()).isTrue();
        assertThat(shown.get("versions").propertyNames()).contains("metadata", "faces", "quality", "tags", "flags");
        assertThat(run("show", screenshot.toString()).out()).contains("named as a screenshot");
    }

    @Test
    void saysWhichFileIsUnknownAndShowsTheRest() {
        TestCommand command = run("show", photos.resolve("none.jpg").toString(), screenshot.toString());
        assertThat(command.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(command.err()).contains("none.jpg", "Index its folder first");
        assertThat(command.out()).contains("Screenshot_20240502");
    }

    private JsonNode shown(Path file) {
        return JsonMapper.builder()
                .build()
                .readTree(run("show", "--json", file.toString()).out());
    }

    private TestCommand run(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--library", library.toString()));
        return TestCommand.run(all.toArray(String[]::new));
    }
}
