package app.keepsake.media.internal.metadata;

import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files beside a photo or clip that tell of it. They are looked for by name, so no folder is listed. */
final class Sidecars {
    private static final long MOST_BYTES = 16L << 20;

    private Sidecars() {}

    static Told xmp(Path file, Sizes stored, Orientation orientation) {
        return xmpFile(file)
                .flatMap(Sidecars::read)
                .map(bytes -> XmpPacket.parse(bytes, stored, orientation))
                .orElse(Told.NOTHING);
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

    static Told takeout(Path file) {
        for (String candidate : Takeout.sidecarNames(String.valueOf(file.getFileName()))) {
            Optional<byte[]> bytes = read(file.resolveSibling(candidate));
            if (bytes.isPresent()) {
                return Takeout.parse(bytes.get());
            }
        }
        return Told.NOTHING;
    }

    private static Optional<byte[]> read(Path sidecar) {
        try {
            boolean usable = Files.isRegularFile(sidecar) && Files.size(sidecar) <= MOST_BYTES;
            return usable ? Optional.of(Files.readAllBytes(sidecar)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
