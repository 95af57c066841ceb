package app.keepsake.training.internal.evaluation;

import app.keepsake.engine.EngineOptions;
import app.keepsake.training.internal.teachers.BlazeFace;
import app.keepsake.training.internal.teachers.BlazeFace.Variant;
import app.keepsake.training.internal.teachers.EnsembleDetector;
import app.keepsake.training.internal.teachers.HaarDetector;
import app.keepsake.training.internal.teachers.MirroredDetector;
import app.keepsake.training.internal.teachers.PeerDetector;
import app.keepsake.vision.FaceDetector;
import app.keepsake.vision.student.StudentDetector;
import app.keepsake.vision.student.StudentWeights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A detector to measure.
 *
 * @param opening opens it so that it reports faces with very low scores, too, for the whole curve
 */
public record Contestant(String name, Opening opening) {
    /** Low enough for the whole curve: of faces that the student gives less than 0.001 some are still right. */
    static final double LEAST_SCORE = 0.00001;

    /** Opens a detector. */
    @FunctionalInterface
    public interface Opening {
        FaceDetector open() throws IOException;
    }

    /**
     * @param weights of the student; null for those that the app uses
     * @param yunet YuNet as an ONNX file, null to leave it out
     * @param ultraFace UltraFace RFB-640 as an ONNX file, null to leave it out
     */
    public static List<Contestant> all(
            int threads, @Nullable Path weights, @Nullable Path yunet, @Nullable Path ultraFace) {
        EngineOptions engine = EngineOptions.defaults().withThreads(threads).withCachedPlans(2);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(new Contestant("student", () -> student(engine, weights, LEAST_SCORE)));
        if (yunet != null) {
            contestants.add(new Contestant("yunet", () -> PeerDetector.yunet(yunet, threads, LEAST_SCORE)));
        }
        if (ultraFace != null) {
            contestants.add(new Contestant("ultraface", () -> PeerDetector.ultraFace(ultraFace, threads, LEAST_SCORE)));
        }
        if (yunet != null && ultraFace != null) {
            contestants.add(new Contestant("teachers", () -> PeerDetector.teachers(yunet, ultraFace, threads)));
        }
        contestants.add(new Contestant("ssd", () -> FaceDetector.pretrained(engine, LEAST_SCORE)));
        contestants.add(new Contestant(
                "ssd-mirrored", () -> new MirroredDetector(FaceDetector.pretrained(engine, LEAST_SCORE))));
        contestants.add(
                new Contestant("ensemble", () -> new EnsembleDetector(FaceDetector.pretrained(engine, LEAST_SCORE))));
        for (Variant variant : Variant.values()) {
            contestants.add(new Contestant(variant.file(), () -> BlazeFace.open(variant, engine, LEAST_SCORE)));
            contestants.add(new Contestant(
                    variant.file() + "-ensemble",
                    () -> new EnsembleDetector(BlazeFace.open(variant, engine, LEAST_SCORE))));
        }
        if (Files.exists(HaarDetector.DEBIAN)) {
            contestants.add(new Contestant("haar", () -> new HaarDetector(HaarDetector.DEBIAN)));
        }
        return contestants;
    }

    /**
     * @param file of its weights; null for those that the app uses
     * @param least score that it reports
     */
    public static FaceDetector student(EngineOptions engine, @Nullable Path file, double least) throws IOException {
        StudentDetector.Settings settings = new StudentDetector.Settings(StudentDetector.Settings.SMALLEST_FACE, least);
        if (file == null) {
            return StudentDetector.shipped(engine, settings);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new StudentDetector(StudentWeights.read(file.toString(), in), settings, engine);
        }
    }
}
