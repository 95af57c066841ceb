package app.keepsake.media.internal.photo;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import app.keepsake.media.DecodingMemory;
import app.keepsake.media.MediaException;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.colour.ColourProfile;
import app.keepsake.media.internal.ffmpeg.FrameScaler;
import app.keepsake.media.internal.ffmpeg.PictureScaler;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;

/** Chooses the decoder by the file's first bytes; then scales, converts colours and turns upright, in this order. */
public final class StillDecoder implements PhotoDecoder {
    private final DecodingMemory memory;

    /** @param memory for all pictures that are decoded at the same time */
    public StillDecoder(DecodingMemory memory) {
        this.memory = memory;
    }

    @Override
    public RgbImage decode(Path file, int longSide) throws MediaException {
        if (longSide < 1) {
            throw new IllegalArgumentException("The long side must be at least 1 pixel, found %d.".formatted(longSide));
        }
        try {
            return decode(SourceFile.of(file), longSide);
        } catch (OutOfMemoryError e) {
            // One picture asked for too much; the next may do with what there is.
            throw MediaException.ofMemory(file);
        }
    }

    private RgbImage decode(SourceFile source, int longSide) throws MediaException {
        Path file = source.path();
        Decoded.Consumer finish = picture -> finish(file, picture, longSide);
        return switch (source.type()) {
            case JPEG -> JpegDecoder.decode(source, longSide, memory, finish);
            case PNG, WEBP, GIF, BMP -> PacketDecoder.decode(source, longSide, memory, finish);
            case TIFF -> TiffDecoder.decode(source, longSide, memory, finish);
            case RAW -> RawDecoder.decode(source, longSide, memory, finish);
            case HEIF -> HeifDecoder.decode(source, memory, finish);
            case MP4, QUICKTIME, AVI, MATROSKA, MPEG_TS, MPEG_PS, ASF, DV ->
                throw new MediaException(file, "a photo", "a clip", "Open it as a clip, whatever its name says.");
        };
    }

    private static RgbImage finish(Path file, Decoded picture, int longSide) throws MediaException {
        Sizes size = picture.full().within(longSide);
        AVFrame frame = picture.frame();
        assumeStill(frame);
        byte[] rgb = hasAlpha(frame) ? overWhite(file, frame, size, picture.transparency()) : opaque(file, frame, size);
        Optional<ColourProfile> profile = picture.profile().flatMap(ColourProfile::parse);
        profile.filter(colours -> !colours.isSrgb()).ifPresent(colours -> colours.toSrgb(rgb));
        return picture.orientation().apply(new RgbImage(size.width(), size.height(), rgb));
    }

    /** What stills do not tell of their colours goes by JPEG's habits, not by those of video. */
    private static void assumeStill(AVFrame frame) {
        AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
        boolean luma = (format.flags() & AV_PIX_FMT_FLAG_RGB) == 0 && format.nb_components() >= 3;
        if (frame.colorspace() == AVCOL_SPC_UNSPECIFIED) {
            frame.colorspace(AVCOL_SPC_BT470BG);
        }
        if (frame.color_range() == AVCOL_RANGE_UNSPECIFIED && !luma) {
            frame.color_range(AVCOL_RANGE_JPEG);
        }
    }

    private static boolean hasAlpha(AVFrame frame) {
        return (av_pix_fmt_desc_get(frame.format()).flags() & AV_PIX_FMT_FLAG_ALPHA) != 0;
    }

    private static byte[] opaque(Path file, AVFrame frame, Sizes size) throws MediaException {
        try (PictureScaler scaler = new PictureScaler(file, size, 1)) {
            return scaler.scale(frame);
        }
    }

    /** Transparent places become white, like on paper. */
    private static byte[] overWhite(Path file, AVFrame frame, Sizes size, Transparency told) throws MediaException {
        byte[] rgba;
        try (FrameScaler scaler = new FrameScaler(file, size, AV_PIX_FMT_RGBA, 4, 1)) {
            rgba = scaler.scale(frame);
        }
        Transparency meant = isAllClear(rgba) ? Transparency.NONE : told;
        byte[] rgb = new byte[rgba.length / 4 * 3];
        for (int in = 0, out = 0; in < rgba.length; in += 4, out += 3) {
            int alpha = rgba[in + 3] & 0xFF;
            for (int c = 0; c < 3; c++) {
                int level = rgba[in + c] & 0xFF;
                rgb[out + c] = (byte)
                        switch (meant) {
                            case STRAIGHT -> (level * alpha + 255 * (255 - alpha) + 127) / 255;
                            case MULTIPLIED -> Math.min(255, level + 255 - alpha);
                            case NONE -> level;
                        };
            }
        }
        return rgb;
    }

    /** Programs that know of no transparency leave the channel empty; nobody keeps a picture of nothing. */
    private static boolean isAllClear(byte[] rgba) {
        for (int alpha = 3; alpha < rgba.length; alpha += 4) {
            if (rgba[alpha] != 0) {
                return false;
            }
        }
        return true;
    }
}
