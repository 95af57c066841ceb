package app.keepsake.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What one would type, at the end of each command's help: {@code examples.txt}, where a command's name is in brackets. */
final class CommandExamples {
    private CommandExamples() {}

    /** By the names of commands without "keepsake", such as "share add". */
    static Map<String, List<String>> all() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        try (InputStream file = CommandExamples.class.getResourceAsStream("examples.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            List<String> of = new ArrayList<>();
            for (String line : text.lines().toList()) {
                if (line.startsWith("[")) {
                    of = all.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
                } else {
                    of.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Adds them to the help of a command's own commands. */
    static void addTo(CommandLine line) {
        all().forEach((name, examples) -> {
            CommandLine command = line;
            for (String word : name.split(" ", -1)) {
                command = Objects.requireNonNull(command.getSubcommands().get(word), name);
            }
            UsageMessageSpec help = command.getCommandSpec().usageMessage();
            List<String> footer = new ArrayList<>(Arrays.asList(help.footer()));
            footer.add("");
            footer.add("For example:");
            examples.forEach(example -> footer.add("  @|bold " + example + "|@"));
            help.footer(footer.toArray(String[]::new));
        });
    }
}
