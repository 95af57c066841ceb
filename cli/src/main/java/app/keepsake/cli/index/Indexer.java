package app.keepsake.cli.index;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.FileState;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Stage;
import app.keepsake.media.MediaException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the catalog up to date with folders. What is known and unchanged is not read; what is read is noted file by
 * file, so that a stopped run loses at most the files in hand.
 */
public final class Indexer {
    private static final int OUTDATED_AT_ONCE = 64;
    /** The version of a problem that another run may not have: no reader's, so that the file is read again. */
    private static final String TRIED_AGAIN = "passing";

    private final Catalog catalog;
    private final FileReading reading;
    private final Path leftOut;
    private final int workers;

    /**
     * @param leftOut folder that is never indexed: Keepsake's own
     * @param workers files that are read at the same time
     */
    public Indexer(Catalog catalog, FileReading reading, Path leftOut, int workers) {
        this.catalog = catalog;
        this.reading = reading;
        this.leftOut = leftOut;
        this.workers = workers;
    }

    /**
     * @param folders with photos and clips, and folders below them
     * @param stop asked between files; when it says so, the run ends
     * @param listener hears how far the run is
     * @throws IOException when a folder cannot be looked at
     */
    public IndexReport index(List<Path> folders, BooleanSupplier stop, Listener listener) throws IOException {
        long start = System.nanoTime();
        try (Indexing indexing = catalog.beginIndexing()) {
            Run run = new Run(indexing, stop, listener);
            for (Path folder : folders) {
                run.folder(folder.toAbsolutePath().normalize());
            }
            run.outdated();
            PeopleGrouping.bringUpToDate(catalog, indexing, stop);
            return run.report(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Hears how far an index run is. Called by several threads. */
    public interface Listener {
        /** So many files are new or changed and will be read now. */
        void reading(int files);

        /** One more is done. */
        void read();
    }

    private final class Run {
        private final Indexing indexing;
        private final BooleanSupplier stop;
        private final Listener listener;
        private final Map<Stage, String> versions = reading.versions();
        private final String readerVersion = versions.getOrDefault(Stage.METADATA, "0");
        private final AtomicInteger moved = new AtomicInteger();
        private final AtomicInteger analysed = new AtomicInteger();
        private final ConcurrentLinkedQueue<IndexReport.Unreadable> problems = new ConcurrentLinkedQueue<>();
        private int found;
        private int unchanged;
        private int missing;
        private final AtomicInteger knownProblems = new AtomicInteger();

        Run(Indexing indexing, BooleanSupplier stop, Listener listener) {
            this.indexing = indexing;
            this.stop = stop;
            this.listener = listener;
        }

        void folder(Path folder) throws IOException {
            FolderScan scan = FolderScan.of(folder, leftOut);
            Map<Path, FileState> known = catalog.files().knownUnder(folder);
            found += scan.files().size();
            List<ScannedFile> unread = new ArrayList<>();
            for (ScannedFile file : scan.files()) {
                FileState state = known.get(file.path());
                if (state == null || !isDone(state, file.stamp())) {
                    unread.add(file);
                } else if (state.problem().isPresent()) {
                    knownProblems.incrementAndGet();
                } else {
                    unchanged++;
                }
            }
            listener.reading(unread.size());
            Parallel.forEach(unread, workers, stop, file -> {
                read(file, known.get(file.path()));
                listener.read();
            });
            scan.unreadable().forEach((file, reason) -> problem(file, new FileStamp(0, 0, 0), reason, readerVersion));
            if (!stop.getAsBoolean()) {
                Set<Path> there = new HashSet<>(scan.unreadable().keySet());
                scan.files().forEach(file -> there.add(file.path()));
                missing += indexing.reconcile(folder, there);
            }
        }

        private boolean isDone(FileState state, FileStamp stamp) {
            return state.isCurrent(stamp)
                    && state.problemVersion().map(readerVersion::equals).orElse(true);
        }

        private void read(ScannedFile file, @Nullable FileState before) {
            try {
                ContentHash hash = ContentHash.of(file.path());
                if (indexing.link(file.path(), file.stamp(), hash)) {
                    moved.incrementAndGet();
                    if (before != null && before.stamp().sidecarMillis() != file.sidecarMillis()) {
                        Asset asset = catalog.assets().find(hash).orElseThrow();
                        indexing.updateFacts(asset.id(), reading.facts(file.path()), readerVersion);
                    }
                    return;
                }
                AssetFacts facts = reading.facts(file.path());
                Findings findings = reading.findings(file.path(), facts);
                indexing.add(file.path(), file.stamp(), hash, facts, readerVersion, findings);
                analysed.incrementAndGet();
            } catch (IOException e) {
                problem(file.path(), file.stamp(), e);
            }
        }

        private void problem(Path file, FileStamp stamp, IOException e) {
            boolean passing = e instanceof MediaException media && media.isPassing();
            problem(file, stamp, reasonOf(e), passing ? TRIED_AGAIN : readerVersion);
        }

        private void problem(Path file, FileStamp stamp, String reason, String version) {
            if (indexing.problem(file, stamp, reason, version)) {
                problems.add(new IndexReport.Unreadable(file, reason));
            } else {
                knownProblems.incrementAndGet();
            }
        }

        /** Looks again, oldest first, where a newer version of a stage has come. */
        void outdated() {
            Map<Long, Asset> work = new HashMap<>();
            Set<Long> done = new HashSet<>();
            do {
                work.clear();
                for (Map.Entry<Stage, String> stage : versions.entrySet()) {
                    catalog.assets().outdated(stage.getKey(), stage.getValue(), OUTDATED_AT_ONCE + done.size()).stream()
                            .filter(asset -> !done.contains(asset.id()))
                            .forEach(asset -> work.put(asset.id(), asset));
                }
                done.addAll(work.keySet());
                Parallel.forEach(List.copyOf(work.values()), workers, stop, this::again);
            } while (!work.isEmpty() && !stop.getAsBoolean());
        }

        private void again(Asset asset) {
            catalog.files().holding(asset.id()).stream()
                    .filter(file -> !file.missing())
                    .findFirst()
                    .ifPresent(file -> {
                        try {
                            AssetFacts facts = reading.facts(file.path());
                            indexing.updateFacts(asset.id(), facts, readerVersion);
                            indexing.update(asset.id(), reading.findings(file.path(), facts));
                            analysed.incrementAndGet();
                        } catch (IOException e) {
                            problem(file.path(), file.stamp(), e);
                        }
                    });
        }

        IndexReport report(Duration elapsed) {
            List<IndexReport.Unreadable> sorted = problems.stream()
                    .sorted(Comparator.comparing(IndexReport.Unreadable::file))
                    .toList();
            return new IndexReport(
                    found,
                    unchanged,
                    moved.get(),
                    analysed.get(),
                    missing,
                    knownProblems.get(),
                    sorted,
                    stop.getAsBoolean(),
                    elapsed);
        }
    }

    private static String reasonOf(IOException problem) {
        if (problem instanceof MediaException media) {
            return media.reason();
        }
        return "expected a readable file, found %s. Check its permissions and its disk."
                .formatted(problem.getClass().getSimpleName());
    }
}
