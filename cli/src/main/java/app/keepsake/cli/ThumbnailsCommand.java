package app.keepsake.cli;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.Thumbnail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

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
        Questions.of(System.in).answer(spec.commandLine().getOut(), ThumbnailsCommand::answer);
        return ExitCode.OK;
    }

    private static Map<String, Object> answer(JsonNode request) {
        if (request.path("greeting").asBoolean(false)) {
            return Map.of("ok", true);
        }
        RgbImage picture;
        try {
            picture = picture(request);
        } catch (MediaException e) {
            return failure(kind(request, e), e);
        } catch (RuntimeException | OutOfMemoryError e) {
            return failure("passing", e);
        }
        try {
            Thumbnail.write(picture, Path.of(request.get("out").asString()));
            return Map.of("ok", true);
        } catch (IOException e) {
            return failure("own", e);
        }
    }

    /** A file that has gone meanwhile is not at fault. */
    private static String kind(JsonNode request, MediaException e) {
        if (!Files.isReadable(Path.of(request.get("file").asString()))) {
            return "own";
        }
        return e.isPassing() ? "passing" : "file";
    }

    /** @param kind whether it is the file's fault, one that may pass, or Keepsake's own */
    private static Map<String, Object> failure(String kind, Throwable e) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("ok", false);
        failure.put("kind", kind);
        failure.put("error", Messages.of(e));
        return failure;
    }

    private static RgbImage picture(JsonNode request) throws MediaException {
        Path file = Path.of(request.get("file").asString());
        boolean clip = request.get("clip").asBoolean();
        Duration time = Duration.ofMillis(Math.round(request.get("second").asDouble() * MILLIS));
        int longSide = request.get("longSide").asInt();
        JsonNode crop = request.path("crop");
        return crop.size() == 4
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
                : Thumbnail.of(file, clip, time, longSide);
    }
}
