package app.keepsake.operations.texts;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFile;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Texts;
import app.keepsake.catalog.WrittenLine;
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
 * Reads the writing in photos that were not read yet, the newest first, for some time; the next run goes on. What may not
 * be seen is not read. It needs no right to index, so that it keeps nobody from it.
 */
public final class ReadTexts {
    private static final int AT_ONCE = 64;

    private final Catalog catalog;
    private final TextReading reading;
    private long decided = Long.MIN_VALUE;
    private Set<Long> unseen = Set.of();

    public ReadTexts(Catalog catalog, TextReading reading) {
        this.catalog = catalog;
        this.reading = reading;
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
     * @param written those of them with writing
     * @param left photos that are still to be read
     */
    public record Report(int read, int written, long left) {}

    /**
     * Goes on reading.
     *
     * @param atMost after which no other photo is begun
     * @param stop asked between photos; when it says so, the run ends
     */
    public Report run(Duration atMost, BooleanSupplier stop, Listener listener) {
        long start = System.nanoTime();
        BooleanSupplier over = () -> stop.getAsBoolean() || System.nanoTime() - start >= atMost.toNanos();
        Texts texts = catalog.texts();
        Set<Long> unreached = new HashSet<>();
        int read = 0;
        int written = 0;
        listener.unread(texts.countUnread(reading.version(), unseen()));
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
                    Optional<Integer> lines = read(photo.id(), disks);
                    if (lines.isEmpty()) {
                        unreached.add(photo.id());
                        continue;
                    }
                    read++;
                    written += lines.get() > 0 ? 1 : 0;
                    listener.read();
                }
                photos = next(unreached);
            }
        }
        return new Report(read, written, texts.countUnread(reading.version(), unseen()));
    }

    private List<Asset> next(Set<Long> unreached) {
        Set<Long> besides = new HashSet<>(unseen());
        besides.addAll(unreached);
        return catalog.texts().unread(reading.version(), AT_ONCE + besides.size()).stream()
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

    /** How many lines a photo has, or nothing when it cannot be reached at present. */
    private Optional<Integer> read(long asset, DiskWatch disks) {
        Optional<Path> file = catalog.files().holding(asset).stream()
                .filter(each -> !each.missing())
                .map(AssetFile::path)
                .findFirst();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Texts texts = catalog.texts();
        // Noted before it is opened: a process that dies now can say nothing any more.
        texts.begin(asset, reading.version());
        try {
            List<WrittenLine> lines = disks.ask(file.get(), () -> reading.lines(file.get()));
            texts.write(asset, lines, reading.version());
            return Optional.of(lines.size());
        } catch (IOException e) {
            if (e instanceof MediaException media && !media.isPassing()) {
                texts.write(asset, List.of(), reading.version());
                return Optional.of(0);
            }
            texts.leave(asset);
            return Optional.empty();
        }
    }
}
