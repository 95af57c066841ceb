package app.keepsake.media.internal.photo;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;

import app.keepsake.media.DecodingMemory;
import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.PacketFrame;
import java.awt.color.ICC_Profile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Decodes JPEGs by FFmpeg, which leaves out the high frequencies of each block when a smaller picture is wanted. It is
 * asked to stop at any damage; what it refuses goes to the JDK's decoder, which is slower and bears more, as do pictures
 * in four inks whose profile says how they look.
 */
final class JpegDecoder {
    /** Enlarging by so little cannot be seen, and often saves a doubling: 4032 / 4 is 1008 where 1024 is wanted. */
    private static final double SLACK = 0.95;

    private static final int LARGEST_REDUCTION = 3;

    private JpegDecoder() {}

    static RgbImage decode(SourceFile source, int longSide, DecodingMemory memory, Decoded.Consumer finish)
            throws MediaException {
        return decode(source.path(), source.readAll(Limits.MAX_BYTES), Optional.empty(), longSide, memory, finish);
    }

    /**
     * The same of one that is held.
     *
     * @param turn how it becomes upright, where what is around it tells this
     */
    static RgbImage decode(
            Path path,
            byte[] file,
            Optional<Orientation> turn,
            int longSide,
            DecodingMemory memory,
            Decoded.Consumer finish)
            throws MediaException {
        JpegHeader header = JpegHeader.read(file)
                .orElseThrow(() -> new MediaException(
                        path,
                        "a JPEG image",
                        "%d bytes without a frame header".formatted(file.length),
                        "Restore it from a backup."));
        Limits.check(path, header.size());
        Orientation orientation = turn.orElseGet(() -> Orientation.ofExif(header.exifOrientation()));
        int halvings = halvings(header.size(), longSide);
        try (DecodingMemory.Held held = memory.hold(need(header, halvings))) {
            try (PacketFrame decoder = new PacketFrame(AV_CODEC_ID_MJPEG, true, halvings)) {
                if (decoder.decode(header.essence()) >= 0) {
                    Optional<ICC_Profile> inks = InkedJpeg.profile(header);
                    if (inks.isPresent()) {
                        return InkedJpeg.decode(
                                path,
                                header.essence(),
                                inks.get(),
                                PacketDecoder.step(header.size(), longSide),
                                frame -> finish.take(new Decoded(frame, header.size(), orientation, Optional.empty())));
                    }
                    return finish.take(new Decoded(decoder.frame(), header.size(), orientation, header.profile()));
                }
            }
            return LenientJpeg.decode(
                    path,
                    header.essence(),
                    1 << halvings,
                    frame -> finish.take(new Decoded(frame, header.size(), orientation, Optional.empty())));
        }
    }

    /** Progressive pictures are held whole, as coefficients of two bytes. */
    static long need(JpegHeader header, int halvings) {
        long pixels = (long) header.size().width() * header.size().height();
        return header.essence().length + 3 * (pixels >> 2 * halvings) + (header.progressive() ? 6 * pixels : 0);
    }

    /** How often the picture can be halved in the decoder and still have enough pixels. */
    static int halvings(Sizes size, int longSide) {
        double longer = Math.max(size.width(), size.height());
        double wanted = Math.min(longer, longSide) * SLACK;
        int halvings = 0;
        while (halvings < LARGEST_REDUCTION && longer / (2 << halvings) >= wanted) {
            halvings++;
        }
        return halvings;
    }
}
