package app.keepsake.cli;

import app.keepsake.media.Thumbnail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "thumbnails",
        hidden = true,
        description = "Makes small pictures for the service: reads requests as lines of JSON, answers each by a line.",
        mixinStandardHelpOptions = true)
final class ThumbnailsCommand implements Callable<Integer> {
    private static final double MILLIS = 1000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String line = requests.readLine();
            while (line != null) {
                out.println(Json.line(answer(JsonMapper.shared().readTree(line))));
                out.flush();
                line = requests.readLine();
            }
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> answer(JsonNode request) {
        try {
            make(request);
            return Map.of("ok", true);
        } catch (IOException | RuntimeException e) {
            Map<String, Object> failure = new LinkedHashMap<>();
            failure.put("ok", false);
            failure.put("error", Messages.of(e));
            return failure;
        }
    }

    private static void make(JsonNode request) throws IOException {
        Path file = Path.of(request.get("file").asString());
        boolean clip = request.get("clip").asBoolean();
        Duration time = Duration.ofMillis(Math.round(request.get("second").asDouble() * MILLIS));
        int longSide = request.get("longSide").asInt();
        JsonNode crop = request.path("crop");
        Thumbnail.write(
                crop.size() == 4
                        ? Thumbnail.of(
                                file,
                                clip,
                                time,
                                new Thumbnail.Part(
                                        crop.get(0).asDouble(),
                                        crop.get(1).asDouble(),
                                        crop.get(2).asDouble(),
                                        crop.get(3).asDouble()),
                                longSide)
                        : Thumbnail.of(file, clip, time, longSide),
                Path.of(request.get("out").asString()));
    }
}
