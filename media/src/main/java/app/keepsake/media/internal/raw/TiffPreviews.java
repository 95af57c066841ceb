package app.keepsake.media.internal.raw;

import app.keepsake.media.internal.structure.SensorData;
import app.keepsake.media.internal.structure.TiffDirectory;
import app.keepsake.media.internal.structure.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JPEGs in raw files that are built like TIFFs: DNG, CR2, NEF, ARW, PEF, SRW, ORF, RW2 and the like. */
final class TiffPreviews {
    private static final int STRIPS = 0x0111;
    private static final int STRIP_LENGTHS = 0x0117;
    private static final int JPEG = 0x0201;
    private static final int JPEG_LENGTH = 0x0202;
    private static final int MAKER_NOTE = 0x927C;
    /** Of Panasonic and Leica, whose values are the JPEG itself. */
    private static final int WHOLE = 0x002E;

    private TiffPreviews() {}

    static List<Preview> of(Window file) throws IOException {
        List<Preview> found = new ArrayList<>();
        Optional<TiffDirectory> first = TiffDirectory.first(file, 0);
        if (first.isEmpty()) {
            return found;
        }
        for (TiffDirectory directory : first.get().tree()) {
            if (!SensorData.isOf(directory)) {
                addStrip(file, directory, found);
            }
            Preview.told(file, 0, directory, JPEG, JPEG_LENGTH).ifPresent(found::add);
            addWhole(file, directory, found);
            Optional<TiffDirectory.Place> note = directory.place(MAKER_NOTE);
            if (note.isPresent()) {
                found.addAll(MakerPreviews.of(file, note.get(), directory.isLittle()));
            }
        }
        return found;
    }

    /** A picture in more strips than one is no JPEG as a whole. */
    private static void addStrip(Window file, TiffDirectory directory, List<Preview> found) throws IOException {
        if (directory.values(STRIPS, 2).length == 1) {
            Preview.told(file, 0, directory, STRIPS, STRIP_LENGTHS).ifPresent(found::add);
        }
    }

    private static void addWhole(Window file, TiffDirectory directory, List<Preview> found) throws IOException {
        Optional<TiffDirectory.Place> whole = directory.place(WHOLE);
        if (whole.isPresent()) {
            Preview.at(file, whole.get().at(), whole.get().length()).ifPresent(found::add);
        }
    }
}
