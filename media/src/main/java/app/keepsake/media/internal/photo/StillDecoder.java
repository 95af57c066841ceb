package app.keepsake.media.internal.photo;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.FrameScaler;
import java.nio.file.Path;

/** Chooses the decoder by the file's first bytes; then scales, converts colours and turns upright, in this order. */
public final class StillDecoder implements PhotoDecoder {
    @Override
    public RgbImage decode(Path file, int longSide) throws MediaException {
        if (longSide < 1) {
            throw new IllegalArgumentException("The long side must be at least 1 pixel, found %d.".formatted(longSide));
        }
        SourceFile source = SourceFile.of(file);
        Decoded.Consumer finish = picture -> finish(file, picture, longSide);
        return switch (source.type()) {
            case JPEG -> JpegDecoder.decode(source, longSide, finish);
            case PNG, WEBP, TIFF, GIF -> PacketDecoder.decode(source, finish);
            case HEIF -> HeifDecoder.decode(source, finish);
            case MP4, QUICKTIME ->
                throw new MediaException(file, "a photo", "a clip", "Open it as a clip, whatever its name says.");
        };
    }

    private static RgbImage finish(Path file, Decoded picture, int longSide) throws MediaException {
        Sizes size = picture.full().within(longSide);
        boolean alpha = (av_pix_fmt_desc_get(picture.frame().format()).flags() & AV_PIX_FMT_FLAG_ALPHA) != 0;
        byte[] rgb;
        if (alpha) {
            try (FrameScaler scaler = new FrameScaler(file, size, AV_PIX_FMT_RGBA, 4, 1)) {
                rgb = overWhite(scaler.scale(picture.frame()));
            }
        } else {
            try (FrameScaler scaler = new FrameScaler(file, size, AV_PIX_FMT_RGB24, 3, 1)) {
                rgb = scaler.scale(picture.frame());
            }
        }
        return picture.orientation().apply(new RgbImage(size.width(), size.height(), rgb));
    }

    /** Transparent places become white, like on paper. */
    private static byte[] overWhite(byte[] rgba) {
        byte[] rgb = new byte[rgba.length / 4 * 3];
        for (int in = 0, out = 0; in < rgba.length; in += 4, out += 3) {
            int alpha = rgba[in + 3] & 0xFF;
            for (int c = 0; c < 3; c++) {
                rgb[out + c] = (byte) (((rgba[in + c] & 0xFF) * alpha + 255 * (255 - alpha) + 127) / 255);
            }
        }
        return rgb;
    }
}
