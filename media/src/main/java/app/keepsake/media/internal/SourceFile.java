package app.keepsake.media.internal;

import app.keepsake.media.MediaException;
import app.keepsake.media.MediaType;
import app.keepsake.media.internal.structure.SensorData;
import app.keepsake.media.internal.structure.Window;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file that exists, is regular and readable, and begins like one of the supported formats. Looked at before anything
 * is opened, because opening a pipe or a device can block for ever.
 *
 * @param path where it is
 * @param size in bytes, more than zero
 * @param type by its first bytes
 */
public record SourceFile(Path path, long size, MediaType type) {
    /** Three packets of camcorders, each of which begins with the same byte. */
    private static final int HEAD = 400;

    private static final String FORMATS =
            "a JPEG, PNG, WebP, HEIF, TIFF, GIF, BMP, RAW, MP4, QuickTime, AVI, Matroska, MPEG, Windows Media or DV file";
    /** Of Fujifilm, Olympus and Panasonic; others begin as TIFFs do. */
    private static final List<String> RAW_MARKS = List.of("FUJIFILMCCD-RAW", "IIRO", "IIRS", "MMOR", "IIU\0");

    private static final Set<String> STILL_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "mif2", "msf1", "avif", "avis");
    private static final Set<String> QUICKTIME_ATOMS = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    /** Checks a file and tells its type. */
    public static SourceFile of(Path path) throws MediaException {
        try {
            BasicFileAttributes attributes = regular(path);
            if (attributes.size() == 0) {
                throw new MediaException(path, FORMATS, "an empty file", "Restore it from a backup or delete it.");
            }
            byte[] head = head(path);
            MediaType type = typeOf(head)
                    .orElseThrow(() -> new MediaException(
                            path,
                            FORMATS,
                            "a file that begins with " + describe(head),
                            "Convert it to one of these formats, or leave it out."));
            boolean raw = type == MediaType.TIFF && isRaw(path);
            return new SourceFile(path, attributes.size(), raw ? MediaType.RAW : type);
        } catch (NoSuchFileException e) {
            String found = Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? "a link that leads nowhere" : "nothing";
            throw MediaException.ofDisk(path, found, "Check the path, and that the disk is connected.");
        } catch (AccessDeniedException e) {
            throw MediaException.ofDisk(path, "that reading it is not permitted", "Change its permissions.");
        } catch (MediaException e) {
            throw e;
        } catch (IOException e) {
            throw MediaException.ofDisk(path, e);
        }
    }

    private static boolean isRaw(Path path) throws IOException {
        try (Window file = Window.open(path)) {
            return SensorData.isIn(file);
        } catch (EOFException cutOff) {
            return false;
        }
    }

    /** Refuses what is no regular file before anybody opens it; a file that is not there is told of by whoever does. */
    public static void checkRegular(Path path) throws MediaException {
        try {
            BasicFileAttributes ignored = regular(path);
        } catch (MediaException e) {
            throw e;
        } catch (IOException e) {
            throw MediaException.ofDisk(
                    path, "the error \"" + e + "\"", "Check the path, and that the disk is connected.");
        }
    }

    private static BasicFileAttributes regular(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new MediaException(path, "a regular file", kind(attributes), "Leave it out of the folders to index.");
        }
        return attributes;
    }

    /** Reads the whole file, which must not be larger than a limit in bytes. */
    public byte[] readAll(long limit) throws MediaException {
        if (size > limit) {
            throw new MediaException(
                    path,
                    "a photo of at most %d MB".formatted(limit >> 20),
                    "%d MB".formatted(size >> 20),
                    "Save it smaller, or leave it out.");
        }
        return readBeginning((int) limit);
    }

    /** Reads at most so many bytes from the beginning. */
    public byte[] readBeginning(int most) throws MediaException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw MediaException.ofDisk(path, e);
        }
    }

    /** The format that a file beginning with these bytes has. */
    static Optional<MediaType> typeOf(byte[] head) {
        if (begins(head, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(MediaType.JPEG);
        }
        if (begins(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(MediaType.PNG);
        }
        if (begins(head, 0, 'R', 'I', 'F', 'F') && begins(head, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(MediaType.WEBP);
        }
        if (begins(head, 0, 'G', 'I', 'F', '8')) {
            return Optional.of(MediaType.GIF);
        }
        // The header's length, of which there are few, tells it from any text.
        if (begins(head, 0, 'B', 'M') && head.length > 18 && head[14] >= 12 && begins(head, 15, 0, 0, 0)) {
            return Optional.of(MediaType.BMP);
        }
        boolean big = begins(head, 0, 'I', 'I', 43, 0) || begins(head, 0, 'M', 'M', 0, 43);
        if (big || begins(head, 0, 'I', 'I', 42, 0) || begins(head, 0, 'M', 'M', 0, 42)) {
            return Optional.of(MediaType.TIFF);
        }
        if (RAW_MARKS.stream().anyMatch(mark -> begins(head, 0, mark.chars().toArray()))) {
            return Optional.of(MediaType.RAW);
        }
        if (head.length < 12) {
            return Optional.empty();
        }
        return isoType(head).or(() -> clipType(head));
    }

    private static Optional<MediaType> clipType(byte[] head) {
        if (begins(head, 0, 'R', 'I', 'F', 'F') && begins(head, 8, 'A', 'V', 'I', ' ')) {
            return Optional.of(MediaType.AVI);
        }
        if (begins(head, 0, 0x1A, 0x45, 0xDF, 0xA3)) {
            return Optional.of(MediaType.MATROSKA);
        }
        if (begins(head, 0, 0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11)) {
            return Optional.of(MediaType.ASF);
        }
        if (begins(head, 0, 0, 0, 1, 0xBA) || begins(head, 0, 0, 0, 1, 0xB3)) {
            return Optional.of(MediaType.MPEG_PS);
        }
        if (begins(head, 0, 0x1F, 0x07, 0x00) && begins(head, 80, 0x3F, 0x07, 0x00)) {
            return Optional.of(MediaType.DV);
        }
        boolean packets = begins(head, 0, 0x47) && begins(head, 188, 0x47) && begins(head, 376, 0x47);
        // With four bytes of time in front of each packet.
        boolean timed = begins(head, 4, 0x47) && begins(head, 196, 0x47) && begins(head, 388, 0x47);
        return packets || timed ? Optional.of(MediaType.MPEG_TS) : Optional.empty();
    }

    /** ISO base media and QuickTime files begin with a box: four bytes of length and four of type. */
    private static Optional<MediaType> isoType(byte[] head) {
        String box = ascii(head, 4);
        if (QUICKTIME_ATOMS.contains(box)) {
            return Optional.of(MediaType.QUICKTIME);
        }
        if (!box.equals("ftyp")) {
            return Optional.empty();
        }
        String brand = ascii(head, 8);
        if (brand.equals("qt  ")) {
            return Optional.of(MediaType.QUICKTIME);
        }
        if (brand.equals("crx ")) {
            return Optional.of(MediaType.RAW);
        }
        return Optional.of(STILL_BRANDS.contains(brand) ? MediaType.HEIF : MediaType.MP4);
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean begins(byte[] head, int offset, int... expected) {
        if (head.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((head[offset + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String ascii(byte[] head, int offset) {
        return new String(head, offset, 4, StandardCharsets.ISO_8859_1);
    }

    private static String describe(byte[] head) {
        Optional<String> known = UnreadMark.of(head);
        if (known.isPresent()) {
            return "the mark of %s, which is not read".formatted(known.get());
        }
        StringBuilder text = new StringBuilder();
        for (byte b : Arrays.copyOf(head, Math.min(head.length, 8))) {
            text.append(text.isEmpty() ? "" : " ").append("%02X".formatted(b));
        }
        return text.toString();
    }

    private static String kind(BasicFileAttributes attributes) {
        return attributes.isDirectory() ? "a folder" : "a pipe, socket or device";
    }
}
