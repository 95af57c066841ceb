package app.keepsake.media.internal.raw;

import app.keepsake.media.internal.structure.TiffDirectory;
import app.keepsake.media.internal.structure.Window;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The JPEGs of which only makers' own notes tell: each begins with the maker's name, and a directory whose offsets count
 * from the note, or from the file's begin.
 */
final class MakerPreviews {
    private static final int NIKON_PREVIEW = 0x0011;
    private static final int OLYMPUS_SETTINGS = 0x2020;

    private final Window file;
    private final List<Preview> found = new ArrayList<>();

    private MakerPreviews(Window file) {
        this.file = file;
    }

    /**
     * @param note where it stands
     * @param little of the structure around it
     */
    static List<Preview> of(Window file, TiffDirectory.Place note, boolean little) throws IOException {
        MakerPreviews previews = new MakerPreviews(file);
        try {
            previews.read(note.at(), little);
        } catch (EOFException cutOff) {
            // What came before the end still tells.
        }
        return previews.found;
    }

    private void read(long at, boolean little) throws IOException {
        if (begins(at, "Nikon\0")) {
            // A whole structure behind the name and the version.
            long base = at + 10;
            Optional<TiffDirectory> note = TiffDirectory.first(file, base);
            if (note.isPresent() && note.get().has(NIKON_PREVIEW)) {
                jpeg(base, note.get().at(note.get().value(NIKON_PREVIEW, 0)), 0x0201, 0x0202);
            }
        } else if (begins(at, "OLYMPUS\0")) {
            olympus(at, file.u16(at + 8) == 0x4949, at, 12);
        } else if (begins(at, "OM SYSTEM\0")) {
            olympus(at, file.u16(at + 12) == 0x4949, at, 16);
        } else if (begins(at, "OLYMP\0")) {
            olympus(0, little, at, 8);
        } else if (begins(at, "AOC\0")) {
            boolean same = file.u16(at + 4) == 0x2020 ? little : file.u16(at + 4) == 0x4949;
            jpeg(0, TiffDirectory.read(file, 0, same, at + 6), 0x0004, 0x0003);
        }
    }

    private void olympus(long base, boolean little, long note, int skipped) throws IOException {
        Optional<TiffDirectory> directory = TiffDirectory.read(file, base, little, note - base + skipped);
        jpeg(base, directory, 0x1036, 0x1037);
        Optional<TiffDirectory.Place> settings =
                directory.isEmpty() ? Optional.empty() : directory.get().place(OLYMPUS_SETTINGS);
        if (directory.isPresent() && settings.isPresent()) {
            // Either the directory itself, or where it stands.
            long offset = settings.get().length() > 4
                    ? settings.get().at() - base
                    : directory.get().value(OLYMPUS_SETTINGS, 0);
            jpeg(base, directory.get().at(offset), 0x0101, 0x0102);
        }
    }

    private void jpeg(long base, Optional<TiffDirectory> directory, int start, int length) throws IOException {
        if (directory.isPresent()) {
            Preview.told(file, base, directory.get(), start, length).ifPresent(found::add);
        }
    }

    private boolean begins(long at, String name) throws IOException {
        return file.holds(at, name.getBytes(StandardCharsets.ISO_8859_1));
    }
}
