package app.keepsake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
final class MemoriesProcessTest {
    @Test
    void halfAMillionAssetsFitIntoHalfAGigabyteOfHeap() throws Exception {
        Process process =
                MemoriesBench.start(500_000, 512).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(said);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("heap in use");
    }
}
