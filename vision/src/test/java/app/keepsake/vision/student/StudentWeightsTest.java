package app.keepsake.vision.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class StudentWeightsTest {
    @Test
    void givesBackWhatWasWrittenButForRoundingToHalfPrecision() throws IOException {
        StudentWeights weights = RandomStudent.weights(3);

        StudentWeights read = StudentWeights.read("weights", new ByteArrayInputStream(bytes(weights)));

        assertThat(read.name()).isEqualTo(weights.name());
        assertThat(read.slope()).isEqualTo(weights.slope());
        assertThat(read.tile()).isEqualTo(weights.tile());
        assertThat(read.layers()).hasSameSizeAs(weights.layers());
        for (int i = 0; i < read.layers().size(); i++) {
            assertThat(read.layers().get(i).bias())
                    .isEqualTo(weights.layers().get(i).bias());
            float[] expected = weights.layers().get(i).weights();
            float[] found = read.layers().get(i).weights();
            for (int j = 0; j < expected.length; j++) {
                assertThat(Math.abs(found[j] - expected[j])).isLessThan(1e-3f);
            }
        }
    }

    @Test
    void namesAFileThatIsSomethingElse() {
        assertThatThrownBy(() -> StudentWeights.read("faces.bin", new ByteArrayInputStream(new byte[64])))
                .hasMessageContaining("faces.bin is not a student's weights");
    }

    @Test
    void saysThatAFileIsCutShort() throws IOException {
        byte[] whole = bytes(RandomStudent.weights(3));

        assertThatThrownBy(() -> StudentWeights.read(
                        "faces.bin", new ByteArrayInputStream(Arrays.copyOf(whole, whole.length - 5))))
                .hasMessageContaining("faces.bin ends in the middle of a layer");
    }

    private static byte[] bytes(StudentWeights weights) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        weights.write(out);
        return out.toByteArray();
    }
}
