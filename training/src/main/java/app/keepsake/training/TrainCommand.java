package app.keepsake.training;

import app.keepsake.engine.EngineOptions;
import app.keepsake.training.internal.data.HashCache;
import app.keepsake.training.internal.data.PhotoLists;
import app.keepsake.training.internal.data.PhotoPool;
import app.keepsake.training.internal.data.PhotoPool.Kind;
import app.keepsake.training.internal.data.RoundTiles;
import app.keepsake.training.internal.data.TeacherScores;
import app.keepsake.training.internal.data.TileFile;
import app.keepsake.training.internal.evaluation.Calibration;
import app.keepsake.training.internal.student.Checkpoint;
import app.keepsake.training.internal.student.StudentDesign;
import app.keepsake.training.internal.student.StudentTrainer;
import app.keepsake.training.internal.student.StudentTrainer.Schedule;
import app.keepsake.training.internal.teachers.EnsembleDetector;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.student.StudentDetector;
import app.keepsake.vision.student.StudentWeights;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the face detector in rounds, each on the mistakes of the one before. */
@Command(
        name = "train",
        description = "Trains the face detector in rounds, each on the mistakes of the one before. Can be stopped; the"
                + " same command goes on where it was.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Option(names = "--truth", description = "A truth file with labelled photos.")
    private List<Path> truths = List.of();

    @Option(names = "--voc", description = "A folder with Pascal VOC annotations; photos lie in the folder beside it.")
    private List<Path> vocFolders = List.of();

    @Option(names = "--unlabelled", description = "A folder of photos that the teacher labels.")
    private List<Path> unlabelled = List.of();

    @Option(names = "--no-people", description = "A folder of photos without people.")
    private List<Path> noPeople = List.of();

    @Option(names = "--exclude", required = true, description = "Truth file of the photos kept for evaluation.")
    private List<Path> excluded = List.of();

    @Option(names = "--work", required = true, description = "Folder for tiles and checkpoints (several GB).")
    private Path work = Path.of("");

    @Option(names = "--out", required = true, description = "The weights to write.")
    private Path out = Path.of("");

    @Option(names = "--design", defaultValue = StudentDesign.SHIPPED, description = "Layers (${DEFAULT-VALUE}).")
    private String design = StudentDesign.SHIPPED;

    @Option(
            names = "--steps",
            split = ",",
            defaultValue = "4000,8000,8000,8000",
            description = "Steps of each round (${DEFAULT-VALUE}).")
    private List<Long> steps = List.of();

    @Option(names = "--batch", defaultValue = "64", description = "Tiles a step (${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--seed", defaultValue = "1", description = "Of everything random (${DEFAULT-VALUE}).")
    private long seed;

    /** Learning rates of the first rounds; later ones go on with the last. */
    private static final double[] RATES = {0.003, 0.002, 0.0012};

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(work);
        PhotoPool pool = pool();
        say("%d photos; left out: %d copies of evaluation photos, %d repeated, %d unreadable"
                .formatted(pool.photos().size(), pool.evaluationCopies(), pool.repeated(), pool.unreadable()));
        Checkpoint student = Checkpoint.fresh(StudentDesign.parse(design), seed);
        for (int round = 0; round < steps.size(); round++) {
            student = round(pool, round, student);
        }
        EngineOptions engine = EngineOptions.defaults();
        StudentWeights weights = Calibration.of(pool, student.folded().weights("2"), engine, this::say);
        try (OutputStream stream = Files.newOutputStream(out)) {
            weights.write(stream);
        }
        say("Wrote " + out);
        return 0;
    }

    private PhotoPool pool() throws IOException {
        try (HashCache hashes = new HashCache(work.resolve("hashes.tsv"))) {
            PhotoPool.Builder builder = new PhotoPool.Builder(hashes);
            for (Path file : excluded) {
                builder.exclude(PhotoLists.truth(file));
            }
            for (Path file : truths) {
                builder.add(PhotoLists.truth(file), Kind.LABELLED);
            }
            for (Path folder : vocFolders) {
                builder.add(PhotoLists.voc(folder), Kind.LABELLED);
            }
            for (Path folder : unlabelled) {
                builder.add(PhotoLists.folder(folder), Kind.UNLABELLED);
            }
            for (Path folder : noPeople) {
                builder.add(PhotoLists.folder(folder), Kind.NO_PEOPLE);
            }
            return builder.build();
        }
    }

    /** Cuts tiles with the student so far, unless that is done, and trains from it. */
    private Checkpoint round(PhotoPool pool, int round, Checkpoint before) throws IOException, InterruptedException {
        Path checkpoint = work.resolve("student-%d".formatted(round));
        Checkpoint start =
                Files.exists(checkpoint) ? Checkpoint.read(checkpoint) : (round == 0 ? before : before.forNextRound());
        if (start.step() < steps.get(round) && !Files.exists(tiles(round))) {
            Path unfinished = work.resolve("tiles-unfinished");
            Files.deleteIfExists(unfinished);
            cut(pool, round == 0 ? null : before, unfinished);
            Files.move(unfinished, tiles(round));
        }
        Schedule schedule =
                new Schedule(batch, steps.get(round), 500, RATES[Math.min(round, 2)], 0.02, 12, seed + round);
        try (TileFile file = TileFile.open(tiles(round))) {
            return new StudentTrainer(file, schedule, this::say).run(start, checkpoint);
        }
    }

    private Path tiles(int round) {
        return work.resolve("tiles-%d".formatted(round));
    }

    private void cut(PhotoPool pool, @Nullable Checkpoint before, Path file) throws IOException {
        EngineOptions engine = EngineOptions.defaults().withThreads(1).withCachedPlans(8);
        try (FaceDetector teacher = FaceDetector.pretrained(engine, TeacherScores.MINIMUM_SCORE);
                TeacherScores once = new TeacherScores(teacher, work.resolve("teacher.tsv"));
                TeacherScores inParts =
                        new TeacherScores(new EnsembleDetector(teacher), work.resolve("teacher-in-parts.tsv"));
                @Nullable FaceDetector student = before == null ? null : student(before, engine)) {
            new RoundTiles(once, inParts).cut(pool, student, file, this::say);
        }
    }

    private static FaceDetector student(Checkpoint checkpoint, EngineOptions engine) {
        StudentDetector.Settings settings = new StudentDetector.Settings(StudentDetector.Settings.SMALLEST_FACE, 0.1);
        return new StudentDetector(checkpoint.folded().weights("in training"), settings, engine);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
