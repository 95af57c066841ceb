package app.keepsake.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The systemd unit that starts the service with the user's session. A package brings the same one for its own paths. */
final class UserUnit {
    private UserUnit() {}

    /**
     * The unit's text.
     *
     * @param command words of the command that starts the service
     * @param library its folder, absolute
     * @throws IOException when the folder's name has letters that a unit cannot hold
     */
    static String of(List<String> command, Path library) throws IOException {
        String folder = library.toString();
        if (folder.chars().anyMatch(letter -> letter == '"' || letter == '\\' || Character.isISOControl(letter))) {
            throw new IOException(
                    "%s: expected a folder without quotation marks, backslashes and line breaks in its name, which no unit of systemd can hold. Name another with --library."
                            .formatted(folder));
        }
        return template()
                .replace("@COMMAND@", line(command))
                .replace("\"@FOLDER_WORD@\"", word(folder))
                .replace("@FOLDER_PATH@", folder.replace("%", "%%"));
    }

    /** In a program's own name only % means something, and some letters may not be there: then the shell starts it. */
    private static String line(List<String> command) {
        String program = command.getFirst();
        if (program.chars().anyMatch(letter -> "$'\"\\".indexOf(letter) >= 0 || Character.isISOControl(letter))) {
            return "/bin/sh -c " + word("exec \"$0\" \"$@\"") + " " + words(command);
        }
        return "\"" + program.replace("%", "%%") + "\" " + words(command.subList(1, command.size()));
    }

    private static String words(List<String> words) {
        return words.stream().map(UserUnit::word).collect(Collectors.joining(" "));
    }

    /** A word of a command line as systemd.service(5) reads it: %, $ and \ mean something there, quoted or not. */
    private static String word(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            switch (letter) {
                case '%', '$' -> quoted.append(letter).append(letter);
                case '"', '\\' -> quoted.append('\\').append(letter);
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }

    private static String template() throws IOException {
        try (InputStream in = Objects.requireNonNull(UserUnit.class.getResourceAsStream("keepsake.service"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes it where systemd looks for the user's units. */
    static Path write(String text) throws IOException {
        String config = System.getenv("XDG_CONFIG_HOME");
        Path base = config == null || config.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(config);
        Path folder = Files.createDirectories(base.resolve("systemd").resolve("user"));
        return Files.writeString(folder.resolve("keepsake.service"), text);
    }
}
