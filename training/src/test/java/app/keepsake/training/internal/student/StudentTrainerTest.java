package app.keepsake.training.internal.student;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.training.internal.data.FaceBox;
import app.keepsake.training.internal.data.PhotoStore;
import app.keepsake.training.internal.data.Pixels;
import app.keepsake.training.internal.student.StudentTrainer.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudentTrainerTest {
    private static final StudentDesign DESIGN = StudentDesign.parse("8/2 P 8 P 16 16x1");

    @TempDir
    private Path folder;

    @Test
    void learnsToFindDiscs() throws IOException, InterruptedException {
        List<String> log = new ArrayList<>();
        try (PhotoStore store = store()) {
            new StudentTrainer(store, List.of(), schedule(500), log::add)
                    .run(Checkpoint.fresh(DESIGN, 1), folder.resolve("student"));
        }

        String[] last = log.getLast().split("over a face | % say so, of others | %");
        assertThat(Double.parseDouble(last[1])).as(log.getLast()).isGreaterThan(40);
        assertThat(Double.parseDouble(last[2])).as(log.getLast()).isLessThan(1);
    }

    @Test
    void aStoppedTrainingGoesOnAsIfItHadNotStopped() throws IOException, InterruptedException {
        try (PhotoStore store = store()) {
            Checkpoint whole = new StudentTrainer(store, List.of(), schedule(20), line -> {})
                    .run(Checkpoint.fresh(DESIGN, 1), folder.resolve("whole"));
            Path stopped = folder.resolve("stopped");
            StudentTrainer trainer = new StudentTrainer(store, List.of(), schedule(20), line -> {});
            trainer.section(Checkpoint.fresh(DESIGN, 1), stopped);

            Checkpoint resumed = trainer.run(Checkpoint.read(stopped), stopped);

            assertThat(Checkpoint.read(stopped).now().learned)
                    .isEqualTo(Checkpoint.read(folder.resolve("whole")).now().learned);
            assertThat(resumed.step()).isEqualTo(whole.step());
        }
    }

    private static Schedule schedule(long steps) {
        return new Schedule(32, steps, steps, 10, 0.01, 0.001, 1);
    }

    /** Grey pictures with bright discs, which are the faces. */
    private PhotoStore store() throws IOException {
        Path there = folder.resolve("photos");
        SplittableRandom random = new SplittableRandom(5);
        try (PhotoStore.Writer writer = new PhotoStore.Writer(there)) {
            for (int i = 0; i < 30; i++) {
                int cx = 80 + random.nextInt(160);
                int cy = 80 + random.nextInt(90);
                FaceBox face = new FaceBox(cx - 15, cy - 15, 30, 30, true, Float.NaN);
                writer.write(disc(cx, cy, random), i % 4 == 0, true, List.of(face));
            }
        }
        return PhotoStore.open(there);
    }

    private static Pixels disc(int cx, int cy, SplittableRandom random) {
        byte[] rgb = new byte[320 * 250 * 3];
        for (int i = 0; i < rgb.length; i++) {
            boolean inside = Math.hypot(i / 3 % 320 - cx, i / 3 / 320 - cy) < 15;
            rgb[i] = (byte) ((inside ? 200 : 80) + random.nextInt(30));
        }
        return new Pixels(320, 250, rgb);
    }
}
