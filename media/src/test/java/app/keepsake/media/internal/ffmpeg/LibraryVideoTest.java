package app.keepsake.media.internal.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.CodedPictures;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.PictureEncoder;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.ffmpeg.LibraryVideo.Takes;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ways that graphics processors take pictures, by FFmpeg's raw video in their place. */
final class LibraryVideoTest {
    private static final MovieFormat FORMAT = new MovieFormat(48, 32, 30);

    private static byte[] raw(Takes takes, RgbImage image) throws MediaException {
        try (PictureEncoder run = new LibraryVideo("raw", "rawvideo", takes, 1, 0, Map.of()).start(FORMAT)) {
            run.frame(image);
            CodedPictures made = run.finish();
            return made.pictures().getFirst().bytes();
        }
    }

    @Test
    void pairedColoursAreThoseOfThePlanes() throws MediaException {
        RgbImage image = RgbImage.black(FORMAT.width(), FORMAT.height());
        new Random(3).nextBytes(image.pixels());

        byte[] planes = raw(Takes.PLANES, image);
        byte[] pairs = raw(Takes.PAIRS, image);

        int luma = FORMAT.width() * FORMAT.height();
        assertThat(pairs).hasSameSizeAs(planes).hasSize(luma * 3 / 2);
        for (int i = 0; i < luma; i++) {
            assertThat(pairs[i]).isEqualTo(planes[i]);
        }
        for (int i = 0; i < luma / 4; i++) {
            assertThat(pairs[luma + 2 * i]).isEqualTo(planes[luma + i]);
            assertThat(pairs[luma + 2 * i + 1]).isEqualTo(planes[luma + luma / 4 + i]);
        }
    }
}
