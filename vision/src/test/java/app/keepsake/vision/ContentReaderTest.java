package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.engine.EngineOptions;
import app.keepsake.media.RgbImage;
import app.keepsake.vision.Verdict.Kind;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ContentReaderTest {
    private static ContentReader reader;

    @BeforeAll
    static void open() {
        reader = ContentReader.open(EngineOptions.defaults());
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void findsPeopleWhereFacesAre() {
        RgbImage image = SamplePhotos.rgb(SamplePhotos.scaled(SamplePhotos.people(1), 1024));
        List<Face> faces;
        try (FaceDetector detector = FaceDetector.open()) {
            faces = detector.detect(image);
        }
        List<DetectedObject> people = reader.objects(image).stream()
                .filter(thing -> thing.name().equals("person") && thing.score() > 0.4)
                .toList();
        assertThat(people).isNotEmpty().allMatch(person -> holdsAFace(person, faces));
    }

    private static boolean holdsAFace(DetectedObject person, List<Face> faces) {
        return faces.stream().anyMatch(face -> {
            double x = face.x() + face.width() / 2;
            double y = face.y() + face.height() / 2;
            return x > person.x()
                    && x < person.x() + person.width()
                    && y > person.y()
                    && y < person.y() + person.height();
        });
    }

    @Test
    void keepsAPhotoOfPeopleAndTakesAPageForADocument() {
        assertThat(verdicts(SamplePhotos.rgb(SamplePhotos.scaled(SamplePhotos.people(1), 1024)), "a.jpg"))
                .noneMatch(verdict -> verdict.probability() >= 0.5);
        List<Verdict> ofPage = verdicts(page(700, 900, 30), "page.jpg");
        assertThat(ofPage.getFirst().kind()).isIn(Kind.DOCUMENT, Kind.RECEIPT, Kind.SCREENSHOT);
        assertThat(ofPage.getFirst().probability()).isGreaterThan(0.5);
        assertThat(ofPage.getFirst().reason()).contains("covered by text");
    }

    @Test
    void believesAScreenshotsNameAndAScannersMake() {
        RgbImage people = SamplePhotos.rgb(SamplePhotos.scaled(SamplePhotos.people(1), 1024));
        assertThat(verdicts(people, "Screenshot_20240501-101112.png").getFirst().kind())
                .isEqualTo(Kind.SCREENSHOT);
        PictureOrigin scan = new PictureOrigin(
                "a.jpg", Optional.of("EPSON Perfection V39"), false, 3000, 2000, OptionalDouble.empty());
        assertThat(read(people, scan).verdicts())
                .extracting(Verdict::kind)
                .contains(Kind.SCAN)
                .doesNotContain(Kind.SCREENSHOT);
    }

    @Test
    void callsACoveredLensBlankAndSaysGoldenHourOnlyByTheSun() {
        assertThat(verdicts(RgbImage.black(640, 480), "a.jpg"))
                .extracting(Verdict::kind)
                .contains(Kind.BLANK);
        assertThat(read(RgbImage.black(640, 480), origin("a.jpg")).labels())
                .extracting(Label::name)
                .doesNotContain("golden hour");
    }

    @Test
    void findsTheLinesOfAPageAndNoneOnABlankOne() {
        try (TextDetector text = TextDetector.open(EngineOptions.defaults())) {
            TextCover full = text.detect(page(700, 900, 20));
            assertThat(full.lines()).isBetween(15, 60);
            assertThat(full.share()).isBetween(0.1, 0.7);
            assertThat(full.spread()).isGreaterThan(0.6);
            assertThat(text.detect(page(700, 900, 0))).isEqualTo(TextCover.NONE);
        }
    }

    private static List<Verdict> verdicts(RgbImage image, String name) {
        return read(image, origin(name)).verdicts();
    }

    private static PictureOrigin origin(String name) {
        return new PictureOrigin(name, Optional.empty(), name.endsWith(".png"), 1200, 1600, OptionalDouble.empty());
    }

    private static Contents read(RgbImage image, PictureOrigin origin) {
        return reader.read(image, origin, List.of(), List.of(), PhotoQuality.of(image, List.of()));
    }

    private static RgbImage page(int width, int height, int lines) {
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = page.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        for (int i = 0; i < lines; i++) {
            g.drawString("Item number %d and its price, %d.50 in total".formatted(i, 3 * i), 40, 50 + i * 820 / lines);
        }
        g.dispose();
        return SamplePhotos.rgb(page);
    }
}
