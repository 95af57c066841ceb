package app.keepsake.training.internal.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the program {@code exiftool}, in a process of its own. Names go to it through its input, each a line that begins
 * with a slash, so none is an option.
 */
public final class Exiftool {
    private static final int FILES_AT_ONCE = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Without anybody's configuration; numbers as numbers; each tag with the group that it stands in. */
    private static final List<String> COMMAND =
            List.of("exiftool", "-config", "", "-charset", "filename=UTF8", "-json", "-n", "-G1", "-@", "-");

    private static final List<String> TAGS = List.of(
            "-time:all",
            "-PNG:Datecreate",
            "-PNG:Datemodify",
            "-Orientation",
            "-Rotation",
            "-Make",
            "-Model",
            "-ImageSize",
            "-IFD0:ImageWidth",
            "-IFD0:ImageHeight",
            "-GPSLatitude",
            "-GPSLongitude",
            "-FileType",
            "-MIMEType",
            "-Error",
            "-Warning");

    private Exiftool() {}

    /**
     * Reads files.
     *
     * @param files absolute, without line breaks in their names
     * @return by file; what exiftool cannot open is missing
     * @throws IOException when exiftool is not there or fails; the message says what to do
     */
    public static Map<Path, JsonNode> read(List<Path> files) throws IOException {
        Map<Path, JsonNode> told = new HashMap<>();
        for (int from = 0; from < files.size(); from += FILES_AT_ONCE) {
            JsonNode all = ask(files.subList(from, Math.min(files.size(), from + FILES_AT_ONCE)));
            all.forEach(one -> told.put(Path.of(one.path("SourceFile").asString("")), one));
        }
        return told;
    }

    private static JsonNode ask(List<Path> files) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(COMMAND)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "expected the program exiftool, found none. Install it, on Debian as libimage-exiftool-perl.", e);
        }
        try (OutputStream input = process.getOutputStream()) {
            List<String> lines = new ArrayList<>(TAGS);
            files.forEach(file -> lines.add(file.toString()));
            // It answers when it has read all of them.
            input.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] answer = process.getInputStream().readAllBytes();
        try {
            return JSON.readTree(answer.length == 0 ? "[]".getBytes(StandardCharsets.UTF_8) : answer);
        } catch (JacksonException e) {
            throw new IOException(
                    "exiftool: expected JSON of %d files, found none (%s). Try fewer files."
                            .formatted(files.size(), e.getOriginalMessage()),
                    e);
        } finally {
            process.destroy();
        }
    }
}
