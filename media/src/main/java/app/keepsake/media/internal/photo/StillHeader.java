package app.keepsake.media.internal.photo;

import app.keepsake.media.MediaDetails;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaType;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.HeifPicture;
import app.keepsake.media.internal.raw.RawFile;
import app.keepsake.media.internal.structure.GainMap;
import app.keepsake.media.internal.structure.PngLight;
import app.keepsake.media.internal.structure.PngProfiles;
import app.keepsake.media.internal.structure.TiffDirectory;
import app.keepsake.media.internal.structure.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A still's shape, from its first bytes.
 *
 * @param stored size of the stored picture
 * @param orientation how it becomes upright
 * @param details what else there is in it
 */
public record StillHeader(Sizes stored, Orientation orientation, MediaDetails details) {
    private StillHeader(Sizes stored, Orientation orientation) {
        this(stored, orientation, MediaDetails.USUAL);
    }

    private static final int MOST_EXIF_BYTES = 4 << 20;

    /** Reads a still's shape; no pixels are decoded. */
    public static StillHeader read(SourceFile source) throws MediaException {
        if (source.type() == MediaType.HEIF) {
            try (HeifPicture picture = HeifPicture.open(source.path())) {
                return new StillHeader(picture.size(), orientation(picture), MediaDetails.ofHdr(picture.hdr()));
            }
        }
        if (source.type() == MediaType.RAW) {
            return raw(RawFile.read(source));
        }
        byte[] file = source.readAll(Limits.MAX_BYTES);
        StillHeader header = of(source, file);
        return new StillHeader(header.stored, header.orientation, details(source.type(), Window.of(file)));
    }

    private static MediaDetails details(MediaType type, Window file) {
        try {
            return switch (type) {
                case JPEG -> MediaDetails.ofHdr(GainMap.of(file));
                case PNG -> MediaDetails.ofHdr(PngLight.of(file));
                case TIFF -> {
                    Optional<TiffDirectory> first = TiffDirectory.first(file, 0);
                    yield MediaDetails.ofPages(first.isEmpty() ? 1 : first.get().pages());
                }
                default -> MediaDetails.USUAL;
            };
        } catch (IOException e) {
            throw new UncheckedIOException("What is held can be read.", e);
        }
    }

    private static StillHeader raw(RawFile raw) throws MediaException {
        Optional<Orientation> turn = raw.orientation();
        return new StillHeader(
                raw.preview().size(),
                turn.isPresent()
                        ? turn.get()
                        : JpegHeader.read(raw.jpeg())
                                .map(header -> Orientation.ofExif(header.exifOrientation()))
                                .orElse(Orientation.NORMAL),
                MediaDetails.ofPreview(raw.isSmall()));
    }

    static StillHeader of(SourceFile source, byte[] file) throws MediaException {
        return find(source.type(), file)
                .orElseThrow(() -> new MediaException(
                        source.path(),
                        "a %s image with a size".formatted(source.type()),
                        "%d bytes without one".formatted(file.length),
                        "Restore it from a backup."));
    }

    private static Optional<StillHeader> find(MediaType type, byte[] file) {
        return switch (type) {
            case JPEG ->
                JpegHeader.read(file)
                        .map(header -> new StillHeader(header.size(), Orientation.ofExif(header.exifOrientation())));
            case TIFF ->
                TiffHeader.read(file, 0, file.length)
                        .map(header -> new StillHeader(header.size(), Orientation.ofExif(header.orientation())))
                        .filter(header -> header.stored.width() > 0 && header.stored.height() > 0);
            case PNG ->
                sizeAt(file, 16, Integer.BYTES, ByteOrder.BIG_ENDIAN)
                        .map(size -> new StillHeader(size, pngOrientation(Window.of(file))));
            case GIF ->
                sizeAt(file, 6, Short.BYTES, ByteOrder.LITTLE_ENDIAN)
                        .map(size -> new StillHeader(size, Orientation.NORMAL));
            case BMP -> bmp(file).map(size -> new StillHeader(size, Orientation.NORMAL));
            case WEBP -> webp(file).map(size -> new StillHeader(size, webpOrientation(file)));
            case HEIF, RAW, MP4, QUICKTIME, AVI, MATROSKA, MPEG_TS, MPEG_PS, ASF, DV -> Optional.empty();
        };
    }

    /** Size of the upright picture. */
    public Sizes upright() {
        return stored.swapped(orientation.swapsSides());
    }

    /** The oldest header has sides of two bytes; in newer ones, rows that go from top to bottom have a negative height. */
    private static Optional<Sizes> bmp(byte[] file) {
        boolean old = file.length > 14 && file[14] == 12;
        if (old || file.length < 26) {
            return sizeAt(file, 18, Short.BYTES, ByteOrder.LITTLE_ENDIAN);
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int width = bytes.getInt(18);
        int height = Math.abs(bytes.getInt(22));
        return width < 1 || height < 1 ? Optional.empty() : Optional.of(new Sizes(width, height));
    }

    /** RFC 9649: lossy, lossless and extended files each keep their size elsewhere. */
    private static Optional<Sizes> webp(byte[] file) {
        if (file.length < 30) {
            return Optional.empty();
        }
        return switch (file[15]) {
            case 'X' -> Optional.of(new Sizes(1 + u24(file, 24), 1 + u24(file, 27)));
            case 'L' -> {
                int packed =
                        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(21);
                yield Optional.of(new Sizes(1 + (packed & 0x3FFF), 1 + (packed >>> 14 & 0x3FFF)));
            }
            default ->
                sizeAt(file, 26, Short.BYTES, ByteOrder.LITTLE_ENDIAN)
                        .map(size -> new Sizes(size.width() & 0x3FFF, size.height() & 0x3FFF));
        };
    }

    /** The orientation in the EXIF of a PNG, before or behind its pixels. */
    static Orientation pngOrientation(Window file) {
        try {
            return PngProfiles.exif(file, MOST_EXIF_BYTES)
                    .map(StillHeader::orientation)
                    .orElse(Orientation.NORMAL);
        } catch (IOException unreadable) {
            // Whoever reads the pixels says so.
            return Orientation.NORMAL;
        }
    }

    /** The orientation in WebP's EXIF chunk: name, length, data. */
    private static Orientation webpOrientation(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long at = 12;
        while (at + 8 <= file.length) {
            int start = (int) at;
            long length = bytes.getInt(start + 4) & 0xFFFFFFFFL;
            boolean exif = new String(file, start, 4, StandardCharsets.ISO_8859_1).equals("EXIF");
            if (exif && start + 8 + length <= file.length) {
                return exif(file, start + 8, (int) (start + 8 + length));
            }
            at += 8 + length + (length & 1);
        }
        return Orientation.NORMAL;
    }

    /** The container's turn; EXIF's where the container says nothing. */
    static Orientation orientation(HeifPicture picture) {
        return picture.turningExif().map(StillHeader::orientation).orElseGet(picture::orientation);
    }

    /** The orientation in EXIF that stands alone. */
    static Orientation orientation(byte[] exif) {
        return exif(exif, 0, exif.length);
    }

    private static Orientation exif(byte[] file, int from, int to) {
        // Some WebP writers keep JPEG's marker before the structure.
        boolean marked = from + 6 <= to && file[from] == 'E' && file[from + 1] == 'x';
        return TiffHeader.read(file, marked ? from + 6 : from, to)
                .map(header -> Orientation.ofExif(header.orientation()))
                .orElse(Orientation.NORMAL);
    }

    private static int u24(byte[] file, int at) {
        return (file[at] & 0xFF) | (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF) << 16;
    }

    /** Width and then height, at an offset. */
    private static Optional<Sizes> sizeAt(byte[] file, int at, int length, ByteOrder order) {
        if (at + 2 * length > file.length) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(order);
        int width = length == Short.BYTES ? bytes.getShort(at) & 0xFFFF : bytes.getInt(at);
        int height = length == Short.BYTES ? bytes.getShort(at + length) & 0xFFFF : bytes.getInt(at + length);
        return width < 1 || height < 1 ? Optional.empty() : Optional.of(new Sizes(width, height));
    }
}
