package app.keepsake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.OneDay;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finding pictures on the command line. */
final class SearchCommandTest {
    /** Of all pictures. */
    private static final String YEAR = "2024";

    @TempDir
    Path library;

    @BeforeEach
    void write() throws IOException {
        OneDay.write(library, 4, 4);
    }

    private TestCommand search(String... words) {
        List<String> all = new ArrayList<>(List.of("search", "--library", library.toString()));
        all.addAll(List.of(words));
        return TestCommand.run(all.toArray(String[]::new));
    }

    @Test
    void namesTheFilesAndWhatTheWordsWereTakenFor() {
        TestCommand found = search(YEAR);
        assertThat(found.code()).isZero();
        assertThat(found.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("/"));
        assertThat(found.out().lines()).hasSize(4);
        assertThat(found.err()).contains("4 photos and clips: 2024");
    }

    @Test
    void tellsProgramsThePathsAndWhy() {
        TestCommand found = search("--json", "--most", "1", "xyzzy", YEAR);
        assertThat(found.out().lines()).hasSize(1);
        JsonNode told = JsonMapper.shared().readTree(found.out());
        assertThat(told.get("file").asString()).startsWith("/");
        assertThat(told.at("/why/0/is").asString()).isEqualTo("date");
        assertThat(told.at("/why/0/label").asString()).isEqualTo(YEAR);
        assertThat(told.at("/unknown/0").asString()).isEqualTo("xyzzy");
        assertThat(found.err()).contains("Nothing here is called \"xyzzy\".");
    }

    @Test
    void readsTheWritingInPhotosAndFindsIt() throws IOException {
        Path photos = Files.createDirectories(library.resolve("../signs"));
        BufferedImage sign = new BufferedImage(900, 500, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sign.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 64));
        g.drawString("Gasthof Adler", 160, 260);
        g.dispose();
        ImageIO.write(sign, "png", photos.resolve("sign.png").toFile());
        assertThat(TestCommand.run("index", "--library", library.toString(), photos.toString())
                        .code())
                .isZero();
        TestCommand read = TestCommand.run("texts", "--library", library.toString(), "--json", "--minutes", "5");
        assertThat(read.code()).isZero();
        assertThat(JsonMapper.shared().readTree(read.out()).get("written").asInt())
                .isEqualTo(1);
        TestCommand found = search("GASTHOF");
        assertThat(found.out().lines()).hasSize(1).allMatch(line -> line.endsWith("sign.png"));
        assertThat(found.err()).contains("text in the picture \"GASTHOF\"");
    }

    @Test
    void keepsNothing() {
        assertThat(search(YEAR).code()).isZero();
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            assertThat(catalog.memories().requests()).isEmpty();
        }
    }

    @Test
    void saysThatNothingWasFound() {
        TestCommand found = search("1901");
        assertThat(found.code()).isZero();
        assertThat(found.out()).isEmpty();
        assertThat(found.err()).contains("0 photos and clips: 1901");
    }
}
