package app.keepsake.cli;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.MediaReader;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.student.StudentDetector;
import app.keepsake.vision.student.StudentDetector.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "detect",
        description = "Finds the faces in photos, or follows them through a clip. Boxes are in pixels of the upright"
                + " picture.",
        mixinStandardHelpOptions = true)
final class DetectCommand implements Callable<Integer> {
    /** Faces of 1/40 of a photo's short side are still 20 pixels large here. */
    private static final int LONG_SIDE = 1024;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Photos.")
    private List<Path> files = List.of();

    @Option(
            names = "--video",
            paramLabel = "FILE",
            description = "A clip: a line a frame, faces with ids that stay; boxes in pixels of frames of at most 640.")
    private @Nullable Path video;

    @Option(names = "--live", description = "Take the clip's frames at their time and drop those that come too fast.")
    private boolean live;

    @Option(names = "--json", description = "One JSON object a line, for programs.")
    private boolean json;

    @Option(
            names = "--smallest-face",
            paramLabel = "SHARE",
            defaultValue = "0.025",
            description =
                    "The smallest face looked for, as a share of a photo's shorter side (${DEFAULT-VALUE}). Smaller"
                            + " ones take longer.")
    private double smallestFace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (video != null) {
            return follow(video);
        }
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name photos, or a clip with --video.");
        }
        PrintWriter out = spec.commandLine().getOut();
        PhotoDecoder decoder = PhotoDecoder.create();
        boolean partial = false;
        try (FaceDetector detector = StudentDetector.shipped(EngineOptions.defaults(), settings())) {
            for (Path file : files) {
                try {
                    MediaInfo info = MediaReader.read(file);
                    RgbImage image = decoder.decode(file, LONG_SIDE);
                    double scale = (double) info.width() / image.width();
                    List<Face> faces = detector.detect(image).stream()
                            .map(face -> face.scaled(scale))
                            .toList();
                    print(out, file, info, faces);
                } catch (MediaException e) {
                    spec.commandLine().getErr().println(e.getMessage());
                    partial = true;
                }
                out.flush();
            }
        }
        return partial ? ExitCode.PARTIAL : ExitCode.OK;
    }

    private Settings settings() {
        try {
            return new Settings(smallestFace, FaceDetector.MINIMUM_SCORE);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int follow(Path clip) throws InterruptedException {
        VideoFaces faces =
                new VideoFaces(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
        try {
            if (live) {
                faces.live(clip);
            } else {
                faces.all(clip);
            }
            return ExitCode.OK;
        } catch (MediaException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.PARTIAL;
        }
    }

    private void print(PrintWriter out, Path file, MediaInfo info, List<Face> faces) {
        if (!json) {
            out.printf("%s: %d x %d, %d faces%n", file, info.width(), info.height(), faces.size());
            faces.forEach(face -> out.printf(
                    "  %.0f x %.0f at %.0f, %.0f, score %.2f%n",
                    face.width(), face.height(), face.x(), face.y(), face.score()));
            return;
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", file.toString());
        told.put("width", info.width());
        told.put("height", info.height());
        told.put("faces", faces.stream().map(FaceJson::of).toList());
        out.println(Json.line(told));
    }
}
