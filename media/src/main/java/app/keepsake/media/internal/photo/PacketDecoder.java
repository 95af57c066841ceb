package app.keepsake.media.internal.photo;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_BMP;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_GIF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PNG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_TIFF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_WEBP;

import app.keepsake.media.DecodingMemory;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaType;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.FFmpeg;
import app.keepsake.media.internal.ffmpeg.PacketFrame;

/** Decodes the formats that are not reduced inside their decoders. */
final class PacketDecoder {
    private static final String REMEDY = "Restore it from a backup, or convert it to JPEG.";

    /** Smaller files need no care. */
    private static final long LARGE_FILE = 8L << 20;

    /** What stands in front of the pixels. */
    private static final int HEADERS = 1 << 20;

    private static final long BYTES_PER_PIXEL = 4;

    private PacketDecoder() {}

    static RgbImage decode(SourceFile source, int longSide, DecodingMemory memory, Decoded.Consumer finish)
            throws MediaException {
        if (source.type() == MediaType.PNG && source.size() > LARGE_FILE) {
            StillHeader header = StillHeader.of(source, source.readBeginning(HEADERS));
            Limits.check(source.path(), header.stored());
            int step = step(header.stored(), longSide);
            if (step > 1 && memory.isExceededBy(need(header.stored(), source.size()))) {
                return LargePng.decode(source.path(), step, header.stored(), finish);
            }
        }
        byte[] whole = source.readAll(Limits.MAX_BYTES);
        StillHeader header = StillHeader.of(source, whole);
        Limits.check(source.path(), header.stored());
        try (DecodingMemory.Held held = memory.hold(need(header.stored(), source.size()))) {
            return decode(source, whole, header, finish);
        }
    }

    /** Native bytes, beside the file itself. */
    static long need(Sizes size, long fileSize) {
        return fileSize + BYTES_PER_PIXEL * size.width() * size.height();
    }

    /** Left-out pixels cost sharpness only far above the wanted size. */
    static int step(Sizes size, int longSide) {
        return Math.max(1, (int) (Math.max(size.width(), size.height()) / (3L * longSide)));
    }

    private static RgbImage decode(SourceFile source, byte[] whole, StillHeader header, Decoded.Consumer finish)
            throws MediaException {
        Essence essence = Essence.of(source.type(), whole);
        byte[] file = source.type() == MediaType.WEBP ? AnimatedWebp.firstFrame(essence.picture()) : essence.picture();
        if (source.type() == MediaType.GIF && !GifBlocks.hasWholePicture(file)) {
            throw new MediaException(source.path(), "a whole GIF image", "the beginning of one", REMEDY);
        }
        try (PacketFrame decoder = new PacketFrame(codec(source.type()), isStrict(source.type()), 0)) {
            String expected = "a whole %s image of at most %d million pixels"
                    .formatted(source.type(), FFmpeg.MAX_PIXELS / 1_000_000);
            FFmpeg.check(decoder.decode(file), source.path(), expected, REMEDY);
            Sizes size = new Sizes(decoder.frame().width(), decoder.frame().height());
            return finish.take(new Decoded(
                    decoder.frame(),
                    size,
                    header.orientation(),
                    essence.profile().or(decoder::profile)));
        }
    }

    /** Of a TIFF or BMP, the decoder leaves black what it cannot read. */
    private static boolean isStrict(MediaType type) {
        return type == MediaType.TIFF || type == MediaType.BMP;
    }

    private static int codec(MediaType type) {
        return switch (type) {
            case PNG -> AV_CODEC_ID_PNG;
            case WEBP -> AV_CODEC_ID_WEBP;
            case TIFF -> AV_CODEC_ID_TIFF;
            case GIF -> AV_CODEC_ID_GIF;
            case BMP -> AV_CODEC_ID_BMP;
            case JPEG, HEIF, RAW, MP4, QUICKTIME, AVI, MATROSKA, MPEG_TS, MPEG_PS, ASF, DV ->
                throw new IllegalArgumentException("Not decoded as one packet: " + type);
        };
    }
}
