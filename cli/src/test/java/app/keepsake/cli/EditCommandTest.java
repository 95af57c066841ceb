package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.OneDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Editing a memory of four photos on the command line; a fifth was not chosen. */
final class EditCommandTest {
    private static final int PHOTOS = 5;

    @TempDir
    Path folder;

    @BeforeEach
    void fillCatalog() throws IOException {
        OneDay.write(folder, PHOTOS, PHOTOS - 1);
    }

    private Path photo(int i) {
        return folder.resolve(i + ".jpg");
    }

    private TestCommand run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--library";
        all[arguments.length + 1] = folder.toString();
        return TestCommand.run(all);
    }

    private JsonNode edit(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 3);
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[0] = "edit";
        all[1] = "day";
        all[arguments.length + 2] = "--json";
        TestCommand ran = run(all);
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    private List<Integer> shown(JsonNode told) {
        List<Integer> numbers = new ArrayList<>();
        told.get("shots").forEach(shot -> {
            String name = Path.of(shot.get("file").asString()).getFileName().toString();
            numbers.add(Integer.parseInt(name.replace(".jpg", "")));
        });
        return numbers;
    }

    @Test
    void shotsAreTakenOutMovedAndAddedByTheNumbersThatAreListed() {
        JsonNode told = edit("--remove", "2", "--move", "4:1", "--add", photo(4).toString());
        assertThat(shown(told)).containsExactly(3, 0, 2, 4);
        assertThat(shown(edit("--key", "3", "--title", "Ours", "--subtitle", "")))
                .containsExactly(2, 3, 0, 4);
        assertThat(run("edit", "day").out()).startsWith("Ours (edited)\n   1  " + photo(2));
        assertThat(shown(edit("--reset"))).containsExactly(0, 1, 2, 3);
        assertThat(run("edit", "day").out()).startsWith("A day \u00b7 May\n");
    }

    @Test
    void photosMoveOrStandStillAsIsSaid() {
        JsonNode moves = edit("--still", "2", "--moves", "1").get("edit").get("moves");
        assertThat(moves).hasSize(2);
        assertThat(edit("--title", "Ours").get("edit").get("moves"))
                .as("what is said of something else changes nothing")
                .isEqualTo(moves);
        JsonNode still = edit("--still", "1").get("edit").get("moves");
        assertThat(still.valueStream()).hasSize(2).noneMatch(JsonNode::asBoolean);
        assertThat(edit("--reset").get("edit").get("moves")).isEmpty();
        assertThat(run("edit", "day", "--still", "99").err()).contains("from 1 to 4, found 99");
    }

    @Test
    void whatIsHiddenLaterComesBackThroughNoEdit() {
        edit("--add", photo(4).toString(), "--title", "Ours");
        assertThat(run("choices", "add", "never", "photo:" + photo(4)).code()).isZero();
        assertThat(shown(edit())).containsExactly(0, 1, 2, 3);
        assertThat(run("edit", "day", "--add", photo(4).toString()).err()).contains("no memory may show it");
        assertThat(run("choices", "remove", "1").code()).isZero();
        assertThat(shown(edit())).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void theFilmIsMadeAsItWasEdited() {
        edit("--remove", "1", "--title", "Ours", "--mood", "epic", "--piece", "2");
        Path project = folder.resolve("film.json");
        TestCommand made = run(
                "movie",
                "day",
                "--length",
                "6",
                "--aspect",
                "1:1",
                "--size",
                "720p",
                "--save-project",
                project.toString(),
                "-o",
                folder.resolve("film.mp4").toString(),
                "--json");
        JsonNode told = JsonMapper.shared().readTree(made.out());
        assertThat(told.get("title").asString()).isEqualTo("Ours");
        assertThat(told.get("mood").asString()).isEqualTo("epic");
        assertThat(told.get("seed").asLong()).isNotEqualTo("day".hashCode());
        assertThat(project).content().contains("1.jpg").doesNotContain("0.jpg");
        try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"))) {
            assertThat(catalog.memories().chapters(folder.resolve("film.mp4")))
                    .extracting(chapter -> chapter.name())
                    .containsExactly("May 3");
        }
    }

    @Test
    void wrongNumbersChangeNothing() {
        for (List<String> wrong : List.of(
                List.of("--remove", "5"),
                List.of("--move", "1-2"),
                List.of("--mood", "sad"),
                List.of("--piece", "-1"),
                List.of("--music", folder.resolve("none.mp3").toString()),
                List.of("--remove", "1", "--remove", "2", "--remove", "3", "--remove", "4"))) {
            List<String> all = new ArrayList<>(List.of("edit", "day", "--title", "Ours"));
            all.addAll(wrong);
            TestCommand ran = run(all.toArray(String[]::new));
            assertThat(ran.code()).as(wrong.toString()).isEqualTo(ExitCode.FAILED);
            assertThat(ran.err()).startsWith("keepsake: ");
        }
        assertThat(run("edit", "day").out()).startsWith("A day");
    }
}
