package app.keepsake.vision;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.RgbImage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class FaceReaderTest {
    private static FaceDetector detector;
    private static FaceReader reader;

    @BeforeAll
    static void open() {
        detector = FaceDetector.open();
        reader = FaceReader.open();
    }

    @AfterAll
    static void close() {
        detector.close();
        reader.close();
    }

    private static RgbImage photo(int longSide) {
        return SamplePhotos.rgb(SamplePhotos.scaled(SamplePhotos.people(4), longSide));
    }

    private static double cosine(FacePortrait a, FacePortrait b) {
        double sum = 0;
        for (int i = 0; i < FaceReader.DIMENSIONS; i++) {
            sum += a.embedding()[i] * b.embedding()[i];
        }
        return sum;
    }

    private static RgbImage mirrored(RgbImage image) {
        RgbImage other = RgbImage.black(image.width(), image.height());
        for (int i = 0; i < image.width() * image.height(); i++) {
            int x = i % image.width();
            System.arraycopy(image.pixels(), 3 * i, other.pixels(), 3 * (i + image.width() - 1 - 2 * x), 3);
        }
        return other;
    }

    @Test
    void tellsPeopleApartAndKnowsThemAgainInASmallerMirrorImage() {
        RgbImage large = photo(1024);
        RgbImage small = mirrored(photo(768));
        List<Face> faces = detector.detect(large);
        assertThat(faces).hasSize(4);
        List<FacePortrait> portraits =
                faces.stream().map(face -> reader.read(large, face)).toList();

        for (int i = 0; i < faces.size(); i++) {
            Face face = faces.get(i);
            Face there = new Face(1024 - face.x() - face.width(), face.y(), face.width(), face.height(), face.score())
                    .scaled(0.75);
            FacePortrait again = reader.read(small, there);
            for (int j = 0; j < faces.size(); j++) {
                double likeness = cosine(again, portraits.get(j));
                if (i == j) {
                    assertThat(likeness).as("face %d with itself", i).isGreaterThan(0.8);
                } else {
                    assertThat(likeness).as("faces %d and %d", i, j).isLessThan(0.3);
                }
            }
        }
    }

    @Test
    void isNormalisedAndTheSameEachTime() {
        RgbImage image = photo(640);
        Face face = detector.detect(image).getFirst();

        FacePortrait one = reader.read(image, face);
        FacePortrait other = reader.read(image, face);

        assertThat(cosine(one, one)).isBetween(0.999, 1.001);
        assertThat(other.embedding()).isEqualTo(one.embedding());
        assertThat(List.of(one.quality(), one.smile(), one.eyesOpen()))
                .allSatisfy(value -> assertThat(value).isBetween(0.0, 1.0))
                .isEqualTo(List.of(other.quality(), other.smile(), other.eyesOpen()));
    }

    @Test
    void takesWhatIsNoFaceForNobody() {
        RgbImage image = photo(1024);
        Face wall = new Face(10, 10, 90, 90, 0.9);
        Face person = detector.detect(image).getFirst();

        assertThat(reader.read(image, wall).quality()).isLessThan(0.05);
        assertThat(reader.read(image, person).quality()).isGreaterThan(0.4);
    }

    @Test
    void callsATinyBlurredFaceOfLowerQuality() {
        RgbImage image = photo(1024);
        Face face = detector.detect(image).getFirst();
        double scale = 0.12;
        RgbImage tiny = photo((int) (1024 * scale));

        assertThat(reader.read(tiny, face.scaled(tiny.width() / (double) image.width()))
                        .quality())
                .isLessThan(0.5 * reader.read(image, face).quality());
    }
}
