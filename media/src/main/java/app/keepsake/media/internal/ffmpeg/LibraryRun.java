package app.keepsake.media.internal.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import app.keepsake.media.CodedPictures;
import app.keepsake.media.CodedPictures.Picture;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.PictureEncoder;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.ffmpeg.LibraryVideo.Takes;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** A run of pictures that an encoder of the library works on, on the caller's thread. */
final class LibraryRun implements PictureEncoder {
    private static final Path NAME = Path.of("the movie");
    private static final String REMEDY = "Choose another size, frame rate or encoder.";

    private final LibraryVideo video;
    private final Yuv420 converter;
    private final Owned owned = new Owned();
    private final AVFrame sent;
    private final byte[] picture;
    private final @Nullable Upload upload;
    private final AVPacket packet;
    private final AVCodecContext encoder;
    private final List<Picture> pictures = new ArrayList<>();
    private long frames;

    LibraryRun(LibraryVideo video, MovieFormat format) throws MediaException {
        FFmpeg.load();
        this.video = video;
        this.converter = new Yuv420(format.width(), format.height());
        this.picture = new byte[video.takes().sent == Takes.PLANES.sent ? 0 : format.width() * format.height() * 3 / 2];
        AVCodec codec = FFmpeg.encoder(video.codec(), NAME);
        AVDictionary options = new AVDictionary(null);
        try {
            sent = owned.frame();
            packet = owned.packet();
            encoder = owned.context(codec);
            prepare(sent, format);
            video.configure(encoder, format);
            upload = video.takes() == Takes.VAAPI
                    ? new Upload(owned, video.takes().device, video.takes().sent, encoder)
                    : null;
            video.options().forEach((name, value) -> av_dict_set(options, name, value, 0));
            check(avcodec_open2(encoder, codec, options), "settings that the encoder takes");
        } catch (MediaException | RuntimeException | Error e) {
            close();
            throw e;
        } finally {
            av_dict_free(options);
        }
    }

    private void prepare(AVFrame frame, MovieFormat format) {
        frame.format(video.takes().sent).width(format.width()).height(format.height());
        frame.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_BT709);
        if (av_frame_get_buffer(frame, 0) < 0) {
            throw new OutOfMemoryError("No native memory for a frame of " + format);
        }
    }

    @Override
    public void frame(RgbImage image) throws MediaException {
        check(av_frame_make_writable(sent), "memory for a frame");
        if (picture.length == 0) {
            converter.convert(image, Planes.of(sent));
        } else {
            converter.convert(image, Planes.in(picture, image.width(), image.height()));
            pair(image.width(), image.height());
        }
        Upload to = upload;
        AVFrame given = to == null ? sent : to.of(sent);
        given.pts(frames++);
        check(avcodec_send_frame(encoder, given), "a frame that can be encoded");
        drain();
    }

    /** Puts the planes of colours into one, each blueness beside its redness. */
    private void pair(int width, int height) {
        MemorySegment luma = Planes.plane(sent, 0, height);
        MemorySegment colours = Planes.plane(sent, 1, height / 2);
        byte[] row = new byte[width];
        int blue = width * height;
        int red = blue + blue / 4;
        for (int y = 0; y < height; y++) {
            MemorySegment.copy(picture, y * width, luma, ValueLayout.JAVA_BYTE, (long) y * sent.linesize(0), width);
        }
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width / 2; x++) {
                row[2 * x] = picture[blue + y * width / 2 + x];
                row[2 * x + 1] = picture[red + y * width / 2 + x];
            }
            MemorySegment.copy(row, 0, colours, ValueLayout.JAVA_BYTE, (long) y * sent.linesize(1), width);
        }
    }

    private void drain() throws MediaException {
        while (true) {
            int got = avcodec_receive_packet(encoder, packet);
            if (got == AVERROR_EAGAIN() || got == AVERROR_EOF) {
                return;
            }
            check(got, "an encoded frame");
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            pictures.add(new Picture(bytes, (int) packet.pts(), (packet.flags() & AV_PKT_FLAG_KEY) != 0));
            av_packet_unref(packet);
        }
    }

    @Override
    public CodedPictures finish() throws MediaException {
        check(avcodec_send_frame(encoder, null), "an encoded frame");
        drain();
        if (pictures.size() != frames) {
            throw new MediaException(
                    NAME, frames + " encoded frames", pictures.size() + " from " + video.name(), REMEDY);
        }
        byte[] header = new byte[encoder.extradata_size()];
        if (header.length > 0) {
            encoder.extradata().get(header);
        }
        return new CodedPictures(new CodedPictures.Stream(encoder.codec_id(), 0, header), pictures);
    }

    private static void check(int answer, String expected) throws MediaException {
        FFmpeg.check(answer, NAME, expected, REMEDY);
    }

    @Override
    public void close() {
        owned.close();
    }
}
