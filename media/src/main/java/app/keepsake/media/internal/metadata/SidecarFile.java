package app.keepsake.media.internal.metadata;

import app.keepsake.media.MediaException;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.options.SerializeOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Changes the XMP sidecar beside a photo or clip, or makes one; the photo itself is not touched. */
final class SidecarFile {
    private SidecarFile() {}

    /** Something that is changed of what a sidecar holds. */
    interface Change {
        /** @return whether anything is changed */
        boolean of(XMPMeta xmp) throws XMPException;
    }

    /**
     * Changes {@code photo.jpg.xmp}, or {@code photo.xmp} if that is there. Whatever else it holds stays.
     *
     * @return whether anything was written
     * @throws MediaException when the sidecar is no XMP or cannot be written; it is then as it was
     */
    static boolean change(Path photo, Change change) throws MediaException {
        Path sidecar = Sidecars.xmpFile(photo).orElse(photo.resolveSibling(photo.getFileName() + ".xmp"));
        try {
            XMPMeta xmp = Files.exists(sidecar)
                    ? XMPMetaFactory.parseFromBuffer(
                            Sidecars.read(sidecar, MetadataParts.MOST_XMP_BYTES),
                            new ParseOptions().setDisallowDoctype(true))
                    : XMPMetaFactory.create();
            if (!change.of(xmp)) {
                return false;
            }
            replace(sidecar, XMPMetaFactory.serializeToBuffer(xmp, new SerializeOptions().setUseCompactFormat(true)));
            return true;
        } catch (MediaException e) {
            throw e;
        } catch (XMPException | RuntimeException e) {
            throw new MediaException(
                    sidecar,
                    "an XMP sidecar",
                    "a file that is none (%s)".formatted(e.getMessage()),
                    "It was left as it is. Repair it or move it away.");
        } catch (IOException e) {
            throw new MediaException(
                    sidecar,
                    "a sidecar that can be read and written",
                    e.getClass().getSimpleName(),
                    "It was left as it is. Check the permissions of its folder.");
        }
    }

    /** All or nothing: a reader never sees half a sidecar. */
    private static void replace(Path sidecar, byte[] bytes) throws IOException {
        Path whole = sidecar.resolveSibling("." + sidecar.getFileName() + ".keepsake");
        try {
            Files.write(whole, bytes);
            Files.move(whole, sidecar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
