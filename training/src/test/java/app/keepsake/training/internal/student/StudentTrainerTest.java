package app.keepsake.training.internal.student;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.training.internal.data.CropTable;
import app.keepsake.training.internal.data.FaceBox;
import app.keepsake.training.internal.data.PhotoStore;
import app.keepsake.training.internal.student.StudentTrainer.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudentTrainerTest {
    private static final StudentDesign DESIGN = StudentDesign.parse("8/2 P 8 P 16 16x1");

    @TempDir
    private Path folder;

    @Test
    void learnsToFindDiscs() throws IOException, InterruptedException {
        List<String> log = new ArrayList<>();
        try (PhotoStore store = Discs.store(folder.resolve("photos"))) {
            new StudentTrainer(store, List.of(), schedule(500), null, log::add)
                    .run(Checkpoint.fresh(DESIGN, 1), folder.resolve("student"));
        }

        String[] last = log.getLast().split("over a face | % say so, of others | %");
        assertThat(Double.parseDouble(last[1])).as(log.getLast()).isGreaterThan(40);
        assertThat(Double.parseDouble(last[2])).as(log.getLast()).isLessThan(1);
    }

    @Test
    void aStoppedTrainingGoesOnAsIfItHadNotStopped() throws IOException, InterruptedException {
        try (PhotoStore store = Discs.store(folder.resolve("photos"))) {
            Checkpoint whole = new StudentTrainer(store, List.of(), schedule(20), null, line -> {})
                    .run(Checkpoint.fresh(DESIGN, 1), folder.resolve("whole"));
            Path stopped = folder.resolve("stopped");
            StudentTrainer trainer = new StudentTrainer(store, List.of(), schedule(20), null, line -> {});
            firstSection(trainer, stopped);

            Checkpoint resumed = trainer.run(Checkpoint.read(stopped), stopped);

            assertThat(Checkpoint.read(stopped).now().learned)
                    .isEqualTo(Checkpoint.read(folder.resolve("whole")).now().learned);
            assertThat(resumed.step()).isEqualTo(whole.step());
        }
    }

    @Test
    void whatIsKnownOfMistakesEndsWithTheRoundThatHasThem() throws IOException, InterruptedException {
        try (PhotoStore store = Discs.store(folder.resolve("photos"))) {
            int faces = new CropTable(store, List.of(), false).faces();
            List<CropTable.Place> mistakes =
                    List.of(new CropTable.Place(1, new FaceBox(10, 10, 30, 30, false, Float.NaN)));
            StudentTrainer trainer = new StudentTrainer(store, mistakes, schedule(20), null, line -> {});

            Checkpoint within = firstSection(trainer, folder.resolve("student"));
            Checkpoint ended = trainer.run(within, folder.resolve("student"));

            assertThat(within.errors()).hasSize(faces + 1);
            assertThat(ended.errors()).hasSize(faces);
        }
    }

    private static Checkpoint firstSection(StudentTrainer trainer, Path file) throws IOException, InterruptedException {
        try (Gradients gradients = new TorchStudent(DESIGN)) {
            return trainer.section(Checkpoint.fresh(DESIGN, 1), file, gradients);
        }
    }

    private static Schedule schedule(long steps) {
        return new Schedule(32, steps, steps, 10, 0.01, 0.001, 1);
    }
}
