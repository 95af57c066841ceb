package app.keepsake.server.internal.work;

import app.keepsake.operations.backup.BackupFolder;
import app.keepsake.server.Errand;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a backup be kept once a day, as soon as nothing else is done: at night where the machine runs at night, and else
 * soon after it was started.
 */
public final class NightlyBackup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final BackupFolder folder;
    private final BooleanSupplier allowed;
    private final Jobs jobs;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("nightly backup").daemon().factory());
    private volatile LocalDate doneOn = LocalDate.MIN;

    /** @param allowed whether the service may work by itself */
    public NightlyBackup(BackupFolder folder, BooleanSupplier allowed, Jobs jobs, Clock clock) {
        this.folder = folder;
        this.allowed = allowed;
        this.jobs = jobs;
        this.clock = clock;
        jobs.onChange(this::changed);
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::lookSafely, FIRST.toSeconds(), AGAIN.toSeconds(), TimeUnit.SECONDS);
    }

    /** Work that had to give way is done at the next look; what failed was told, and is tried again tomorrow. */
    private void changed(ServiceJob job) {
        if (job.kind() == ServiceJob.Kind.BACKUP
                && job.background()
                && (job.state() == ServiceJob.State.DONE || job.state() == ServiceJob.State.FAILED)) {
            doneOn = LocalDate.now(clock);
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (IOException | RuntimeException e) {
            LOG.error("Tonight's backup could not be begun; it is tried again in {} min", AGAIN.toMinutes(), e);
        }
    }

    void look() throws IOException {
        LocalDate today = LocalDate.now(clock);
        if (allowed.getAsBoolean() && !doneOn.equals(today) && jobs.open().isEmpty() && !folder.isKept(today)) {
            jobs.submit(new ServiceJob.Order(ServiceJob.Kind.BACKUP, "", true, new Errand.Nightly()));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
