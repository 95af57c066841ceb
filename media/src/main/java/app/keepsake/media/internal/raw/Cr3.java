package app.keepsake.media.internal.raw;

import app.keepsake.media.internal.structure.Box;
import app.keepsake.media.internal.structure.Window;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Canon's CR3: boxes (ISO 14496-12), of which Canon's own hold metadata as four TIFF structures, and a small JPEG; the
 * first track is a large one.
 */
public final class Cr3 {
    private static final String NOTES = "85c0b687820f11e08111f4ce462b6a48";
    private static final String PREVIEW = "eaf42b5e1c984b88b9fbb7dc406e4d16";
    private static final String XMP = "be7acfcb97a942e89c71999491e3afac";
    private static final int MOST_BOXES = 1000;
    private static final int MOST_NOTE_BYTES = 4 << 20;

    private final Window file;
    private final List<Preview> previews = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private int boxes;
    private long sampleLength;

    private Cr3(Window file) {
        this.file = file;
    }

    /** What a note is about. */
    public enum About {
        CAMERA,
        EXIF,
        MAKER,
        PLACE,
        XMP
    }

    /**
     * A piece of metadata: a TIFF structure, or an XMP packet.
     *
     * @param at offset in the file
     * @param length in bytes, at most four million
     */
    public record Note(About about, long at, int length) {}

    /** Whether a file begins as such a file does. */
    public static boolean is(Window file) throws IOException {
        return file.size() > 12 && file.name(4).equals("ftyp") && file.name(8).equals("crx ");
    }

    /** Reads the structure; of one that is cut off, what can be read. */
    public static Cr3 read(Window file) throws IOException {
        Cr3 read = new Cr3(file);
        try {
            read.walk(0, file.size());
        } catch (EOFException cutOff) {
            // What came before the end still tells.
        }
        return read;
    }

    public List<Note> notes() {
        return List.copyOf(notes);
    }

    /** The metadata of a kind. */
    public Optional<Note> note(About about) {
        return notes.stream().filter(note -> note.about == about).findFirst();
    }

    List<Preview> previews() {
        return List.copyOf(previews);
    }

    private void walk(long from, long end) throws IOException {
        Optional<Box> box = Box.at(file, from, end);
        while (box.isPresent() && ++boxes <= MOST_BOXES) {
            box(box.get().name(), box.get().body(), box.get().end());
            box = Box.at(file, box.get().end(), end);
        }
    }

    private void box(String name, long body, long end) throws IOException {
        switch (name) {
            case "moov", "trak", "mdia", "minf", "stbl" -> walk(body, end);
            case "uuid" -> own(body, end);
            case "CMT1" -> note(About.CAMERA, body, end);
            case "CMT2" -> note(About.EXIF, body, end);
            case "CMT3" -> note(About.MAKER, body, end);
            case "CMT4" -> note(About.PLACE, body, end);
            case "PRVW" -> preview(body + 16, file.u32(body + 12));
            case "stsz" -> sampleLength = file.u32(body + 4) > 0 ? file.u32(body + 4) : file.u32(body + 12);
            case "co64" -> preview(file.u64(body + 8), sampleLength);
            default -> {}
        }
    }

    private void own(long body, long end) throws IOException {
        if (end - body < 24) {
            return;
        }
        switch (HexFormat.of().formatHex(file.bytes(body, 16))) {
            case NOTES -> walk(body + 16, end);
            // Behind a version and a count.
            case PREVIEW -> walk(body + 24, end);
            case XMP -> note(About.XMP, body + 16, end);
            default -> {}
        }
    }

    private void note(About about, long from, long end) {
        if (end - from <= MOST_NOTE_BYTES) {
            notes.add(new Note(about, from, (int) (end - from)));
        }
    }

    private void preview(long at, long length) throws IOException {
        Preview.at(file, at, length).ifPresent(previews::add);
    }
}
