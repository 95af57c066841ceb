package app.keepsake.server.internal.work;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.Retelling;
import app.keepsake.server.Errand;
import app.keepsake.server.internal.disk.Disks;
import app.keepsake.server.internal.library.DurableFile;
import app.keepsake.server.internal.library.Films;
import app.keepsake.server.internal.library.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the service does by itself: indexes what is new, makes the day's memories, and renders the first of them when
 * nobody waits for anything. It looks every few seconds, and does one thing at a time.
 */
public final class Caretaker implements AutoCloseable {
    /** How many memories a day shows. */
    public static final int A_DAY = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final Duration LOOK_INTO_FOLDERS = Duration.ofMinutes(15);
    private static final Duration LOOK_AT_MACHINE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofMinutes(10);

    private final Catalog catalog;
    private final Retelling memories;
    private final DurableFile<Settings> settings;
    private final Jobs jobs;
    private final Films films;
    private final Projector projector;
    private final Disks disks;
    private final Conditions conditions;
    private final Clock clock;
    private final FolderWatch watch = new FolderWatch();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("caretaker").daemon().factory());
    private volatile Instant folderChanged = Instant.MIN;
    private volatile boolean foldersDue = true;
    private final Set<Path> stalled = ConcurrentHashMap.newKeySet();
    private volatile boolean memoriesDue;
    private volatile List<String> against = List.of();
    private volatile Instant lastAsked = Instant.MIN;
    private Instant lookedIntoFolders = Instant.MIN;
    private Instant lookedAtMachine = Instant.MIN;
    private volatile Instant failed = Instant.MIN;
    private LocalDate toldOn = LocalDate.MIN;

    public Caretaker(
            Catalog catalog,
            Retelling memories,
            DurableFile<Settings> settings,
            Jobs jobs,
            Films films,
            Projector projector,
            Disks disks,
            Path root,
            Clock clock) {
        this.catalog = catalog;
        this.memories = memories;
        this.settings = settings;
        this.jobs = jobs;
        this.films = films;
        this.projector = projector;
        this.disks = disks;
        this.conditions = new Conditions(root);
        this.clock = clock;
        jobs.onChange(this::changed);
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::lookSafely, 1, LOOK.toSeconds(), TimeUnit.SECONDS);
    }

    /** What the service waits for before it does something by itself; empty when for nothing. */
    public List<String> against() {
        return against;
    }

    /** The folders to watch have changed, or the user asks to look now. */
    public void lookIntoFolders() {
        foldersDue = true;
        soon();
    }

    /** What memories may show has changed. */
    public void tellAnew() {
        memoriesDue = true;
        soon();
    }

    private void soon() {
        if (!timer.isShutdown()) {
            timer.schedule(this::lookSafely, 0, TimeUnit.SECONDS);
        }
    }

    private void changed(Job job) {
        if (!job.background()) {
            lastAsked = clock.instant();
        }
        if (!job.state().isOver()) {
            return;
        }
        if (job.state() == Job.State.FAILED) {
            failed = clock.instant();
        }
        if (job.kind() == Job.Kind.INDEX) {
            memoriesDue = true;
            foldersDue |= job.state() == Job.State.STOPPED;
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("Looking for work failed; it is tried again in {} min", AGAIN_AFTER_FAILURE.toMinutes(), e);
            failed = clock.instant();
        }
    }

    private void look() {
        Settings now = settings.read();
        List<Path> folders =
                now.folders().stream().map(Path::of).filter(this::isThere).toList();
        watch.watch(folders, () -> folderChanged = clock.instant());
        Instant time = clock.instant();
        if (!now.background() || !jobs.open().isEmpty() || projector.isBusy() || isSince(failed, AGAIN_AFTER_FAILURE)) {
            return;
        }
        if (!isSince(lookedAtMachine, LOOK_AT_MACHINE)) {
            List<String> before = against;
            against = conditions.against();
            if (!against.equals(before)) {
                LOG.info("Background work waits for: {}", against.isEmpty() ? "nothing" : String.join(", ", against));
            }
            lookedAtMachine = time;
        }
        // New pictures are looked at even on a busy machine, with the lowest priority: only what runs out counts.
        boolean scarce = against.contains("battery") || against.contains("disk") || against.contains("heat");
        boolean changed = folderChanged.isAfter(lookedIntoFolders) && !isSince(folderChanged, SETTLE);
        boolean untold = !hasMemoriesOf(LocalDate.now(clock));
        if (!folders.isEmpty()
                && !untold
                && !scarce
                && (foldersDue || changed || !isSince(lookedIntoFolders, LOOK_INTO_FOLDERS))) {
            foldersDue = false;
            lookedIntoFolders = time;
            index(folders);
        } else if (memoriesDue || untold) {
            memoriesDue = false;
            toldOn = LocalDate.now(clock);
            jobs.submit(new Job.Order(Job.Kind.MEMORIES, "", true, new Errand.Memories(A_DAY)));
        } else if (against.isEmpty() && !isSince(lastAsked, QUIET)) {
            first().ifPresent(memory -> jobs.submit(films.order(memory, films.moodFor(memory), Films.STANDARD_LENGTH)));
        }
    }

    /** A folder whose disk does not answer is left alone, and looked into when it does. */
    private boolean isThere(Path folder) {
        try {
            boolean there = disks.ask(folder, () -> Files.isDirectory(folder));
            foldersDue |= there && stalled.remove(folder);
            return there;
        } catch (IOException noAnswer) {
            stalled.add(folder);
            return false;
        }
    }

    /** The folders whose disks do not answer. */
    public Set<Path> stalled() {
        return Set.copyOf(stalled);
    }

    private void index(List<Path> folders) {
        List<String> there = folders.stream().map(Path::toString).toList();
        if (!there.isEmpty()) {
            jobs.submit(new Job.Order(Job.Kind.INDEX, "", true, new Errand.Index(there)));
        }
    }

    private boolean isSince(Instant time, Duration span) {
        return time.isAfter(Instant.MIN) && time.plus(span).isAfter(clock.instant());
    }

    private boolean hasMemoriesOf(LocalDate today) {
        return today.equals(toldOn)
                || catalog.assets().count() == 0
                || !catalog.memories().shownSince(today).isEmpty();
    }

    private Optional<Memory> first() {
        Set<String> today = new LinkedHashSet<>();
        catalog.memories().shownSince(LocalDate.now(clock)).forEach(showing -> today.add(showing.memoryId()));
        return today.stream()
                .map(memories::find)
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Memory::score))
                .filter(memory -> films.find(memory, films.moodFor(memory), Films.STANDARD_LENGTH)
                        .isEmpty());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        watch.close();
        try {
            // Whoever looks at present would open the catalog again after it was closed.
            boolean ignored = timer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
