package app.keepsake.media.internal.photo;

import app.keepsake.media.Inset;
import app.keepsake.media.MediaException;
import app.keepsake.media.internal.Sizes;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.ffmpeg.ClipHeader;
import app.keepsake.media.internal.ffmpeg.HeifPicture;
import app.keepsake.media.internal.raw.RawFile;
import app.keepsake.media.internal.structure.IsoBoxes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much memory it takes to decode a file, as its structure tells. */
public final class Weight {
    /** Of files that are built as no camera builds them. */
    public static final long UNUSUAL = Long.MAX_VALUE;

    /** Sizes stand in front of the pixels, behind what little metadata cameras write there. */
    private static final int BEGINNING = 1 << 20;

    /** Structures are read whole where they may stand anywhere. */
    private static final long LARGE_FILE = 64L << 20;

    /** Encoders make a dozen scans at most; each of them costs a pass over the picture. */
    private static final int MOST_SCANS = 50;

    /** The largest phones' pictures have 800 tiles. */
    private static final int MOST_ITEMS = 1000;

    /** Twelve hours of a film with its sound. */
    private static final long MOST_SAMPLES = 3_000_000;

    /** A decoder keeps so many pictures to refer to, of one and a half bytes a pixel. */
    private static final long CLIP_BYTES_PER_PIXEL = 18;

    private Weight() {}

    public static long of(Path file, int longSide) throws MediaException {
        SourceFile source = SourceFile.of(file);
        return switch (source.type()) {
            case JPEG -> jpeg(source, longSide);
            case PNG, WEBP, GIF, BMP -> packet(source, source.readBeginning(BEGINNING));
            case TIFF -> source.size() > LARGE_FILE ? UNUSUAL : packet(source, source.readAll(LARGE_FILE));
            case RAW -> raw(source, longSide);
            case HEIF -> heif(source);
            case MP4, QUICKTIME -> clip(source.path(), Optional.empty());
            // How much these hold is not told in one place: a process of its own opens them.
            case AVI, MATROSKA, MPEG_TS, MPEG_PS, ASF, DV -> UNUSUAL;
        };
    }

    private static long jpeg(SourceFile source, int longSide) throws MediaException {
        byte[] beginning = source.readBeginning(BEGINNING);
        Optional<JpegHeader> header = JpegHeader.read(beginning);
        if (header.isEmpty()) {
            // A short file without a picture is soon refused; a long one with much before it is odd.
            return beginning.length < BEGINNING ? beginning.length : UNUSUAL;
        }
        Limits.check(source.path(), header.get().size());
        if (header.get().progressive() && scans(source) > MOST_SCANS) {
            return UNUSUAL;
        }
        int halvings = JpegDecoder.halvings(header.get().size(), longSide);
        return source.size() + JpegDecoder.need(header.get(), halvings);
    }

    private static long raw(SourceFile source, int longSide) throws MediaException {
        RawFile raw = RawFile.read(source);
        Limits.check(source.path(), raw.preview().size());
        if (raw.preview().length() > LARGE_FILE) {
            return UNUSUAL;
        }
        byte[] jpeg = raw.jpeg();
        Optional<JpegHeader> header = JpegHeader.read(jpeg);
        // No camera writes pictures that grow finer with each scan; in a raw file, they are odd.
        return header.isEmpty() || header.get().progressive()
                ? UNUSUAL
                : jpeg.length
                        + JpegDecoder.need(
                                header.get(), JpegDecoder.halvings(header.get().size(), longSide));
    }

    private static int scans(SourceFile source) throws MediaException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source.path()), 1 << 16)) {
            int count = 0;
            int before = in.read();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (before == 0xFF && next == 0xDA) {
                    count++;
                }
                before = next;
            }
            return count;
        } catch (IOException e) {
            throw MediaException.ofDisk(source.path(), e);
        }
    }

    private static long packet(SourceFile source, byte[] beginning) throws MediaException {
        Sizes size = StillHeader.of(source, beginning).stored();
        Limits.check(source.path(), size);
        return PacketDecoder.need(size, source.size());
    }

    private static long heif(SourceFile source) throws MediaException {
        if (IsoBoxes.read(source.path()).items() > MOST_ITEMS) {
            return UNUSUAL;
        }
        try (HeifPicture picture = HeifPicture.open(source.path())) {
            Limits.check(source.path(), picture.size());
            return HeifDecoder.need(picture.size());
        }
    }

    /** Of a clip that is a part of a file. */
    public static long of(Path file, Inset inset) throws MediaException {
        return clip(file, Optional.of(inset));
    }

    private static long clip(Path file, Optional<Inset> inset) throws MediaException {
        if (IsoBoxes.read(file, inset).samples() > MOST_SAMPLES) {
            return UNUSUAL;
        }
        Sizes size = ClipHeader.read(file, inset).size();
        return CLIP_BYTES_PER_PIXEL * size.width() * size.height();
    }
}
