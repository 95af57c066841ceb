package app.keepsake.operations.unread;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFile;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Unread;
import app.keepsake.media.MediaException;
import app.keepsake.operations.disk.DiskWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Reads something of photos of which it was not read yet, the newest first, for some time; the next run goes on. What may
 * not be seen is not read. It needs no right to index, so that it keeps nobody from it.
 */
public final class ReadUnread {
    private static final int AT_ONCE = 64;

    private final Catalog catalog;
    private final Unread unread;
    private final String version;
    private final Reading reading;
    private long decided = Long.MIN_VALUE;
    private Set<Long> unseen = Set.of();

    /** @param version of what reads; photos that another version read are read again */
    public ReadUnread(Catalog catalog, Unread unread, String version, Reading reading) {
        this.catalog = catalog;
        this.unread = unread;
        this.version = version;
        this.reading = reading;
    }

    /** Reads one photo. */
    public interface Reading {
        /**
         * Reads a photo, on a thread that may be given up.
         *
         * @return writes what was read, and tells whether that is anything
         * @throws IOException when the file cannot be read; a {@code MediaException} says whether another time may do
         */
        BooleanSupplier read(long asset, Path file) throws IOException;

        /** Writes that nothing can be read of a photo. */
        void blank(long asset);
    }

    /** Hears how far a run is. */
    public interface Listener {
        /** So many photos have not been read. */
        void unread(long photos);

        /** One more is done. */
        void read();
    }

    /**
     * What a run did.
     *
     * @param read photos
     * @param found those of them in which there was something
     * @param left photos that are still to be read
     */
    public record Report(int read, int found, long left) {}

    /**
     * Goes on reading.
     *
     * @param atMost after which no other photo is begun
     * @param stop asked between photos; when it says so, the run ends
     */
    public Report run(Duration atMost, BooleanSupplier stop, Listener listener) {
        long start = System.nanoTime();
        BooleanSupplier over = () -> stop.getAsBoolean() || System.nanoTime() - start >= atMost.toNanos();
        Set<Long> unreached = new HashSet<>();
        int read = 0;
        int found = 0;
        listener.unread(unread.countUnread(version, unseen()));
        // Its disk is asked whether it answers, so that one that does not holds nothing up.
        try (DiskWatch disks = new DiskWatch(List.of(), thread -> {})) {
            List<Asset> photos = next(unreached);
            while (!photos.isEmpty() && !over.getAsBoolean()) {
                for (Asset photo : photos) {
                    if (over.getAsBoolean()) {
                        break;
                    }
                    // Asked for each: what was hidden a moment ago is not opened.
                    if (unseen().contains(photo.id())) {
                        continue;
                    }
                    Optional<Boolean> any = read(photo.id(), disks);
                    if (any.isEmpty()) {
                        unreached.add(photo.id());
                        continue;
                    }
                    read++;
                    found += any.get() ? 1 : 0;
                    listener.read();
                }
                photos = next(unreached);
            }
        }
        return new Report(read, found, unread.countUnread(version, unseen()));
    }

    private List<Asset> next(Set<Long> unreached) {
        Set<Long> besides = new HashSet<>(unseen());
        besides.addAll(unreached);
        return unread.unread(version, AT_ONCE + besides.size()).stream()
                .filter(photo -> !besides.contains(photo.id()))
                .limit(AT_ONCE)
                .toList();
    }

    private Set<Long> unseen() {
        long revision = catalog.choices().revision();
        if (revision != decided) {
            unseen = catalog.assets().unseen();
            decided = revision;
        }
        return unseen;
    }

    /** Whether there was something in a photo, or nothing when it cannot be reached at present. */
    private Optional<Boolean> read(long asset, DiskWatch disks) {
        Optional<Path> file = catalog.files().holding(asset).stream()
                .filter(each -> !each.missing())
                .map(AssetFile::path)
                .findFirst();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        // Noted before it is opened: a process that dies now can say nothing any more.
        unread.begin(asset, version);
        try {
            BooleanSupplier write = disks.ask(file.get(), () -> reading.read(asset, file.get()));
            return Optional.of(write.getAsBoolean());
        } catch (IOException e) {
            if (e instanceof MediaException media && !media.isPassing()) {
                reading.blank(asset);
                return Optional.of(false);
            }
            unread.leave(asset);
            return Optional.empty();
        }
    }
}
