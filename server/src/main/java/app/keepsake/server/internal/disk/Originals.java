package app.keepsake.server.internal.disk;

import app.keepsake.catalog.AssetFile;
import app.keepsake.catalog.Catalog;
import app.keepsake.server.internal.wire.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The files that the catalog knows, as they lie on users' disks. Only what is still the file that was looked at is given
 * out: whatever has taken its place since, a pipe, a device, a link to something else, is not. Thread-safe.
 */
public final class Originals {
    private final Catalog catalog;
    private final Disks disks;

    public Originals(Catalog catalog, Disks disks) {
        this.catalog = catalog;
        this.disks = disks;
    }

    /** Whether some file that was seen to hold an asset is where it was, changed or not. */
    public boolean isThere(long asset) {
        return catalog.files().holding(asset).stream().anyMatch(file -> isThere(file.path()));
    }

    private boolean isThere(Path file) {
        try {
            return disks.ask(file, () -> Files.isReadable(file));
        } catch (IOException noAnswer) {
            return false;
        }
    }

    /**
     * A file that holds an asset now.
     *
     * @throws Problem when there is none, or its disk does not answer
     */
    public Path find(long asset) {
        String stalled = "";
        boolean changed = false;
        for (AssetFile file : catalog.files().holding(asset)) {
            try {
                if (disks.ask(file.path(), () -> isAsKnown(file))) {
                    return file.path();
                }
                changed = true;
            } catch (StalledDisk e) {
                stalled = String.valueOf(e.getMessage());
            } catch (IOException gone) {
                // Another copy may be there.
            }
        }
        if (!stalled.isEmpty()) {
            throw new Problem(503, "stalled", stalled);
        }
        throw new Problem(
                404,
                // Not "not-found": browsers keep the picture that they have until the disk is back.
                changed ? "changed" : "away",
                changed
                        ? "The picture's file has changed since it was looked at. It is looked at again when its folder is."
                        : "The picture's file is not there. Connect the disk that holds it.");
    }

    private static boolean isAsKnown(AssetFile file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
        return now.isRegularFile()
                && now.size() == file.stamp().size()
                && now.lastModifiedTime().toMillis() == file.stamp().modifiedMillis();
    }

    /** Opens a file that {@link #find} gave. */
    public Source open(Path file) throws IOException {
        FileChannel channel = disks.ask(file, () -> FileChannel.open(file, StandardOpenOption.READ));
        return new Source() {
            @Override
            public long size() throws IOException {
                return disks.ask(file, channel::size);
            }

            @Override
            public int read(ByteBuffer into, long position) throws IOException {
                return disks.ask(file, () -> channel.read(into, position));
            }

            @Override
            public void close() {
                // The answer may be complete: nobody waits for a disk that has ceased to answer since.
                disks.later(file, channel);
            }
        };
    }
}
