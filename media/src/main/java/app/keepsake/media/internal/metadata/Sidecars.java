package app.keepsake.media.internal.metadata;

import app.keepsake.media.MediaException;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files beside a photo or clip that tell of it. They are looked for by name, so no folder is listed. */
final class Sidecars {
    /** Google's have a kilobyte. */
    private static final long MOST_TAKEOUT_BYTES = 1 << 20;

    private static final List<String> STILLS =
            List.of(".HEIC", ".heic", ".JPG", ".jpg", ".JPEG", ".jpeg", ".HEIF", ".heif");

    private static final List<String> CLIPS = List.of(".MOV", ".mov", ".MP4", ".mp4");

    /** As Google Photos calls them. */
    private static final List<String> GOOGLE_CLIPS = List.of(".MP", ".MV");

    private Sidecars() {}

    static MetadataFields xmp(Path file, Sizes stored, Orientation orientation) throws MediaException {
        Optional<Path> sidecar = xmpFile(file);
        return sidecar.isEmpty()
                ? MetadataFields.NOTHING
                : XmpPacket.parseSidecar(read(sidecar.get(), MetadataParts.MOST_XMP_BYTES), stored, orientation);
    }

    /** {@code photo.jpg.xmp} before {@code photo.xmp}. */
    static Optional<Path> xmpFile(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return Stream.of(name + ".xmp", name + ".XMP", stem + ".xmp", stem + ".XMP")
                .map(file::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * The still of a live photo: {@code a.jpg} of the clip {@code a.mp4}, {@code a.HEIC} of {@code a.HEIC.MP4}, and of Google's
     * {@code a.MP} {@code a.MP.jpg}.
     */
    static Optional<Path> still(Path clip) {
        String name = String.valueOf(clip.getFileName());
        String stem = stem(name);
        Stream<String> whole = STILLS.stream().anyMatch(stem::endsWith) ? Stream.of(stem) : Stream.empty();
        return first(clip, Stream.concat(whole, with(STILLS, stem, name)));
    }

    /** The clip of a live photo, given its still: what {@link #still} goes the other way. */
    static Optional<Path> clip(Path still) {
        String name = String.valueOf(still.getFileName());
        String stem = stem(name);
        if (!STILLS.contains(name.substring(stem.length()))) {
            return Optional.empty();
        }
        Stream<String> whole = GOOGLE_CLIPS.stream().anyMatch(stem::endsWith) ? Stream.of(stem) : Stream.empty();
        Stream<String> longer = Stream.concat(with(CLIPS, stem, name), with(GOOGLE_CLIPS, stem));
        return first(still, Stream.concat(whole, longer));
    }

    private static String stem(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static Stream<String> with(List<String> endings, String... starts) {
        return Stream.of(starts)
                .filter(start -> !start.isEmpty())
                .flatMap(start -> endings.stream().map(ending -> start + ending));
    }

    private static Optional<Path> first(Path beside, Stream<String> names) {
        return names.map(beside::resolveSibling).filter(Files::isRegularFile).findFirst();
    }

    static MetadataFields takeout(Path file) throws MediaException {
        MetadataFields told = MetadataFields.NOTHING;
        for (String candidate : TakeoutNames.ofSidecars(String.valueOf(file.getFileName()))) {
            Path sidecar = file.resolveSibling(candidate);
            // What has such a name may be another program's.
            if (told.equals(MetadataFields.NOTHING) && Files.isRegularFile(sidecar)) {
                told = Takeout.parse(read(sidecar, MOST_TAKEOUT_BYTES));
            }
        }
        return TakeoutFolders.isPutAway(file) ? told.putAway() : told;
    }

    /** A sidecar may say that its picture is hidden: one that cannot be read is the picture's problem. */
    static byte[] read(Path sidecar, long most) throws MediaException {
        try {
            long size = Files.size(sidecar);
            if (size > most) {
                throw new MediaException(
                        sidecar,
                        "a sidecar of at most %d MB".formatted(most >> 20),
                        "one of %d MB".formatted(size >> 20),
                        "Repair it or move it away.");
            }
            return Files.readAllBytes(sidecar);
        } catch (MediaException e) {
            throw e;
        } catch (IOException e) {
            throw MediaException.ofDisk(sidecar, "the error \"" + e + "\"", "Change its permissions, or move it away.");
        }
    }
}
