package app.keepsake.training;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.training.internal.data.TruthPhoto;
import app.keepsake.training.internal.evaluation.Contestant;
import app.keepsake.training.internal.evaluation.CurvePlot;
import app.keepsake.training.internal.evaluation.CutOutFaces;
import app.keepsake.training.internal.evaluation.DetectionEvaluation;
import app.keepsake.training.internal.evaluation.DetectionEvaluation.Point;
import app.keepsake.training.internal.evaluation.Interval;
import app.keepsake.training.internal.evaluation.Measurement;
import app.keepsake.training.internal.evaluation.Measurement.OnSet;
import app.keepsake.training.internal.evaluation.PannedFrames;
import app.keepsake.training.internal.evaluation.Race;
import app.keepsake.training.internal.evaluation.Turn;
import app.keepsake.training.internal.teachers.PeerDetector;
import app.keepsake.vision.Face;
import app.keepsake.vision.FaceDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares face detectors on labelled photos. */
@Command(
        name = "detector",
        description = "Compares face detectors on labelled photos. Figures come with the range that 95 of 100 draws of"
                + " as many photos give.",
        mixinStandardHelpOptions = true)
final class EvalDetectorCommand implements Callable<Integer> {
    private static final int PORTRAITS = 100;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "A set: a line with a photo's path relative to the file, then \"x y width height kind\" for"
                    + " each face. Can be given several times.")
    private List<Path> truths = List.of();

    @Option(
            names = "--no-people",
            paramLabel = "FOLDER",
            description = "Photos without people, to count false faces in.")
    private List<Path> noPeople = List.of();

    @Option(
            names = "--portraits",
            paramLabel = "FILE",
            description =
                    "A line with a portrait's path for each, as for people; they are cut down to the face that YuNet"
                            + " sees, and looked at.")
    private @Nullable Path portraits;

    @Option(
            names = "--cut-outs",
            paramLabel = "FILE",
            description =
                    "Faces cut out and set into rooms: a line \"file x y side age group\" for each, parted by tabs.")
    private @Nullable Path cutOuts;

    @Option(names = "--yunet", paramLabel = "FILE", description = "YuNet as an ONNX file, to compare with.")
    private @Nullable Path yunet;

    @Option(names = "--ultraface", paramLabel = "FILE", description = "UltraFace RFB-640 as an ONNX file, likewise.")
    private @Nullable Path ultraFace;

    @Option(names = "--plots", paramLabel = "FOLDER", description = "Where to write the curves as SVG.")
    private @Nullable Path plots;

    @Option(names = "--groups", description = "Tell the recall of faces by kind and size and, with --yunet, by turn.")
    private boolean groups;

    @Option(names = "--only", paramLabel = "NAME", description = "Measure these detectors alone.")
    private List<String> only = List.of();

    @Option(names = "--threads", defaultValue = "2", description = "Threads of the engine (${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--weights", description = "A student's weights to measure instead of the shipped ones.")
    private @Nullable Path weights;

    @Option(
            names = "--speed",
            paramLabel = "FILE",
            description = "A photo; the student, YuNet and UltraFace look at a view of it of 1024 x 768 px in turns.")
    private @Nullable Path speed;

    @Option(names = "--rounds", defaultValue = "51", description = "Of --speed (${DEFAULT-VALUE}).")
    private int rounds;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Map<String, List<TruthPhoto>> sets = new LinkedHashMap<>();
        for (Path truth : truths) {
            sets.put(truth.getFileName().toString().replaceFirst("[.]txt$", ""), pointed(TruthPhoto.read(truth)));
        }
        Measurement.Material material = new Measurement.Material(
                sets, portraits(), cutOuts == null ? List.of() : CutOutFaces.read(cutOuts), noPeople);
        List<Measurement> measurements = new ArrayList<>();
        for (Contestant contestant : Contestant.all(threads, weights, yunet, ultraFace)) {
            if (only.isEmpty() || only.contains(contestant.name())) {
                measurements.add(Measurement.of(contestant, material));
                say(measurements.getLast());
            }
        }
        if (speed != null) {
            race(speed);
        }
        if (plots != null) {
            Files.createDirectories(plots);
            for (int i = 0; i < sets.size(); i++) {
                plot(plots, measurements, i);
            }
        }
        return 0;
    }

    /** With the points that YuNet sees in their faces, which tell how far these are turned. */
    private List<TruthPhoto> pointed(List<TruthPhoto> photos) throws IOException {
        if (!groups || yunet == null) {
            return photos;
        }
        PhotoDecoder decoder = PhotoDecoder.create();
        List<TruthPhoto> pointed = new ArrayList<>();
        try (PeerDetector peer = PeerDetector.yunet(yunet, threads, 0.1)) {
            for (TruthPhoto photo : photos) {
                pointed.add(Turn.pointed(photo, peer.detect(decoder.decode(photo.file(), Measurement.LARGEST))));
            }
        }
        return pointed;
    }

    /** Every so manieth portrait, so that there are {@value #PORTRAITS}, with the face that YuNet is sure of. */
    private List<TruthPhoto> portraits() throws IOException {
        if (portraits == null) {
            return List.of();
        }
        if (yunet == null) {
            throw new ParameterException(
                    spec.commandLine(), "--portraits needs --yunet, which says where the faces are.");
        }
        PhotoDecoder decoder = PhotoDecoder.create();
        List<String> lines = Files.readAllLines(portraits);
        List<TruthPhoto> known = new ArrayList<>();
        try (PeerDetector peer = PeerDetector.yunet(yunet, threads, 0.8)) {
            for (int i = 0; i < PORTRAITS; i++) {
                Path file = portraits.resolveSibling(
                        lines.get(i * lines.size() / PORTRAITS).split("\t")[0]);
                RgbImage image = decoder.decode(file, Measurement.LARGEST);
                List<Face> faces = peer.detect(image);
                if (!faces.isEmpty()) {
                    known.add(new TruthPhoto(file, faces.subList(0, 1), List.of("plain")));
                }
            }
        }
        return known;
    }

    private void say(Measurement m) {
        out("%s: %.1f ms a photo%s", m.name(), m.milliseconds(), arena(m));
        for (OnSet set : m.sets()) {
            out("  %s, %d faces of 16 px and more", set.name(), set.all().faces());
            out(
                    "    AP %s; of 40 px and more %s",
                    Interval.of(set.all(), DetectionEvaluation::averagePrecision),
                    Interval.of(set.large(), DetectionEvaluation::averagePrecision));
            out("    recall at one false face in 10 photos %s", Interval.of(set.all(), e -> e.recallAt(0.1)));
            Point best = set.all().balanced();
            Point used = set.atDefault();
            out(
                    "    at its best score %.2f: precision %.3f, recall %.3f; at %.2f: %.3f, %.3f",
                    best.score(),
                    best.precision(),
                    best.recall(),
                    FaceDetector.MINIMUM_SCORE,
                    used.precision(),
                    used.recall());
            if (groups) {
                set.groups()
                        .groups()
                        .forEach((group, counts) -> out(
                                "    %-20s recall %.3f of %d faces", group, counts[0] / (double) counts[1], counts[1]));
            }
        }
        if (portraits != null) {
            m.closeUps().lines().forEach(line -> out("  %s", line));
            out("  close-ups found: %.3f", m.closeUps().recall());
        }
        m.cutOuts().lines().forEach(line -> out("  %s", line));
        if (m.falseFaces()[1] > 0) {
            out("  %d false faces in %d photos without people", m.falseFaces()[0], m.falseFaces()[1]);
        }
    }

    /** At the default score, as they are used. */
    private void race(Path photo) throws IOException {
        List<FaceDetector> detectors = new ArrayList<>();
        try {
            EngineOptions engine = EngineOptions.defaults().withThreads(threads);
            detectors.add(Contestant.student(engine, weights, FaceDetector.MINIMUM_SCORE));
            if (yunet != null) {
                detectors.add(PeerDetector.yunet(yunet, threads, FaceDetector.MINIMUM_SCORE));
            }
            if (ultraFace != null) {
                detectors.add(PeerDetector.ultraFace(ultraFace, threads, FaceDetector.MINIMUM_SCORE));
            }
            RgbImage view = PannedFrames.of(PhotoDecoder.create().decode(photo, 2048), 1024, 768, 1)
                    .getFirst();
            out("a view of 1024 x 768 px, %d threads, %d rounds in turns:", threads, rounds);
            for (Race race : Race.of(detectors, view, rounds)) {
                out(
                        "  %s: median %.1f ms (%.1f to %.1f in eight of ten rounds), %d faces",
                        race.name(), race.quantile(0.5), race.quantile(0.1), race.quantile(0.9), race.faces());
            }
        } catch (MediaException e) {
            throw new IOException("%s cannot be looked at: %s".formatted(photo, e.getMessage()), e);
        } finally {
            detectors.forEach(FaceDetector::close);
        }
    }

    private static String arena(Measurement m) {
        return m.arenaMebibytes().isPresent()
                ? ", %d MiB of intermediate results"
                        .formatted(m.arenaMebibytes().getAsLong())
                : "";
    }

    private static void plot(Path folder, List<Measurement> measurements, int set) throws IOException {
        Map<String, DetectionEvaluation> detectors = new LinkedHashMap<>();
        measurements.forEach(m -> detectors.put(m.name(), m.sets().get(set).all()));
        String name = measurements.getFirst().sets().get(set).name();
        Files.writeString(
                folder.resolve(name + "-precision-recall.svg"),
                CurvePlot.precisionRecall(name + ", faces of 16 px and more", detectors));
        Files.writeString(
                folder.resolve(name + "-reliability.svg"),
                CurvePlot.reliability(name + ": what scores mean", detectors));
    }

    private void out(String format, Object... arguments) {
        spec.commandLine().getOut().println(String.format(Locale.ROOT, format, arguments));
        spec.commandLine().getOut().flush();
    }
}
