package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** No command makes a library of a name that was mistyped, but those with which libraries begin. */
final class MistypedLibraryTest {
    private static final Set<String> BEGINNINGS = Set.of("index", "serve", "demo", "restore", "sources add");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static Stream<List<String>> all() {
        return CommandExamples.all().values().stream()
                .flatMap(List::stream)
                .map(MistypedLibraryTest::words)
                .filter(MistypedLibraryTest::needsALibrary);
    }

    private static List<String> words(String example) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(example);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        return words.subList(1, words.size());
    }

    private static boolean needsALibrary(List<String> words) {
        ParseResult parsed = Main.commandLine().parseArgs(words.toArray(String[]::new));
        List<CommandLine> commands = parsed.asCommandLineList();
        String name = String.join(
                " ", commands.stream().skip(1).map(CommandLine::getCommandName).toList());
        // A folder of photos is looked at first, into the library.
        boolean begins = BEGINNINGS.contains(name) || name.equals("movie") && words.contains("--folder");
        return !begins && commands.getLast().getCommandSpec().findOption("--library") != null;
    }

    @ParameterizedTest
    @MethodSource("all")
    void makesNone(List<String> words, @TempDir Path folder) {
        Path mistyped = folder.resolve("libarry");
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--library", mistyped.toString()));
        TestCommand run = TestCommand.run(all.toArray(String[]::new));
        assertThat(run.code()).as(run.out()).isNotZero();
        assertThat(mistyped).doesNotExist();
    }
}
