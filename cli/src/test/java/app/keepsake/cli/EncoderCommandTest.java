package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.onnx.OnnxNodes;
import app.keepsake.testbed.onnx.RandomClip;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An encoder of the owner's on the command line, from its files to what is found. */
final class EncoderCommandTest {
    @TempDir
    Path folder;

    private Path library;
    private Path clip;

    @BeforeEach
    void write() throws IOException {
        library = folder.resolve("library");
        clip = folder.resolve("clip");
        new RandomClip(2).write(clip, 16);
        Path photos = Files.createDirectories(folder.resolve("photos"));
        for (Color colour : List.of(Color.RED, Color.GREEN, Color.BLUE)) {
            BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
            Graphics2D canvas = image.createGraphics();
            canvas.setColor(colour);
            canvas.fillOval(60, 40, 200, 160);
            canvas.dispose();
            ImageIO.write(image, "png", photos.resolve(colour.getRGB() + ".png").toFile());
        }
        assertThat(run("index", photos.toString()).code()).isZero();
    }

    private TestCommand run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--library", library.toString()));
        return TestCommand.run(all.toArray(String[]::new));
    }

    @Test
    void isUsedSeesPhotosAndIsTakenAway() {
        assertThat(run("encoder", "look").err()).contains("No encoder is set");
        assertThat(run("encoder", "use", clip.toString()).code()).isZero();
        assertThat(run("encoder", "look").out()).contains("3 photos seen");
        assertThat(run("encoder", "status").out()).contains(clip + " has seen 3 photos");
        TestCommand found = run("search", "splashing", "xyzzy");
        assertThat(found.out().lines()).isNotEmpty().allMatch(line -> line.endsWith(".png"));
        assertThat(found.err()).contains("because of what they look like").doesNotContain("Nothing here is called");
        assertThat(run("doctor").out()).contains("Your own encoder works: it has seen 3 photos");
        assertThat(run("encoder", "off").code()).isZero();
        assertThat(run("search", "splashing", "xyzzy").out()).isEmpty();
        assertThat(run("encoder", "status").out()).contains("No encoder is set");
    }

    @Test
    void oneThatCannotBeRunIsRefusedWithTheReason() throws IOException {
        OnnxNodes file = new OnnxNodes();
        file.input("image", 1, 3, 32, 32);
        file.addNamed("SpaceToDepth", List.of("image"), "embedding");
        file.output("embedding", 1, 16);
        Files.write(clip.resolve("visual/model.onnx"), file.model());
        TestCommand refused = run("encoder", "use", clip.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("visual/model.onnx", "SpaceToDepth", "the operation is not known")
                .hasLineCount(1);
    }

    @Test
    void changedFilesAreToldByDoctorAndSearchGoesByWords() throws IOException {
        assertThat(run("encoder", "use", clip.toString()).code()).isZero();
        new RandomClip(4).write(clip, 16);
        assertThat(run("encoder", "look").err()).contains("have changed since they were set");
        assertThat(run("doctor").out()).contains("have changed since it was set");
        assertThat(run("search", "xyzzy").err()).contains("have changed since they were set", "photos and clips");
    }
}
