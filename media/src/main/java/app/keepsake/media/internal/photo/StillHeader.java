package app.keepsake.media.internal.photo;

import app.keepsake.media.MediaException;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.HeifPicture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** A still's size from its first bytes. */
public final class StillHeader {
    private StillHeader() {}

    /** Size of the upright picture. */
    public static Sizes uprightSize(SourceFile source) throws MediaException {
        if (source.type() == app.keepsake.media.MediaType.HEIF) {
            try (HeifPicture picture = HeifPicture.open(source.path())) {
                return picture.size().swapped(picture.orientation().swapsSides());
            }
        }
        byte[] file = source.readAll(Limits.MAX_BYTES);
        Optional<Sizes> stored = switch (source.type()) {
            case JPEG ->
                JpegHeader.read(file)
                        .map(header -> header.size()
                                .swapped(Orientation.ofExif(header.exifOrientation())
                                        .swapsSides()));
            case PNG -> sizeAt(file, 16, 20, ByteOrder.BIG_ENDIAN, Integer.BYTES);
            case GIF -> sizeAt(file, 6, 8, ByteOrder.LITTLE_ENDIAN, Short.BYTES);
            case WEBP -> webp(file);
            case TIFF ->
                TiffHeader.read(file, 0, file.length)
                        .map(header -> header.size()
                                .swapped(
                                        Orientation.ofExif(header.orientation()).swapsSides()));
            default -> Optional.empty();
        };
        return stored.orElseThrow(() -> new MediaException(
                source.path(),
                "a %s image with a size".formatted(source.type()),
                "%d bytes without one".formatted(file.length),
                "Restore it from a backup."));
    }

    /** RFC 9649: lossy, lossless and extended files each keep their size elsewhere. */
    private static Optional<Sizes> webp(byte[] file) {
        if (file.length < 30) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return switch (file[15]) {
            case 'X' -> Optional.of(new Sizes(1 + u24(file, 24), 1 + u24(file, 27)));
            case 'L' -> {
                int packed = bytes.getInt(21);
                yield Optional.of(new Sizes(1 + (packed & 0x3FFF), 1 + (packed >>> 14 & 0x3FFF)));
            }
            default ->
                sizeAt(file, 26, 28, ByteOrder.LITTLE_ENDIAN, Short.BYTES)
                        .map(size -> new Sizes(size.width() & 0x3FFF, size.height() & 0x3FFF));
        };
    }

    private static int u24(byte[] file, int at) {
        return file[at] & 0xFF | (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF) << 16;
    }

    private static Optional<Sizes> sizeAt(byte[] file, int widthAt, int heightAt, ByteOrder order, int length) {
        if (heightAt + length > file.length) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(order);
        int width = length == Short.BYTES ? bytes.getShort(widthAt) & 0xFFFF : bytes.getInt(widthAt);
        int height = length == Short.BYTES ? bytes.getShort(heightAt) & 0xFFFF : bytes.getInt(heightAt);
        return width < 1 || height < 1 ? Optional.empty() : Optional.of(new Sizes(width, height));
    }
}
