package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export in two ZIPs, of which the second has the sidecar. */
final class TakeoutCommandTest {
    private static final String PHOTO = "Takeout/Google Photos/Photos from 1999/a.jpg";
    private static final String SIDECAR = "{\"photoTakenTime\":{\"timestamp\":\"930830400\"},\"favorited\":true}";

    @TempDir
    Path folder;

    private Path first = Path.of("");
    private Path second = Path.of("");

    @BeforeEach
    void makeAnExport() throws IOException {
        List<Path> parts = export(folder);
        first = parts.getFirst();
        second = parts.getLast();
    }

    /** An export in two parts: a photo of 1999, and its sidecar. */
    static List<Path> export(Path folder) throws IOException {
        return List.of(
                zip(folder.resolve("takeout-20240506T101112Z-001.zip"), Map.of(PHOTO, photo())),
                zip(
                        folder.resolve("takeout-20240506T101112Z-002.zip"),
                        Map.of(PHOTO + ".supplemental-metadata.json", SIDECAR.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void tellsWhatIsInAnExport() throws IOException {
        TestCommand whole = TestCommand.run("takeout", folder.toString());
        assertThat(whole.code()).isZero();
        assertThat(whole.out()).contains("1 photos and clips, 1 with a sidecar, 0 without, in 2 ZIPs.");
        Files.delete(first);
        TestCommand half = TestCommand.run("takeout", folder.toString());
        assertThat(half.out()).contains("Parts that are not here: 1.", "Sidecars without their photo (1):");
        Files.writeString(first, "damaged");
        TestCommand damaged = TestCommand.run("takeout", "--json", folder.toString());
        assertThat(damaged.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(damaged.out()).contains("\"reason\":\"expected a whole ZIP");
    }

    @Test
    void indexesZips() {
        String library = folder.resolve("library").toString();
        TestCommand index = TestCommand.run("index", "--library", library, first.toString(), second.toString());
        assertThat(index.code()).as(index.err()).isZero();
        assertThat(index.out()).contains("2 files unpacked", "1 photos and clips: 1 looked at");
        Path photo = Path.of(library, "takeout", "takeout-20240506T101112Z").resolve(PHOTO);
        TestCommand show = TestCommand.run("show", "--library", library, "--json", photo.toString());
        assertThat(show.out()).contains("1999-07-01T12:00", "\"favourite\":true");
        TestCommand again = TestCommand.run("index", "--library", library, first.toString(), second.toString());
        assertThat(again.out()).contains("2 were there", "1 unchanged");
    }

    private static Path zip(Path file, Map<String, byte[]> members) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private static byte[] photo() throws IOException {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(60, 40, 200, 160);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }
}
