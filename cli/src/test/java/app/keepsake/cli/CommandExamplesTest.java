package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

final class CommandExamplesTest {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static Stream<String> all() {
        return CommandExamples.all().values().stream().flatMap(List::stream);
    }

    /** As a shell would. */
    private static String[] words(String example) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(example);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        assertThat(words.removeFirst()).isEqualTo("keepsake");
        return words.toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsShownCanBeTyped(String example) {
        ParseResult parsed = Main.commandLine().parseArgs(words(example));
        assertThat(parsed.subcommand()).isNotNull();
    }

    @Test
    void eachCommandShowsSome() {
        for (CommandLine command : Main.commandLine().getSubcommands().values()) {
            String name = command.getCommandName();
            if (!command.getCommandSpec().usageMessage().hidden() && !name.equals("help")) {
                List<String> examples = CommandExamples.all().getOrDefault(name, List.of());
                assertThat(examples).as(name).isNotEmpty();
                assertThat(TestCommand.run(name, "--help").out()).contains("For example:", "  " + examples.getFirst());
            }
        }
        assertThat(TestCommand.run("share", "add", "--help").out()).contains("keepsake share add nas sftp");
    }
}
