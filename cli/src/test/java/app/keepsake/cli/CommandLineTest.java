package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.operations.index.TestPhotos;
import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CommandLineTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"demo", "index", "memories", "create", "explain", "movie", "detect", "info"})
    void everyCommandExplainsItself(String command) {
        TestCommand run = TestCommand.run(command, "--help");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("Usage: keepsake " + command).contains("--json");
    }

    @Test
    void withoutACommandItSaysWhereToBegin() {
        TestCommand run = TestCommand.run();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("keepsake demo", "keepsake serve --open", "keepsake --help");
    }

    @Test
    void commandsAreListedInGroupsAndNoneIsLeftOut() {
        String help = TestCommand.run("--help").out();
        assertThat(help).contains("Begin", "Every day", "Keeping it well").doesNotContain("Others");
        assertThat(Main.commandLine().getSubcommands().values())
                .filteredOn(command -> !command.getCommandSpec().usageMessage().hidden())
                .extracting(CommandLine::getCommandName)
                .filteredOn(name -> !name.equals("help"))
                .allSatisfy(name -> assertThat(help).containsPattern("(?m)^  " + name + " "));
    }

    @Test
    void aWrongCommandIsWrongUsage() {
        TestCommand run = TestCommand.run("remember");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("remember");
    }

    @Test
    void aMovieNeedsAMemoryOrAFolder() {
        assertThat(TestCommand.run("movie", "-o", "x.mp4").code()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memories",
                "people",
                "kept-out",
                "backup",
                "sources sync",
                "movie 2001-01-none-0000",
                "show a.jpg"
            })
    void aMistypedLibraryIsNotMade(String command) {
        Path mistyped = folder.resolve("libary");
        String[] words = (command + " --library " + mistyped).split(" ");
        TestCommand run = TestCommand.run(words);
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("no library in " + mistyped).contains("keepsake index");
        assertThat(mistyped).doesNotExist();
    }

    @Test
    void aSummaryOfACommandIsAWholeSentence() {
        assertThat(subcommands(Main.commandLine())
                        .map(command -> command.getCommandSpec().usageMessage().description()))
                .isNotEmpty()
                .allSatisfy(lines -> assertThat(lines[0]).endsWith("."));
    }

    private static Stream<CommandLine> subcommands(CommandLine of) {
        return of.getSubcommands().values().stream()
                .distinct()
                .filter(command -> !(command.getCommand() instanceof CommandLine.HelpCommand))
                .flatMap(command -> Stream.concat(Stream.of(command), subcommands(command)));
    }

    @Test
    void anUnknownMemoryIsNamedWithWhatToDo() throws IOException {
        LibraryFolder.at(folder).openCatalog().close();
        TestCommand run = TestCommand.run("movie", "2001-01-none-0000", "--library", folder.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("2001-01-none-0000").contains("keepsake memories");
    }

    @Test
    void anUnknownMoodIsNamedWithTheMoodsThereAre() {
        TestCommand run = TestCommand.run("movie", "m", "--mood", "grumpy", "--library", folder.toString());
        assertThat(run.code()).isNotEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("grumpy").contains("gentle");
    }

    @Test
    void detectTellsOneJsonLineAFileAndGoesOnAfterABrokenOne() throws IOException {
        TestPhotos.write(folder, 2);
        Path broken = Files.writeString(folder.resolve("broken.jpg"), "no photo");
        TestCommand run = TestCommand.run(
                "detect",
                folder.resolve("0.jpg").toString(),
                broken.toString(),
                folder.resolve("1.jpg").toString(),
                "--json");
        assertThat(run.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(run.err()).contains("broken.jpg");
        assertThat(run.out().lines()).hasSize(2).allSatisfy(line -> {
            JsonNode told = JsonMapper.shared().readTree(line);
            assertThat(told.propertyNames()).containsExactly("file", "width", "height", "faces");
            assertThat(told.get("width").asInt()).isEqualTo(160);
        });
    }

    @Test
    void indexTellsItsResultAsJson() throws IOException {
        TestPhotos.write(folder, 2);
        TestCommand run = TestCommand.run(
                "index",
                folder.toString(),
                "--library",
                folder.resolve(".library").toString(),
                "--json");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        JsonNode told = JsonMapper.shared().readTree(run.out());
        assertThat(told.get("found").asInt()).isEqualTo(2);
        assertThat(told.get("analysed").asInt()).isEqualTo(2);
        assertThat(told.get("problems")).isEmpty();
    }

    @Test
    void aFullDiskIsToldAsSuch() throws IOException {
        Path full = Path.of("/dev/full");
        Needs.tool(Files.exists(full), "there is no device that is always full");
        LibraryFolder.at(folder).openCatalog().close();
        TestCommand run = TestCommand.run("choices", "export", full.toString(), "--library", folder.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("The disk is full", "Free some space");
    }
}
