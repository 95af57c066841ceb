package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HeadsOfOthersTest {
    private static final Face FACE = new Face(40, 40, 20, 20, 0.9);

    private static DetectedObject thing(String name, double x, double score) {
        return new DetectedObject(name, x, 20, 60, 60, score);
    }

    @Test
    void aFaceInAnAnimalIsNoPersonsUnlessAPersonIsSeenThereAsWell() {
        assertThat(HeadsOfOthers.isOne(FACE, List.of(thing("dog", 20, 0.5)))).isTrue();
        assertThat(HeadsOfOthers.isOne(FACE, List.of(thing("clock", 20, 0.5)))).isTrue();
        assertThat(HeadsOfOthers.isOne(FACE, List.of(thing("dog", 20, 0.5), thing("person", 20, 0.6))))
                .isFalse();
        assertThat(HeadsOfOthers.isOne(FACE, List.of(thing("dog", 20, 0.2)))).isFalse();
        assertThat(HeadsOfOthers.isOne(FACE, List.of(thing("dog", 60, 0.9))))
                .as("beside the face")
                .isFalse();
        assertThat(HeadsOfOthers.isOne(FACE, List.of(thing("chair", 20, 0.9)))).isFalse();
    }
}
