package app.keepsake.server.internal.work;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.Retelling;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.server.Errand;
import app.keepsake.server.internal.disk.Disks;
import app.keepsake.server.internal.library.Films;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the service does by itself: indexes what is new, makes the day's memories, and renders the first of them when
 * nobody waits for anything; when that is done, too, it reads the writing in photos
 * and lets the owner's encoder see them, a minute at a time. It looks every
 * few seconds, and does one thing at a time. What was stopped to give way is begun again as soon as nobody waits for
 * anything; what failed, after ten minutes, and what a person stopped, after an hour, while everything else goes on.
 */
public final class BackgroundScheduler implements AutoCloseable {
    /** How many memories a day shows. */
    public static final int A_DAY = 3;

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundScheduler.class);
    /** No longer: what is new in folders waits for it. */
    private static final int MINUTES_OF_READING = 1;

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final Duration LOOK_INTO_FOLDERS = Duration.ofMinutes(15);
    private static final Duration LOOK_AT_MACHINE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final Duration AGAIN_AFTER_DEFECT = Duration.ofMinutes(1);
    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofMinutes(10);
    private static final Duration AGAIN_AFTER_REFUSAL = Duration.ofHours(1);

    private final Catalog catalog;
    private final Retelling memories;
    private final DurableFile<Settings> settings;
    private final Jobs jobs;
    private final Films films;
    private final LiveFilmService liveFilms;
    private final WatchedFolders standing;
    private final Conditions conditions;
    private final BooleanSupplier elsewhere;
    private final Clock clock;
    private final FolderWatch watch = new FolderWatch();
    private final ScheduledExecutorService timer;
    private final Map<Matter, Instant> leftAlone = new ConcurrentHashMap<>();
    private volatile Instant folderChanged = Instant.MIN;
    private volatile boolean foldersDue = true;
    private volatile boolean started;
    /** From when folders are named until their first memories are told, somebody waits for them. */
    private volatile boolean watched;

    /** Folders that were just named, the last one first: they are looked into before the others. */
    private final Deque<Path> named = new ConcurrentLinkedDeque<>();

    private volatile List<Path> lookedFirst = List.of();

    /** A person wants it now, though the machine runs on battery. */
    private volatile boolean evenOnBattery;

    private volatile boolean memoriesDue;
    private volatile boolean textsDue = true;
    private volatile boolean encodingDue = true;
    private volatile List<String> against = List.of();
    private volatile Instant lastAsked = Instant.MIN;
    private Instant lookedIntoFolders = Instant.MIN;
    private Instant failed = Instant.MIN;
    private Instant lookedAtMachine = Instant.MIN;
    private volatile LocalDate telling = LocalDate.MIN;
    private volatile LocalDate toldOn = LocalDate.MIN;

    /** What work is about. */
    private record Matter(ServiceJob.Kind kind, String subject) {}

    /** @param elsewhere whether photos are read elsewhere than in folders, which an index run does, too */
    public BackgroundScheduler(
            Catalog catalog,
            Retelling memories,
            DurableFile<Settings> settings,
            Jobs jobs,
            Films films,
            LiveFilmService liveFilms,
            Disks disks,
            Path root,
            BooleanSupplier elsewhere,
            Clock clock) {
        this(
                catalog,
                memories,
                settings,
                jobs,
                films,
                liveFilms,
                disks,
                Conditions.of(root),
                elsewhere,
                clock,
                timer());
    }

    /** @param timer on which it looks; one that is shut down leaves that to whoever calls {@link #look} */
    BackgroundScheduler(
            Catalog catalog,
            Retelling memories,
            DurableFile<Settings> settings,
            Jobs jobs,
            Films films,
            LiveFilmService liveFilms,
            Disks disks,
            Conditions conditions,
            BooleanSupplier elsewhere,
            Clock clock,
            ScheduledExecutorService timer) {
        this.catalog = catalog;
        this.memories = memories;
        this.settings = settings;
        this.jobs = jobs;
        this.films = films;
        this.liveFilms = liveFilms;
        this.standing = new WatchedFolders(disks, catalog.files()::anyUnder);
        this.conditions = conditions;
        this.elsewhere = elsewhere;
        this.clock = clock;
        this.timer = timer;
        jobs.onChange(this::changed);
    }

    private static ScheduledExecutorService timer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("background").daemon().factory());
    }

    public void start() {
        started = true;
        timer.scheduleWithFixedDelay(this::lookSafely, 1, LOOK.toSeconds(), TimeUnit.SECONDS);
    }

    /** What the service waits for before it does something by itself; empty when for nothing. */
    public List<String> against() {
        return against;
    }

    /**
     * Whether photos are to be looked at as soon as nothing speaks against it, or are being looked at. Of folders that are
     * not there nothing is.
     */
    public boolean isLookingDue() {
        Settings now = settings.read();
        boolean any = now.folders().size() > away().size() || elsewhere.getAsBoolean();
        return any
                && mayTry(ServiceJob.Kind.INDEX, "")
                && (started && foldersDue || jobs.open().stream().anyMatch(job -> job.kind() == ServiceJob.Kind.INDEX));
    }

    /** A person wants folders looked into now: also on battery, and where all that was in one is gone. */
    public void lookNow() {
        evenOnBattery = true;
        standing.believe();
        lookIntoFolders();
    }

    /** A person has just named a folder: it goes before all others, also before those that are being looked into. */
    public void lookFirstInto(Path folder) {
        named.remove(folder);
        named.addFirst(folder);
        lookIntoFolders();
        if (jobs.open().stream().anyMatch(job -> job.kind() == ServiceJob.Kind.INDEX)) {
            jobs.giveWay();
        }
    }

    /** The folders to watch have changed. */
    public void lookIntoFolders() {
        foldersDue = true;
        watched = true;
        leftAlone.keySet().removeIf(matter -> matter.kind == ServiceJob.Kind.INDEX);
        soon();
    }

    /** What memories may show has changed. */
    public void tellAnew() {
        memoriesDue = true;
        soon();
    }

    /** Another encoder is to see photos. */
    public void encodeAnew() {
        encodingDue = true;
        leftAlone.keySet().removeIf(matter -> matter.kind == ServiceJob.Kind.ENCODING);
        soon();
    }

    private void soon() {
        if (!timer.isShutdown()) {
            timer.schedule(this::lookSafely, 0, TimeUnit.SECONDS);
        }
    }

    private void changed(ServiceJob job) {
        if (!job.background()) {
            lastAsked = clock.instant();
        } else if (job.state().isOver()) {
            over(job);
        }
    }

    private void over(ServiceJob job) {
        boolean done = job.state() == ServiceJob.State.DONE;
        if (!done && (job.state() == ServiceJob.State.FAILED || jobs.isCancelled(job.id()))) {
            Duration pause = job.state() == ServiceJob.State.FAILED ? AGAIN_AFTER_FAILURE : AGAIN_AFTER_REFUSAL;
            leftAlone.put(new Matter(job.kind(), job.subject()), clock.instant().plus(pause));
            LOG.info("Work {}, {}, is tried again in {} min", job.id(), job.kind(), pause.toMinutes());
        }
        if (job.kind() == ServiceJob.Kind.INDEX) {
            memoriesDue = true;
            textsDue = true;
            encodingDue = true;
            if (done) {
                named.removeAll(lookedFirst);
                evenOnBattery = false;
            } else {
                foldersDue = true;
            }
        } else if (job.kind() == ServiceJob.Kind.TEXTS) {
            // One that read nothing found nothing that can be read at present.
            textsDue = !done || (job.done() > 0 && job.done() < job.total());
        } else if (job.kind() == ServiceJob.Kind.ENCODING) {
            encodingDue = !done || (job.done() > 0 && job.done() < job.total());
        } else if (job.kind() == ServiceJob.Kind.MEMORIES) {
            if (!done) {
                memoriesDue = true;
            }
            toldOn = done ? telling : toldOn;
            watched &= !done;
        }
        if (started) {
            soon();
        }
    }

    private void lookSafely() {
        if (isSince(failed, AGAIN_AFTER_DEFECT)) {
            return;
        }
        try {
            look();
        } catch (RuntimeException e) {
            failed = clock.instant();
            LOG.error("Looking for work failed; it is tried again in {} s", AGAIN_AFTER_DEFECT.toSeconds(), e);
        }
    }

    /** Orders what is due, if anything is. */
    void look() {
        Settings now = settings.read();
        List<Path> folders = standing.look(watchedFolders(now), () -> foldersDue = true);
        named.retainAll(watchedFolders(now));
        watch.watch(folders, () -> folderChanged = clock.instant());
        if (!now.background() || isWorking()) {
            return;
        }
        lookAtMachine();
        Instant time = clock.instant();
        leftAlone.values().removeIf(until -> !until.isAfter(time));
        // New pictures are looked at even on a busy machine, with the lowest priority: only what runs out counts.
        boolean scarce =
                against.contains("battery") && !evenOnBattery || against.contains("disk") || against.contains("heat");
        boolean tellable = mayTry(ServiceJob.Kind.MEMORIES, "");
        boolean untold = !hasMemoriesOf(LocalDate.now(clock));
        if ((!folders.isEmpty() || elsewhere.getAsBoolean())
                && !(untold && tellable && named.stream().noneMatch(folders::contains))
                && !scarce
                && mayTry(ServiceJob.Kind.INDEX, "")
                && foldersAreDue()) {
            foldersDue = false;
            lookedIntoFolders = time;
            index(folders);
        } else if (tellable && (memoriesDue || untold)) {
            memoriesDue = false;
            telling = LocalDate.now(clock);
            jobs.submit(new ServiceJob.Order(ServiceJob.Kind.MEMORIES, "", true, watched, new Errand.Memories(A_DAY)));
        } else if (against.isEmpty() && !isSince(lastAsked, QUIET)) {
            Optional<Memory> unmade = first();
            if (unmade.isPresent()) {
                jobs.submit(film(unmade.get()));
            } else if (textsDue && !untold && mayTry(ServiceJob.Kind.TEXTS, "")) {
                jobs.submit(
                        new ServiceJob.Order(ServiceJob.Kind.TEXTS, "", true, new Errand.Texts(MINUTES_OF_READING)));
            } else if (encodingDue && !untold && now.encoder().isPresent() && mayTry(ServiceJob.Kind.ENCODING, "")) {
                jobs.submit(new ServiceJob.Order(
                        ServiceJob.Kind.ENCODING, "", true, new Errand.Encode(MINUTES_OF_READING)));
            }
        }
    }

    /** A film that nobody waits for. */
    private ServiceJob.Order film(Memory memory) {
        String mood = films.moodFor(memory);
        String length = Films.STANDARD_LENGTH;
        Path file = films.file(memory.id(), mood, length);
        return new ServiceJob.Order(
                ServiceJob.Kind.FILM, memory.id(), true, new Errand.Film(memory.id(), mood, length, file.toString()));
    }

    private static List<Path> watchedFolders(Settings settings) {
        return settings.folders().stream().map(Path::of).toList();
    }

    /** The folders that are watched and not there, with what is the matter. */
    public Map<Path, FolderStanding> away() {
        List<Path> folders = watchedFolders(settings.read());
        if (!started) {
            // Nobody else asks.
            List<Path> ignored = standing.look(folders, () -> foldersDue = true);
        }
        return standing.away(folders);
    }

    /** An upload waits for others, and keeps nobody here. */
    private boolean isWorking() {
        return liveFilms.isBusy() || jobs.open().stream().anyMatch(job -> job.kind() != ServiceJob.Kind.SHARE);
    }

    private void lookAtMachine() {
        if (isSince(lookedAtMachine, LOOK_AT_MACHINE)) {
            return;
        }
        List<String> before = against;
        against = conditions.against();
        lookedAtMachine = clock.instant();
        if (!against.equals(before)) {
            LOG.info("Background work waits for: {}", against.isEmpty() ? "nothing" : String.join(", ", against));
        }
    }

    private boolean mayTry(ServiceJob.Kind kind, String subject) {
        return !leftAlone.containsKey(new Matter(kind, subject));
    }

    private boolean foldersAreDue() {
        boolean changed = folderChanged.isAfter(lookedIntoFolders) && !isSince(folderChanged, SETTLE);
        return foldersDue || changed || !isSince(lookedIntoFolders, LOOK_INTO_FOLDERS);
    }

    private void index(List<Path> folders) {
        lookedFirst = named.stream().filter(folders::contains).toList();
        List<String> there = Stream.concat(lookedFirst.stream(), folders.stream())
                .distinct()
                .map(Path::toString)
                .toList();
        jobs.submit(new ServiceJob.Order(ServiceJob.Kind.INDEX, "", true, watched, new Errand.Index(there, A_DAY)));
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
                .filter(id -> mayTry(ServiceJob.Kind.FILM, id))
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
