package app.keepsake.server.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.memories.MayShow;
import app.keepsake.memories.Retelling;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.server.Errand;
import app.keepsake.server.Heard;
import app.keepsake.server.internal.disk.Disks;
import app.keepsake.server.internal.disk.StalledDisk;
import app.keepsake.server.internal.library.Films;
import app.keepsake.server.internal.work.Conditions.Readings;
import app.keepsake.simulator.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The background service's rules, with instruments and a clock that the test sets, and commands that do little. */
@Timeout(120)
final class BackgroundSchedulerTest {
    private static final Readings CALM = new Readings(false, 0, 2, 100L << 30, 45);

    private final SetClock clock = new SetClock();
    private volatile Readings readings = CALM;
    private Catalog catalog;
    private Commands commands;
    private Jobs jobs;
    private LiveFilmService liveFilms;
    private Films films;
    private Retelling memories;
    private Disks disks;
    private DurableFile<Settings> settings;
    private BackgroundScheduler scheduler;
    private boolean elsewhere;

    /** A clock that goes when it is told to. */
    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-05-03T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void open(@TempDir Path root) throws IOException {
        Path photos = Files.createDirectories(root.resolve("photos"));
        catalog = Catalog.open(root.resolve("catalog.db"));
        long asset = add(Files.writeString(photos.resolve("1.jpg"), "photo"));
        LocalDate day = LocalDate.of(2024, 5, 3);
        List<Shot> shots = List.of(new Shot(asset, Shot.Role.BODY, "it is sharp"));
        boolean stored = catalog.memories()
                .put(
                        List.of(
                                new Memory("lisbon", "trip", "Lisbon", "", day, day, 1, 0.5, shots, "1"),
                                new Memory("porto", "trip", "Porto", "", day, day, 0.5, 0.5, shots, "1")),
                        catalog.choices().revision());
        assertThat(stored).isTrue();
        commands = new Commands(root);
        settings = new DurableFile<>(root.resolve("settings.json"), Settings.class, Settings.INITIAL);
        settings.update(before -> Settings.INITIAL.withFolders(List.of(photos.toString())));
        jobs = new Jobs(commands, settings::read);
        MayShow mayShow = new MayShow(catalog, Locale.ENGLISH);
        liveFilms = new LiveFilmService(() -> List.of("false"), jobs, mayShow);
        films = new Films(catalog, commands, root);
        memories = new Retelling(catalog, () -> Locale.ENGLISH, mayShow);
        disks = new Disks(List::of);
        scheduler = scheduler(disks);
    }

    private BackgroundScheduler scheduler(Disks asked) {
        ScheduledExecutorService none = Executors.newSingleThreadScheduledExecutor();
        none.shutdown();
        Conditions conditions = new Conditions(() -> readings);
        return new BackgroundScheduler(
                catalog, memories, settings, jobs, films, liveFilms, asked, conditions, () -> elsewhere, clock, none);
    }

    private long add(Path file) throws IOException {
        AssetFacts facts = Photo.of(1, LocalDateTime.of(2024, 5, 3, 12, 0)).facts();
        try (Indexing indexing = catalog.beginIndexing()) {
            return indexing.add(file, new FileStamp(1, 1, 0), ContentHash.of(file), facts, "metadata 1", Findings.NONE)
                    .id();
        }
    }

    @AfterEach
    void close() {
        scheduler.close();
        liveFilms.close();
        disks.close();
        jobs.close();
        catalog.close();
    }

    /** Memories were shown today, as the real command notes. */
    private void markAllShown() {
        catalog.memories().shown(LocalDate.now(clock), catalog.memories().all());
    }

    /** Looks, and waits until what that ordered is over; gives all errands so far. */
    private List<String> look() throws IOException {
        scheduler.look();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!jobs.open().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000);
        }
        assertThat(jobs.open()).isEmpty();
        return commands.names();
    }

    @Test
    void tellsFirstThenLooksThenTellsAnewThenRenders() throws IOException {
        assertThat(look()).containsExactly("memories");
        markAllShown();
        assertThat(look()).containsExactly("memories", "index");
        assertThat(look()).containsExactly("memories", "index", "memories");
        assertThat(look()).containsExactly("memories", "index", "memories", "film");
        assertThat(commands.linesReceived().getLast()).contains("\"memory\":\"lisbon\"");
    }

    @Test
    void readsTheWritingInPhotosLastAndUntilNoneIsLeft() throws IOException {
        commands.let("texts", "echo '{\"task\":\"Reading\",\"done\":2,\"total\":3}'");
        assertThat(look()).containsExactly("memories");
        assertThat(look()).containsExactly("memories", "index");
        assertThat(look()).containsExactly("memories", "index", "memories");
        readings = new Readings(true, 0, 2, 100L << 30, 45);
        clock.pass(Duration.ofSeconds(61));
        assertThat(look()).as("not on battery").hasSize(3);
        readings = CALM;
        clock.pass(Duration.ofSeconds(61));
        assertThat(look()).hasSize(4).last().isEqualTo("texts");
        commands.let("texts", "echo '{\"task\":\"Reading\",\"done\":1,\"total\":1}'");
        assertThat(look()).as("one was left").hasSize(5).last().isEqualTo("texts");
        assertThat(look()).as("none is left").hasSize(5);
        clock.pass(Duration.ofMinutes(16));
        commands.let("texts", "echo '{\"task\":\"Reading\",\"done\":0,\"total\":1}'");
        assertThat(look()).last().isEqualTo("index");
        assertThat(look()).last().isEqualTo("memories");
        assertThat(look()).last().isEqualTo("texts");
        assertThat(look()).as("what cannot be reached is left for another time").hasSize(8);
    }

    @Test
    void looksWherePhotosAreReadElsewhereThanInFolders() throws IOException {
        markAllShown();
        settings.update(before -> Settings.INITIAL);
        assertThat(look()).doesNotContain("index");
        elsewhere = true;
        clock.pass(Duration.ofMinutes(16));
        assertThat(look()).last().isEqualTo("index");
        assertThat(commands.linesReceived().getLast()).contains("\"folders\":[]");
    }

    @Test
    void onBatteryOnAFullDiskAndInHeatItOnlyTells() throws IOException {
        for (Readings scarce : List.of(
                new Readings(true, 0, 2, 100L << 30, 45),
                new Readings(false, 0, 2, 1L << 30, 45),
                new Readings(false, 0, 2, 100L << 30, 95))) {
            clock.pass(Duration.ofDays(1));
            readings = scarce;
            int before = commands.names().size();
            assertThat(look()).hasSize(before + 1).last().isEqualTo("memories");
            markAllShown();
            scheduler.lookIntoFolders();
            assertThat(look()).hasSize(before + 1);
        }
        readings = CALM;
        clock.pass(Duration.ofSeconds(61));
        assertThat(look()).last().isEqualTo("index");
    }

    @Test
    void underLoadItLooksButDoesNotRender() throws IOException {
        markAllShown();
        readings = new Readings(false, 9, 2, 100L << 30, 45);
        assertThat(look()).containsExactly("index");
        assertThat(look()).containsExactly("index", "memories");
        assertThat(look()).containsExactly("index", "memories");
        assertThat(scheduler.against()).containsExactly("load");
        readings = CALM;
        assertThat(look()).as("the machine is looked at once a minute").hasSize(2);
        clock.pass(Duration.ofSeconds(61));
        assertThat(look()).containsExactly("index", "memories", "film");
    }

    @Test
    void foldersThatSomebodyHasJustNamedAreNotLookedAtWithTheLowestPriority() throws IOException {
        Path niceness = commands.folder().resolve("niceness");
        commands.let("index", "nice >>" + niceness);
        commands.let("memories", "nice >>" + niceness);
        markAllShown();
        look();
        look();
        scheduler.lookIntoFolders();
        look();
        look();
        clock.pass(Duration.ofDays(1));
        look();
        assertThat(Files.readAllLines(niceness))
                .extracting("19"::equals)
                .startsWith(true, true, false, false)
                .endsWith(true);
    }

    @Test
    void whyItWaitsIsLoggedOnce() throws IOException {
        markAllShown();
        try (Heard heard = new Heard()) {
            readings = new Readings(true, 0, 2, 100L << 30, 45);
            look();
            clock.pass(Duration.ofSeconds(61));
            look();
            assertThat(heard.lines()).containsOnlyOnce("INFO Background work waits for: battery");
        }
    }

    @Test
    void memoriesThatFailedAreToldAgainThatDayWhileTheRestGoesOn() throws IOException {
        commands.let("memories", "exit 1");
        assertThat(look()).containsExactly("memories");
        assertThat(look()).containsExactly("memories", "index");
        clock.pass(Duration.ofMinutes(9));
        assertThat(look()).containsExactly("memories", "index");
        commands.letBeDone("memories");
        clock.pass(Duration.ofMinutes(2));
        assertThat(look()).containsExactly("memories", "index", "memories");
        assertThat(look()).as("it is done for today").containsExactly("memories", "index", "memories", "texts");
    }

    @Test
    void memoriesThatGaveWayAreToldNext() throws IOException {
        commands.let("memories", "exec sleep 600");
        begin();
        jobs.giveWay();
        stopped();
        commands.letBeDone("memories");
        assertThat(look()).last().isEqualTo("memories");
        assertThat(jobs.find(2).orElseThrow().state()).isEqualTo(ServiceJob.State.DONE);
    }

    @Test
    void whatAPersonStoppedIsLeftAloneForAnHour() throws IOException {
        commands.let("memories", "exec sleep 600");
        begin();
        jobs.cancel(1);
        stopped();
        commands.letBeDone("memories");
        assertThat(look()).containsExactly("memories", "index");
        assertThat(look()).containsExactly("memories", "index");
        clock.pass(Duration.ofMinutes(59));
        assertThat(look()).containsExactly("memories", "index", "index");
        clock.pass(Duration.ofMinutes(2));
        assertThat(look()).containsExactly("memories", "index", "index", "memories");
    }

    /** Looks, and waits until what that ordered has begun. */
    private void begin() throws IOException {
        scheduler.look();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (commands.names().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    private void stopped() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!jobs.open().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000);
        }
        assertThat(jobs.find(1).orElseThrow().state()).isEqualTo(ServiceJob.State.STOPPED);
    }

    @Test
    void aFilmThatCannotBeMadeDoesNotHoldUpTheNext() throws IOException {
        markAllShown();
        assertThat(look()).containsExactly("index");
        assertThat(look()).containsExactly("index", "memories");
        commands.let("film", "exit 1");
        look();
        assertThat(commands.linesReceived().getLast()).contains("\"memory\":\"lisbon\"");
        look();
        assertThat(commands.linesReceived().getLast()).contains("\"memory\":\"porto\"");
        assertThat(look()).hasSize(5).last().isEqualTo("texts");
        clock.pass(Duration.ofMinutes(11));
        look();
        assertThat(commands.linesReceived().getLast()).contains("\"memory\":\"lisbon\"");
    }

    @Test
    void whatAPersonAskedForInVainHoldsNothingUp() throws IOException {
        commands.let("create", "exit 1");
        assertThat(jobs.run(new ServiceJob.Order(ServiceJob.Kind.CREATE, "x", false, new Errand.Create("x")))
                        .state())
                .isEqualTo(ServiceJob.State.FAILED);
        assertThat(look()).containsExactly("create", "memories");
        markAllShown();
        assertThat(look()).containsExactly("create", "memories", "index");
        assertThat(look()).hasSize(4);
        assertThat(look()).as("a film waits until it is quiet").hasSize(4);
        clock.pass(Duration.ofSeconds(21));
        assertThat(look()).last().isEqualTo("film");
    }

    @Test
    void anUploadHoldsNothingUp() throws IOException {
        commands.let("send", "exec sleep 600");
        ServiceJob upload = jobs.submit(new ServiceJob.Order(
                ServiceJob.Kind.SHARE, "lisbon", false, new Errand.Send("lisbon", "nas", "story", "gentle", "")));
        scheduler.look();
        assertThat(jobs.open()).extracting(ServiceJob::kind).contains(ServiceJob.Kind.MEMORIES);
        jobs.cancel(upload.id());
    }

    @Test
    void foldersAreLookedIntoWhenAPersonAsksAndNowAndThen() throws IOException {
        markAllShown();
        assertThat(look()).containsExactly("index");
        assertThat(look()).containsExactly("index", "memories");
        scheduler.lookIntoFolders();
        assertThat(look()).as("who asks is heard at once").last().isEqualTo("index");
        assertThat(look()).last().isEqualTo("memories");
        clock.pass(Duration.ofMinutes(16));
        assertThat(look()).as("now and then it looks by itself").last().isEqualTo("index");
    }

    @Test
    void doesNothingWhenItIsToldTo() throws IOException {
        settings.update(before -> new Settings(
                settings.read().folders(), "", false, 500, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(look()).isEmpty();
    }

    @Test
    void withoutFoldersItLooksIntoNone() throws IOException {
        settings.update(before -> Settings.INITIAL);
        markAllShown();
        assertThat(look()).containsExactly("film");
    }

    @Test
    void onBatteryItLooksWhenAPersonWantsIt() throws IOException {
        markAllShown();
        readings = new Readings(true, 0, 2, 100L << 30, 45);
        assertThat(look()).isEmpty();
        scheduler.lookNow();
        assertThat(look()).containsExactly("index");
        assertThat(look()).as("and what follows from it").containsExactly("index", "memories");
        clock.pass(Duration.ofMinutes(16));
        assertThat(look()).as("not by itself again").hasSize(2);
    }

    @Test
    void aFolderThatWasJustNamedGoesBeforeWhatIsBeingLookedInto(@TempDir Path other) throws IOException {
        markAllShown();
        commands.let("index", "exec sleep 600");
        begin();
        Path before = Path.of(settings.read().folders().getFirst());
        settings.update(now -> now.withFolders(List.of(before.toString(), other.toString())));
        scheduler.lookFirstInto(other);
        stopped();
        commands.letBeDone("index");
        look();
        assertThat(commands.linesReceived().getLast()).contains("\"folders\":[\"%s\",\"%s\"]".formatted(other, before));
        look();
        clock.pass(Duration.ofMinutes(16));
        look();
        assertThat(commands.linesReceived().getLast())
                .as("once")
                .contains("\"folders\":[\"%s\",\"%s\"]".formatted(before, other));
    }

    @Test
    void whatAFolderHeldStaysKnownWhileItIsGoneAndIsLookedIntoWhenItIsBack() throws IOException {
        markAllShown();
        look();
        look();
        Path folder = Path.of(settings.read().folders().getFirst());
        Path elsewhere = folder.resolveSibling("elsewhere");
        Files.move(folder, elsewhere);
        clock.pass(Duration.ofMinutes(16));
        int before = commands.names().size();
        look();
        assertThat(scheduler.away()).containsExactly(Map.entry(folder, FolderStanding.GONE));
        assertThat(commands.names().subList(before, commands.names().size())).doesNotContain("index");
        Files.createDirectory(folder);
        look();
        assertThat(scheduler.away()).containsExactly(Map.entry(folder, FolderStanding.EMPTY));
        assertThat(commands.names().subList(before, commands.names().size())).doesNotContain("index");
        Files.delete(folder);
        Files.move(elsewhere, folder);
        assertThat(look()).as("it is back").last().isEqualTo("index");
        assertThat(scheduler.away()).isEmpty();
    }

    @Test
    void aFolderThatAPersonHasEmptiedIsLookedIntoWhenTheySaySo() throws IOException {
        markAllShown();
        Path folder = Path.of(settings.read().folders().getFirst());
        Files.delete(folder.resolve("1.jpg"));
        assertThat(look()).doesNotContain("index");
        scheduler.lookNow();
        assertThat(look()).last().isEqualTo("index");
        assertThat(scheduler.away()).isEmpty();
    }

    @Test
    void aFolderThatIsWatchedNoMoreIsNoneThatDoesNotAnswer() {
        Path folder = Path.of(settings.read().folders().getFirst());
        CountDownLatch end = new CountDownLatch(1);
        try (Disks never = new Disks(List::of, Duration.ZERO, Duration.ofMinutes(10));
                BackgroundScheduler other = scheduler(never)) {
            assertThatThrownBy(() -> never.ask(folder, () -> {
                        end.await();
                        return true;
                    }))
                    .isInstanceOf(StalledDisk.class);
            other.look();
            assertThat(other.away()).containsExactly(Map.entry(folder, FolderStanding.SILENT));
            settings.update(before -> before.withFolders(List.of()));
            assertThat(other.away()).isEmpty();
        } finally {
            end.countDown();
        }
    }
}
