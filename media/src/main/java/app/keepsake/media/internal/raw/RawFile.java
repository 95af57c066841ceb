package app.keepsake.media.internal.raw;

import app.keepsake.media.MediaException;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.SourceFile;
import app.keepsake.media.internal.structure.TiffDirectory;
import app.keepsake.media.internal.structure.Window;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A camera's raw file, of which the largest JPEG in it is shown: developed by the camera, or by the program that wrote
 * the file.
 *
 * @param path where it is
 * @param preview the largest JPEG
 * @param orientation how it becomes upright, by the raw file's own tag, which the JPEG's repeats; empty where that alone
 *     tells it
 */
public record RawFile(Path path, Preview preview, Optional<Orientation> orientation) {
    /** Smaller ones show nothing: the thumbnails of EXIF have 160. */
    private static final int SMALLEST = 320;

    private static final int LARGE = 1000;

    private static final byte[] RAF = "FUJIFILMCCD-RAW ".getBytes(StandardCharsets.US_ASCII);
    private static final int TURN = 0x0112;
    private static final String REMEDY =
            "Develop it to JPEG in the camera's program or another, and keep both in the folder.";

    /**
     * Finds the picture in a raw file.
     *
     * @throws MediaException when there is none, or a thumbnail alone
     */
    public static RawFile read(SourceFile source) throws MediaException {
        try (Window file = Window.open(source.path())) {
            Preview preview = largest(file)
                    .orElseThrow(() -> new MediaException(
                            source.path(), "a raw file with a JPEG picture in it", "none in it", REMEDY));
            if (longer(preview) < SMALLEST) {
                throw new MediaException(
                        source.path(),
                        "a raw file with a JPEG picture of %d pixels or more in it".formatted(SMALLEST),
                        "one of %d x %d"
                                .formatted(
                                        preview.size().width(), preview.size().height()),
                        REMEDY);
            }
            return new RawFile(source.path(), preview, turn(file));
        } catch (MediaException e) {
            throw e;
        } catch (IOException e) {
            throw MediaException.ofDisk(source.path(), e);
        }
    }

    /** Whether the picture is too small to be shown large. */
    public boolean isSmall() {
        return longer(preview) < LARGE;
    }

    private static int longer(Preview preview) {
        return Math.max(preview.size().width(), preview.size().height());
    }

    /** The whole JPEG, with its metadata. */
    public byte[] jpeg() throws MediaException {
        try (Window file = Window.open(path)) {
            return file.bytes(preview.at(), preview.length());
        } catch (IOException e) {
            throw MediaException.ofDisk(path, e);
        }
    }

    /** Whether the metadata of the file are those of its JPEG. */
    public static boolean isRaf(Window file) throws IOException {
        return file.holds(0, RAF);
    }

    private static Optional<Preview> largest(Window file) throws IOException {
        List<Preview> found = new ArrayList<>();
        try {
            if (isRaf(file)) {
                Preview.at(file, file.u32(84), file.u32(88)).ifPresent(found::add);
            } else if (Cr3.is(file)) {
                found.addAll(Cr3.read(file).previews());
            } else {
                found.addAll(TiffPreviews.of(file));
            }
        } catch (EOFException cutOff) {
            // What came before the end still tells.
        }
        return found.stream().max(Comparator.comparingLong(Preview::pixels).thenComparingInt(Preview::length));
    }

    private static Optional<Orientation> turn(Window file) throws IOException {
        Optional<TiffDirectory> first;
        if (isRaf(file)) {
            first = Optional.empty();
        } else if (Cr3.is(file)) {
            Optional<Cr3.Note> camera = Cr3.read(file).note(Cr3.About.CAMERA);
            first = camera.isEmpty()
                    ? Optional.empty()
                    : TiffDirectory.first(file, camera.get().at());
        } else {
            first = TiffDirectory.first(file, 0);
        }
        return first.isEmpty() || !first.get().has(TURN)
                ? Optional.empty()
                : Optional.of(Orientation.ofExif((int) first.get().value(TURN, 1)));
    }
}
