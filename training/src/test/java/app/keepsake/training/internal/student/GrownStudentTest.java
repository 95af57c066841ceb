package app.keepsake.training.internal.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.keepsake.training.internal.data.Batch;
import app.keepsake.training.internal.data.BatchSource;
import app.keepsake.training.internal.data.CropTable;
import app.keepsake.training.internal.data.PhotoStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GrownStudentTest {
    private static final StudentDesign NARROW = StudentDesign.parse("8/2 P 8 P 16 16x1");

    @TempDir
    private Path folder;

    @Test
    void answersAsItDidBefore() throws IOException {
        StudentDesign wide = StudentDesign.parse("8/2 P 16 P 24 32x1");
        StudentParameters narrow = StudentParameters.random(NARROW, 1);
        StudentParameters grown = GrownStudent.of(
                        FoldedStudent.of(FoldedStudent.of(narrow).weights("narrow")), wide, 5)
                .parameters();

        assertThat(grown.design.text()).isEqualTo(wide.text());
        try (PhotoStore store = Discs.store(folder.resolve("photos"));
                TorchStudent one = new TorchStudent(NARROW);
                TorchStudent other = new TorchStudent(wide)) {
            Batch batch = new BatchSource(store, NARROW.tiling(), 7, false)
                    .batch(new CropTable(store, List.of(), false), 0, 8);
            float[] answers = one.measure(narrow, batch).scores();
            assertThat(other.measure(grown, batch).scores()).containsExactly(answers, within(1e-4f));
        }
    }

    @Test
    void refusesDesignsWithLess() {
        FoldedStudent narrow = FoldedStudent.of(StudentParameters.random(NARROW, 1));

        for (String other : List.of("8/2 P 8 P 12 16x1", "8/2 P 8 P 16", "8/2 P 8 P 16 16")) {
            assertThatThrownBy(() -> GrownStudent.of(narrow, StudentDesign.parse(other), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(other)
                    .hasMessageContaining("--design");
        }
    }
}
