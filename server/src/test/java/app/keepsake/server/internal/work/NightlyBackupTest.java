package app.keepsake.server.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Said;
import app.keepsake.operations.backup.Backup;
import app.keepsake.operations.backup.BackupFolder;
import app.keepsake.operations.library.Settings;
import app.keepsake.server.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NightlyBackupTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    Path root;

    private final LinkedBlockingQueue<ServiceJob> over = new LinkedBlockingQueue<>();
    private boolean allowed = true;
    private Jobs jobs;
    private NightlyBackup nightly;

    @BeforeEach
    void begin() {
        jobs = new Jobs(new Doing(), () -> Settings.INITIAL);
        nightly = new NightlyBackup(new BackupFolder(root), () -> allowed, jobs, Clock.fixed(NOON, ZoneOffset.UTC));
        jobs.onChange(job -> {
            if (job.state().isOver()) {
                over.add(job);
            }
        });
    }

    @AfterEach
    void end() {
        nightly.close();
        jobs.close();
    }

    /** Commands that succeed and tell nothing. */
    private static final class Doing implements Program {
        @Override
        public List<String> command(String language, Part part) {
            return List.of("sh", "-c", "read line; echo \"$line\"");
        }

        @Override
        public List<String> moods() {
            return List.of();
        }

        @Override
        public String moodFor(Memory memory) {
            return "";
        }
    }

    @Test
    void isMadeOnceADay() throws IOException, InterruptedException {
        nightly.look();
        ServiceJob job = over.poll(60, TimeUnit.SECONDS);
        assertThat(job).isNotNull();
        assertThat(job.kind()).isEqualTo(ServiceJob.Kind.BACKUP);
        assertThat(job.background()).isTrue();
        nightly.look();
        assertThat(jobs.open()).isEmpty();
    }

    @Test
    void isNotMadeWhereThereIsOneOrNothingIsDoneByItself() throws IOException {
        allowed = false;
        nightly.look();
        assertThat(jobs.open()).isEmpty();
        allowed = true;
        Backup backup = new Backup(NOON, "0.1.0", false, Said.NOTHING, Map.of("language", "de"), List.of(), List.of());
        assertThat(new BackupFolder(root).keep(backup, LocalDate.of(2026, 11, 30)))
                .isPresent();
        nightly.look();
        assertThat(jobs.open()).isEmpty();
    }
}
