package app.keepsake.server.internal.work;

import app.keepsake.catalog.Memory;
import app.keepsake.server.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Commands of a test: each notes the errand that it is told as a line of a file, and ends with code 0; unless there is a
 * file with the errand's name and ".does" of what else it does, in the shell's words.
 */
record Commands(Path folder) implements Program {
    private static final String DO = """
        read -r line
        name=${line#*'"errand":"'}
        name=${name%%'"'*}
        echo "$line" >>"$0/told"
        [ ! -f "$0/$name.does" ] || . "$0/$name.does"
        """;

    /** @param script words of the shell; they see the errand as {@code $line} */
    void let(String errand, String script) throws IOException {
        Files.writeString(folder.resolve(errand + ".does"), script);
    }

    void letBeDone(String errand) throws IOException {
        Files.delete(folder.resolve(errand + ".does"));
    }

    /** The errands that were told so far, in order. */
    List<String> linesReceived() throws IOException {
        Path file = folder.resolve("told");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** The same by name. */
    List<String> names() throws IOException {
        return linesReceived().stream()
                .map(line -> line.replaceFirst(".*\"errand\":\"([a-z]+)\".*", "$1"))
                .toList();
    }

    @Override
    public List<String> command(String language, Part part) {
        return List.of("sh", "-c", DO, folder.toString());
    }

    @Override
    public List<String> moods() {
        return List.of("gentle");
    }

    @Override
    public String moodFor(Memory memory) {
        return "gentle";
    }
}
