package app.keepsake.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The list of all commands, in groups of those that are used together. */
final class CommandGroups {
    /** Commands that stand nowhere here come last, under a heading of their own. */
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("Begin", List.of("demo", "index", "serve"));
        GROUPS.put(
                "Every day",
                List.of("memories", "albums", "search", "create", "movie", "edit", "explain", "show", "score"));
        GROUPS.put("People and choices", List.of("people", "choices", "kept-out", "dates"));
        GROUPS.put("Other programs and places", List.of("sources", "takeout", "import", "share"));
        GROUPS.put("Keeping it well", List.of("texts", "encoder", "doctor", "backup", "restore", "work", "completion"));
        GROUPS.put("The engine", List.of("detect", "info", "plan"));
    }

    private CommandGroups() {}

    /** Groups the commands in a command's help. */
    static void arrange(CommandLine line) {
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::list);
    }

    private static String list(Help help) {
        Map<String, Help> commands = new LinkedHashMap<>(help.subcommands());
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((heading, names) -> text.append(group(help, heading, names, commands)));
        Set<String> others = new TreeSet<>(commands.keySet());
        others.remove("help");
        text.append(group(help, "Others", List.copyOf(others), commands));
        return text.toString();
    }

    private static String group(Help help, String heading, List<String> names, Map<String, Help> commands) {
        Map<String, Help> those = new LinkedHashMap<>();
        for (String name : names) {
            Help one = commands.remove(name);
            if (one != null) {
                those.put(name, one);
            }
        }
        return those.isEmpty() ? "" : help.createHeading("%n@|bold " + heading + "|@%n") + help.commandList(those);
    }
}
