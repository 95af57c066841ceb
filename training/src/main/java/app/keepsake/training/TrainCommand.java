package app.keepsake.training;

import app.keepsake.engine.EngineOptions;
import app.keepsake.training.internal.data.CropTable.Place;
import app.keepsake.training.internal.data.Mistakes;
import app.keepsake.training.internal.data.PhotoLists;
import app.keepsake.training.internal.data.PhotoPool;
import app.keepsake.training.internal.data.PhotoPool.Kind;
import app.keepsake.training.internal.data.PhotoPreparation;
import app.keepsake.training.internal.data.PhotoStore;
import app.keepsake.training.internal.data.TaughtPhotos;
import app.keepsake.training.internal.evaluation.Calibration;
import app.keepsake.training.internal.student.Checkpoint;
import app.keepsake.training.internal.student.FoldedStudent;
import app.keepsake.training.internal.student.GrownStudent;
import app.keepsake.training.internal.student.StudentDesign;
import app.keepsake.training.internal.student.StudentTrainer;
import app.keepsake.training.internal.student.StudentTrainer.Schedule;
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
    @Option(names = "--labels", required = true, description = "What label-faces wrote.")
    private List<Path> labels = List.of();

    @Option(names = "--truth", description = "A truth file with labelled photos.")
    private List<Path> truths = List.of();

    @Option(names = "--voc", description = "A folder with Pascal VOC annotations; photos lie in the folder beside it.")
    private List<Path> vocFolders = List.of();

    @Option(names = "--unlabelled", description = "A folder of photos that the teachers label.")
    private List<Path> unlabelled = List.of();

    @Option(names = "--animals", description = "A folder of photos of animals, few people among them.")
    private List<Path> animals = List.of();

    @Option(names = "--no-people", description = "A folder of photos without people.")
    private List<Path> noPeople = List.of();

    @Option(names = "--exclude", required = true, description = "Truth file or folder of photos kept for evaluation.")
    private List<Path> excluded = List.of();

    @Option(names = "--work", required = true, description = "Folder for photos and checkpoints (10 GB).")
    private Path work = Path.of("");

    @Option(names = "--out", required = true, description = "The weights to write.")
    private Path out = Path.of("");

    @Option(names = "--design", defaultValue = StudentDesign.SHIPPED, description = "Layers (${DEFAULT-VALUE}).")
    private String design = StudentDesign.SHIPPED;

    @Option(
            names = "--from",
            description =
                    "Weights that the training begins with, of the same design or of one with fewer outputs a layer.")
    private @Nullable Path from;

    @Option(
            names = "--steps",
            split = ",",
            defaultValue = "3000,5000,12000",
            description = "The step at which each round ends (${DEFAULT-VALUE}).")
    private List<Long> rounds = List.of();

    @Option(names = "--batch", defaultValue = "48", description = "Crops a step (${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--rate", defaultValue = "0.003", description = "Highest learning rate (${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--mine-every",
            defaultValue = "3",
            description = "One of so many photos with faces is searched for" + " false ones (${DEFAULT-VALUE}).")
    private int mineEvery;

    @Option(
            names = "--python",
            description =
                    "A Python with PyTorch, which computes gradients several times as fast as the library within.")
    private @Nullable Path python;

    @Option(names = "--name", defaultValue = "3", description = "Of the weights, in results (${DEFAULT-VALUE}).")
    private String name = "";

    @Option(names = "--seed", defaultValue = "1", description = "Of everything random (${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path stored = work.resolve("photos");
        if (!Files.exists(stored.resolve("faces"))) {
            prepare(stored);
        }
        try (PhotoStore store = PhotoStore.open(stored)) {
            Checkpoint student = trained(store);
            StudentWeights weights =
                    Calibration.of(store, student.folded().weights(name), EngineOptions.defaults(), this::say);
            try (OutputStream stream = Files.newOutputStream(out)) {
                weights.write(stream);
            }
        }
        say("Wrote " + out);
        return 0;
    }

    private void prepare(Path folder) throws IOException {
        try (TaughtPhotos taught = new TaughtPhotos(labels)) {
            PhotoPool pool = pool(taught);
            say("%d photos; left out: %d copies of evaluation photos, %d repeated, %d unreadable, %d not labelled"
                    .formatted(
                            pool.photos().size(),
                            pool.evaluationCopies(),
                            pool.repeated(),
                            pool.unreadable(),
                            pool.unasked()));
            PhotoPreparation.store(pool, taught, folder, this::say);
        }
    }

    private PhotoPool pool(TaughtPhotos taught) throws IOException {
        PhotoPool.Builder builder = new PhotoPool.Builder(taught);
        for (Path file : excluded) {
            builder.exclude(Files.isDirectory(file) ? PhotoLists.folder(file) : PhotoLists.truth(file));
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
        for (Path folder : animals) {
            builder.add(PhotoLists.folder(folder), Kind.ANIMALS);
        }
        for (Path folder : noPeople) {
            builder.add(PhotoLists.folder(folder), Kind.NO_PEOPLE);
        }
        return builder.build();
    }

    /** Trains round by round; the first has mistakes to learn from only if the training begins with weights. */
    private Checkpoint trained(PhotoStore store) throws IOException, InterruptedException {
        Path file = work.resolve("student");
        Checkpoint student = Files.exists(file) ? Checkpoint.read(file) : begun(store);
        long before = 0;
        for (long end : rounds) {
            if (student.step() < end) {
                List<Place> mistakes = before == 0 && from == null
                        ? List.of()
                        : mistakes(store, student, work.resolve("mistakes-" + before));
                Schedule schedule = new Schedule(batch, end, rounds.getLast(), 500, rate, 0.02, seed);
                student = new StudentTrainer(store, mistakes, schedule, python, this::say).run(student, file);
            }
            before = end;
        }
        return student;
    }

    private Checkpoint begun(PhotoStore store) throws IOException {
        StudentDesign layers = StudentDesign.parse(design);
        if (from == null) {
            return Checkpoint.fresh(layers, seed);
        }
        StudentWeights weights = StudentWeights.read(from.toString(), Files.newInputStream(from));
        say("Begins with the weights " + weights.name());
        return Checkpoint.of(GrownStudent.of(FoldedStudent.of(weights), layers, seed), store, seed);
    }

    /** Looks for them once in a round, so that a stopped training goes on with the same ones. */
    private List<Place> mistakes(PhotoStore store, Checkpoint student, Path file) throws IOException {
        if (!Files.exists(file)) {
            EngineOptions engine = EngineOptions.defaults().withThreads(2).withCachedPlans(8);
            StudentDetector.Settings settings =
                    new StudentDetector.Settings(StudentDetector.Settings.SMALLEST_FACE, 0.1).withoutSecondLook();
            try (FaceDetector detector =
                    new StudentDetector(student.folded().weights("in training"), settings, engine)) {
                Mistakes.write(file, Mistakes.of(store, detector, mineEvery));
            }
        }
        List<Place> mistakes = Mistakes.read(file);
        say("%d false faces".formatted(mistakes.size()));
        return mistakes;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
