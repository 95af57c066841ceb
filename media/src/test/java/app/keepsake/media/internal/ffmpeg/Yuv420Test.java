package app.keepsake.media.internal.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;

final class Yuv420Test {
    private static final int WIDTH = 38;
    private static final int HEIGHT = 6;

    /** Item 3 of BT.709 in real numbers, colours by 1 2 1 across and 1 1 down. */
    @Test
    void everyPictureAgreesWithTheStandard() throws MediaException {
        FFmpeg.load();
        RgbImage image = RgbImage.black(WIDTH, HEIGHT);
        new Random(4).nextBytes(image.pixels());
        for (int i = 0; i < 3 * 8; i++) {
            image.pixels()[i] = (byte) (i % 5 < 2 ? 255 : 0);
        }
        AVFrame frame = FFmpeg.allocated(av_frame_alloc());
        try {
            frame.format(AV_PIX_FMT_YUV420P).width(WIDTH).height(HEIGHT);
            assertThat(av_frame_get_buffer(frame, 0)).isNotNegative();

            new Yuv420(WIDTH, HEIGHT).convert(image, Planes.of(frame));

            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    assertThat(sample(frame, 0, x, y)).isCloseTo(16 + 219 * luma(image, x, y), Offset.offset(0.51));
                }
            }
            for (int y = 0; y < HEIGHT / 2; y++) {
                for (int x = 0; x < WIDTH / 2; x++) {
                    assertThat(sample(frame, 1, x, y)).isCloseTo(chroma(image, x, y, 2, 1.8556), Offset.offset(0.52));
                    assertThat(sample(frame, 2, x, y)).isCloseTo(chroma(image, x, y, 0, 1.5748), Offset.offset(0.52));
                }
            }
        } finally {
            av_frame_free(frame);
        }
    }

    private static double chroma(RgbImage image, int x, int y, int channel, double range) {
        double sum = 0;
        for (int row = 2 * y; row < 2 * y + 2; row++) {
            for (int tap = -1; tap <= 1; tap++) {
                int column = Math.max(0, 2 * x + tap);
                double difference = level(image, column, row, channel) - luma(image, column, row);
                sum += (tap == 0 ? 2 : 1) * difference / range / 8;
            }
        }
        return 128 + 224 * sum;
    }

    private static double luma(RgbImage image, int x, int y) {
        return 0.2126 * level(image, x, y, 0) + 0.7152 * level(image, x, y, 1) + 0.0722 * level(image, x, y, 2);
    }

    private static double level(RgbImage image, int x, int y, int channel) {
        return (image.pixels()[3 * (y * image.width() + x) + channel] & 0xFF) / 255.0;
    }

    private static double sample(AVFrame frame, int plane, int x, int y) {
        return frame.data(plane).get((long) y * frame.linesize(plane) + x) & 0xFF;
    }
}
