package app.keepsake.operations.index;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.FileState;
import app.keepsake.catalog.IndexTask;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Sharing;
import app.keepsake.catalog.Stage;
import app.keepsake.operations.albums.FindAlbums;
import app.keepsake.operations.albums.TakeoutAlbumFiles;
import app.keepsake.operations.disk.DiskWatch;
import app.keepsake.operations.disk.NoAnswer;
import app.keepsake.operations.people.GroupPeople;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Brings the catalog up to date with folders. What is known and unchanged is not read; what is read is noted file by
 * file, so that a stopped run loses at most the files in hand. Where the catalog is shared with other machines, they
 * look at files too.
 */
public final class Indexer {
    private static final int OUTDATED_AT_ONCE = 512;

    private final Catalog catalog;
    private final FileReading reading;
    private final Path leftOut;
    private final int workers;
    private final Duration deadline;

    /**
     * @param leftOut folder that is never indexed: Keepsake's own
     * @param workers files that are read at the same time
     */
    public Indexer(Catalog catalog, FileReading reading, Path leftOut, int workers) {
        this(catalog, reading, leftOut, workers, DiskWatch.DEADLINE);
    }

    /** @param deadline after which a disk is asked whether it answers, and for its answer */
    Indexer(Catalog catalog, FileReading reading, Path leftOut, int workers, Duration deadline) {
        this.catalog = catalog;
        this.reading = reading;
        this.leftOut = leftOut;
        this.workers = workers;
        this.deadline = deadline;
    }

    /**
     * @param folders with photos and clips, and folders below them; one whose disk stops to answer is left for another run
     * @param stop asked between files; when it says so, the run ends
     * @param listener hears how far the run is
     * @throws IOException when a folder cannot be looked at
     */
    public IndexReport index(List<Path> folders, BooleanSupplier stop, Listener listener) throws IOException {
        long start = System.nanoTime();
        List<Path> places = folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
        try (Indexing indexing = catalog.beginIndexing();
                TakingEffect effect = new TakingEffect(catalog);
                DiskWatch disks = new DiskWatch(places, reading::lost, deadline)) {
            Run run = new Run(indexing, disks, stop, listener);
            for (Path place : places) {
                run.folder(place);
            }
            run.outdated();
            new FindAlbums(catalog, new TakeoutAlbumFiles()).bringUpToDate(places, disks, stop);
            GroupPeople.bringUpToDate(catalog, indexing, stop);
            return run.report(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Hears how far an index run is. Called by several threads. */
    public interface Listener {
        /** So many files are new or changed and will be read now. */
        void reading(int files);

        /** One more is done. */
        void read();

        /**
         * While a library is new, now and then: what was looked at so far can be told, and who is on it is known. The run
         * goes on when this comes back; called by its own thread.
         */
        default void paused() {}
    }

    private final class Run {
        private final BooleanSupplier stop;
        private final Listener listener;
        private final Indexing indexing;
        private final DiskWatch disks;
        private final FileLook look;
        private final Portions portions = new Portions(catalog.assets().count());
        private final Map<IndexTask.Outcome, AtomicInteger> outcomes = new EnumMap<>(IndexTask.Outcome.class);
        private final ConcurrentLinkedQueue<IndexReport.Unreadable> problems = new ConcurrentLinkedQueue<>();
        private int found;
        /** Known files that look as they did, but may have changed just behind the last reading. */
        private final Set<Path> onceMore = new HashSet<>();

        private final AtomicInteger foundSame = new AtomicInteger();
        private final Map<String, Integer> passedOver = new HashMap<>();
        private int unchanged;
        private int missing;

        Run(Indexing indexing, DiskWatch disks, BooleanSupplier stop, Listener listener) {
            this.indexing = indexing;
            this.disks = disks;
            this.stop = stop;
            this.listener = listener;
            this.look = new FileLook(catalog, indexing, reading, disks, UnaryOperator.identity());
            for (IndexTask.Outcome outcome : IndexTask.Outcome.values()) {
                outcomes.put(outcome, new AtomicInteger());
            }
        }

        void folder(Path folder) throws IOException {
            try {
                look(folder, FolderScan.of(folder, leftOut, disks));
            } catch (NoAnswer stalled) {
                // The report names it. What is known of the folder stays.
                listener.reading(0);
            }
        }

        private void look(Path folder, FolderScan scan) {
            Map<Path, FileState> known = catalog.files().knownUnder(folder);
            found += scan.files().size();
            scan.passedOver().forEach((ending, files) -> passedOver.merge(ending, files, Integer::sum));
            // Not noted, since two of them may look the same once they are written down.
            scan.unnamed().forEach((file, reason) -> problems.add(new IndexReport.Unreadable(file, reason)));
            List<IndexTask> unread = new ArrayList<>();
            for (ScannedFile file : scan.files()) {
                FileState state = known.get(file.path());
                if (state == null || !isDone(state, file.stamp())) {
                    if (state != null
                            && !state.missing()
                            && state.stamp().isLike(file.stamp())
                            && state.problem().isEmpty()) {
                        onceMore.add(file.path());
                    }
                    boolean newSidecar = state != null && state.stamp().sidecarMillis() != file.sidecarMillis();
                    unread.add(new IndexTask(file.path(), file.stamp(), newSidecar, OptionalLong.empty()));
                } else if (state.problem().isPresent()) {
                    count(IndexTask.Outcome.KNOWN_PROBLEM);
                } else {
                    unchanged++;
                }
            }
            listener.reading(unread.size());
            // Those over which a process died come last, and alone: they take no others along.
            Set<Path> suspects = indexing.taken(folder);
            lookInPortions(Portions.inOrder(unread.stream()
                    .filter(task -> !suspects.contains(task.file()))
                    .toList()));
            lookHere(
                    unread.stream()
                            .filter(task -> suspects.contains(task.file()))
                            .toList(),
                    1);
            scan.unreadable()
                    .forEach((file, reason) -> countOutcome(
                            file, look.problem(file, new FileStamp(0, 0, 0), reason, FileLook.readerVersion(reading))));
            if (!stop.getAsBoolean()) {
                Set<Path> there = new HashSet<>(scan.unreadable().keySet());
                scan.files().forEach(file -> there.add(file.path()));
                missing += indexing.reconcile(folder, there);
            }
        }

        private boolean isDone(FileState state, FileStamp stamp) {
            return state.isCurrent(stamp)
                    && state.problemVersion()
                            .map(FileLook.readerVersion(reading)::equals)
                            .orElse(true);
        }

        /** Looks again, oldest first, where a newer version of a stage has come. */
        void outdated() {
            Map<Long, Asset> work = new LinkedHashMap<>();
            Set<Long> done = new HashSet<>();
            do {
                work.clear();
                for (Map.Entry<Stage, String> stage : reading.versions().entrySet()) {
                    catalog.assets().outdated(stage.getKey(), stage.getValue(), OUTDATED_AT_ONCE + done.size()).stream()
                            .filter(asset -> !done.contains(asset.id()))
                            .forEach(asset -> work.put(asset.id(), asset));
                }
                done.addAll(work.keySet());
                lookAtAll(
                        work.keySet().stream().flatMap(id -> again(id).stream()).toList());
            } while (!work.isEmpty() && !stop.getAsBoolean());
        }

        private Optional<IndexTask> again(long assetId) {
            return catalog.files().holding(assetId).stream()
                    .filter(file -> !file.missing())
                    .findFirst()
                    .map(file -> new IndexTask(file.path(), file.stamp(), false, OptionalLong.of(assetId)));
        }

        private void lookAtAll(List<IndexTask> tasks) {
            Optional<Sharing> sharing = catalog.sharing();
            if (sharing.isEmpty() || tasks.isEmpty()) {
                lookHere(tasks, workers);
            } else {
                lookTogether(sharing.get(), tasks);
            }
        }

        private void lookInPortions(List<IndexTask> tasks) {
            int done = 0;
            while (done < tasks.size() && !stop.getAsBoolean()) {
                int portion = Math.min(
                        tasks.size() - done, portions.next(catalog.assets().count()));
                lookAtAll(tasks.subList(done, done + portion));
                done += portion;
                if (portions.isReached(catalog.assets().count()) && !stop.getAsBoolean()) {
                    GroupPeople.bringUpToDate(catalog, indexing, stop);
                    listener.paused();
                }
            }
        }

        private void lookHere(List<IndexTask> tasks, int atOnce) {
            Parallel.forEach(tasks, atOnce, stop, task -> {
                countOutcome(task.file(), look.look(task));
                listener.read();
            });
        }

        /** This process does its part; what others do not see, it looks at alone. */
        private void lookTogether(Sharing sharing, List<IndexTask> tasks) {
            String kind = FileLook.kind(reading);
            AtomicInteger told = new AtomicInteger();
            Map<Path, IndexTask.Outcome> became;
            try (Sharing.Taking own = sharing.take(kind, workers, look)) {
                became = sharing.handOut(kind, tasks, stop, done -> {
                    while (told.get() < done) {
                        told.incrementAndGet();
                        listener.read();
                    }
                });
            }
            List<IndexTask> unseen = new ArrayList<>();
            for (IndexTask task : tasks) {
                IndexTask.Outcome outcome = became.get(task.file());
                if (outcome == IndexTask.Outcome.UNSEEN) {
                    unseen.add(task);
                } else if (outcome != null) {
                    countOutcome(task.file(), outcome);
                }
            }
            lookHere(unseen, workers);
        }

        private void countOutcome(Path file, IndexTask.Outcome outcome) {
            if (outcome == IndexTask.Outcome.MOVED && onceMore.contains(file)) {
                foundSame.incrementAndGet();
                return;
            }
            count(outcome);
            if (outcome == IndexTask.Outcome.PROBLEM) {
                String reason =
                        catalog.files().known(file).flatMap(FileState::problem).orElse("");
                problems.add(new IndexReport.Unreadable(file, reason));
            }
        }

        private void count(IndexTask.Outcome outcome) {
            Objects.requireNonNull(outcomes.get(outcome)).incrementAndGet();
        }

        private int number(IndexTask.Outcome outcome) {
            return Objects.requireNonNull(outcomes.get(outcome)).get();
        }

        IndexReport report(Duration elapsed) {
            List<IndexReport.Unreadable> sorted = problems.stream()
                    .sorted(Comparator.comparing(IndexReport.Unreadable::file))
                    .toList();
            return new IndexReport(
                    found,
                    unchanged + foundSame.get(),
                    number(IndexTask.Outcome.MOVED),
                    number(IndexTask.Outcome.ANALYSED),
                    missing,
                    number(IndexTask.Outcome.KNOWN_PROBLEM),
                    number(IndexTask.Outcome.UNSEEN),
                    disks.silent().stream().sorted().toList(),
                    sorted,
                    passedOver,
                    stop.getAsBoolean(),
                    elapsed);
        }
    }
}
