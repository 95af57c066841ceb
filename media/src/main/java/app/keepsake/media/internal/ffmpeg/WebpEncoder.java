package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** One picture as WebP with losses, by libwebp. */
public final class WebpEncoder {
    private static final Path NAME = Path.of("the small picture");
    private static final String REMEDY = "Choose another size.";
    private static final int PERCENT = 100;
    private static final int OPAQUE = 0xFF000000;

    /** A pixel's number 0xAARRGGBB with its lowest byte first. */
    private static final ValueLayout.OfInt BGRA = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private WebpEncoder() {}

    /** @param quality 0 to 1 */
    public static byte[] encode(RgbImage image, float quality) throws MediaException {
        FFmpeg.load();
        AVCodec codec = FFmpeg.encoder("libwebp", NAME);
        AVDictionary options = new AVDictionary(null);
        try (Owned owned = new Owned()) {
            AVCodecContext encoder = owned.context(codec);
            AVFrame frame = owned.frame();
            AVPacket packet = owned.packet();
            encoder.width(image.width()).height(image.height()).pix_fmt(AV_PIX_FMT_BGRA);
            encoder.time_base().num(1).den(1);
            av_dict_set(options, "quality", String.format(Locale.ROOT, "%.1f", quality * PERCENT), 0);
            FFmpeg.check(avcodec_open2(encoder, codec, options), NAME, "settings that the encoder takes", REMEDY);
            fill(frame, image);
            FFmpeg.check(avcodec_send_frame(encoder, frame), NAME, "a picture that can be encoded", REMEDY);
            FFmpeg.check(avcodec_receive_packet(encoder, packet), NAME, "an encoded picture", REMEDY);
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            return bytes;
        } finally {
            av_dict_free(options);
        }
    }

    private static void fill(AVFrame frame, RgbImage image) {
        frame.format(AV_PIX_FMT_BGRA).width(image.width()).height(image.height());
        if (av_frame_get_buffer(frame, 0) < 0) {
            throw new OutOfMemoryError("No native memory for a picture of " + image.width() + "x" + image.height());
        }
        int stride = frame.linesize(0);
        MemorySegment plane =
                MemorySegment.ofAddress(frame.data(0).address()).reinterpret((long) stride * image.height());
        byte[] rgb = image.pixels();
        int[] row = new int[image.width()];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                int at = 3 * (y * row.length + x);
                row[x] = OPAQUE | (rgb[at] & 0xFF) << 16 | (rgb[at + 1] & 0xFF) << 8 | rgb[at + 2] & 0xFF;
            }
            MemorySegment.copy(row, 0, plane, BGRA, (long) y * stride, row.length);
        }
    }
}
