package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.keepsake.engine.EngineOptions;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextReaderTest {
    private static TextReader reader;

    @BeforeAll
    static void open() {
        reader = TextReader.open(EngineOptions.defaults());
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SansSerif, 1, 0, Willkommen in Lissabon",
        "Serif, 0, 8, Willkommen in Lissabon",
        "Monospaced, 1, -6, Willkommen in Lissabon",
        "SansSerif, 0, 90, Willkommen in Lissabon",
        "SansSerif, 0, 3, Die große Straße"
    })
    void readsALineOnAPhotoHoweverItIsTurned(String family, int style, int degrees, String words) {
        List<TextLine> lines = reader.read(SamplePhotos.rgb(signed(family, style, degrees, words)));
        assertThat(lines).extracting(TextLine::text).contains(words);
        TextLine line = lines.stream()
                .filter(each -> each.text().equals(words))
                .findFirst()
                .orElseThrow();
        assertThat(line.score()).isBetween(0.6, 1.0);
        assertThat(line.x() + line.width() / 2).isCloseTo(512, within(12.0));
        assertThat(line.y() + line.height() / 2).isCloseTo(340, within(12.0));
    }

    @Test
    void readsRowsFromTopToBottomAndFromLeftToRight() {
        BufferedImage page = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = page.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 900, 600);
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
        g.drawString("Kaffee", 60, 120);
        g.drawString("2,50", 700, 124);
        g.drawString("Kuchen", 60, 320);
        g.drawString("3,10", 700, 318);
        g.dispose();
        assertThat(reader.read(SamplePhotos.rgb(page)))
                .extracting(TextLine::text)
                .containsExactly("Kaffee", "2,50", "Kuchen", "3,10");
    }

    @Test
    void readsNothingWhereNothingIsWritten() {
        BufferedImage blank = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        assertThat(reader.read(SamplePhotos.rgb(blank))).isEmpty();
    }

    private static BufferedImage signed(String family, int style, int degrees, String words) {
        BufferedImage photo = new BufferedImage(1024, 680, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = photo.createGraphics();
        g.drawImage(SamplePhotos.scaled(SamplePhotos.people(1), 1024), 0, 0, 1024, 680, null);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.translate(512, 340);
        g.rotate(Math.toRadians(degrees));
        g.setColor(new Color(30, 60, 120));
        g.fillRect(-300, -50, 600, 100);
        g.setColor(Color.WHITE);
        g.setFont(new Font(family, style, 40));
        g.drawString(words, -g.getFontMetrics().stringWidth(words) / 2, 14);
        g.dispose();
        return photo;
    }
}
