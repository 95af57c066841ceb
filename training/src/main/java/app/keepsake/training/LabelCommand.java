package app.keepsake.training;

import app.keepsake.training.internal.data.LabelledPhoto;
import app.keepsake.training.internal.data.PhotoLists;
import app.keepsake.training.internal.data.PhotoReader;
import app.keepsake.training.internal.data.Pixels;
import app.keepsake.training.internal.data.SeenFace;
import app.keepsake.training.internal.data.TaughtPhotos;
import app.keepsake.training.internal.teachers.TeacherEnsemble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the teachers about photos. */
@Command(
        name = "label-faces",
        description =
                "Asks an ensemble of teachers where the faces of photos are. Can be stopped; the same command goes on"
                        + " where it was.",
        mixinStandardHelpOptions = true)
final class LabelCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Photos, in this order.")
    private List<Path> folders = List.of();

    @Option(names = "--yunet", required = true, description = "YuNet as an ONNX file.")
    private Path yunet = Path.of("");

    @Option(names = "--ultraface", required = true, description = "UltraFace RFB-640 as an ONNX file.")
    private Path ultraFace = Path.of("");

    @Option(names = "--out", required = true, description = "The file of labels.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        int asked = 0;
        int faces = 0;
        try (TeacherEnsemble teachers = new TeacherEnsemble(yunet, ultraFace, 1);
                TaughtPhotos labels = new TaughtPhotos(List.of(out))) {
            for (Path folder : folders) {
                for (LabelledPhoto photo : photos(folder)) {
                    Optional<Pixels> pixels =
                            labels.of(photo.file()) == null ? PhotoReader.read(photo.file()) : Optional.empty();
                    if (pixels.isPresent()) {
                        List<SeenFace> seen = teachers.look(pixels.get());
                        labels.keep(photo.file(), seen);
                        faces += seen.size();
                        asked++;
                    }
                }
                spec.commandLine().getOut().printf("%s: %d photos, %d faces so far%n", folder, asked, faces);
                spec.commandLine().getOut().flush();
            }
        }
        return 0;
    }

    private static List<LabelledPhoto> photos(Path folder) throws IOException {
        return Files.isDirectory(folder) ? PhotoLists.folder(folder) : PhotoLists.truth(folder);
    }
}
