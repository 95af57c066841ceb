package app.keepsake.catalog.internal;

import app.keepsake.catalog.IndexTask;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Sharing;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Tasks in a table of db-scheduler, whose rows go when they are done; what became of them is in one beside it. */
final class PostgresSharing implements Sharing {
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int ATTEMPTS = 3;

    private final PostgresDatabase database;
    private final Clock clock;

    PostgresSharing(PostgresDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Indexing join() {
        return new SqlIndexing(database, () -> {}, clock);
    }

    @Override
    public Taking take(String kind, int threads, Work work) {
        OneTimeTask<String> type = Tasks.oneTime(descriptor(kind))
                .onFailure((failed, row) -> again(failed, row, work))
                .onDeadExecution((dead, row) -> again(dead, row, work))
                .execute((instance, context) -> {
                    IndexTask task = IndexTaskText.task(instance.getId(), instance.getData());
                    writeOutcome(task, work.look(task));
                });
        Duration ahead = database.ahead();
        Scheduler scheduler = Scheduler.create(database.connections(), type)
                .serializer(new IndexTaskText())
                .schedulerName(new SchedulerName.Fixed(
                        "process " + ProcessHandle.current().pid()))
                // Whose heart stopped, all machines must tell by the same clock.
                .clock(() -> Instant.now().plus(ahead))
                .threads(threads)
                // One more whenever a thread is free, and none to lie waiting, for whose life nobody would vouch.
                .pollUsingLockAndFetch(1 - 0.5 / threads, 1)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .build();
        scheduler.start();
        return scheduler::stop;
    }

    private static TaskDescriptor<String> descriptor(String kind) {
        return TaskDescriptor.of(kind, String.class);
    }

    private void again(ExecutionComplete ended, ExecutionOperations<String> row, Work work) {
        int attempts = ended.getExecution().consecutiveFailures + 1;
        if (attempts < ATTEMPTS) {
            row.reschedule(ended, ended.getTimeDone().plus(LATER));
            return;
        }
        TaskInstance<?> instance = ended.getExecution().taskInstance;
        IndexTask task = IndexTaskText.task(instance.getId(), (String) instance.getData());
        writeOutcome(task, work.giveUp(task, attempts));
        row.remove();
    }

    /** Of a task that was done twice, what became of it first stands. */
    private void writeOutcome(IndexTask task, IndexTask.Outcome outcome) {
        database.writeFile(session -> session.update("""
                INSERT INTO job_outcome (path, outcome) VALUES (?, ?)
                ON CONFLICT (path) DO NOTHING""", task.file().toString(), outcome.name()));
    }

    @Override
    public Map<Path, IndexTask.Outcome> handOut(
            String kind, List<IndexTask> tasks, BooleanSupplier stop, IntConsumer done) {
        Set<String> held = withdraw(kind);
        database.writeFile(session -> session.update("DELETE FROM job_outcome"));
        SchedulerClient client = SchedulerClient.Builder.create(database.connections())
                .serializer(new IndexTaskText())
                .build();
        List<SchedulableInstance<?>> rows = new ArrayList<>();
        for (IndexTask task : tasks) {
            String file = task.file().toString();
            if (!held.contains(file)) {
                // Due since long ago, one after the other.
                rows.add(descriptor(kind)
                        .instance(file)
                        .data(IndexTaskText.of(task))
                        .scheduledTo(Instant.EPOCH.plusMillis(rows.size())));
            }
        }
        client.scheduleBatch(rows.stream());
        while (!stop.getAsBoolean() && isWaiting(kind) && sleep()) {
            done.accept((int) database.read(session -> session.number("SELECT count(*) FROM job_outcome"))
                    .longValue());
        }
        withdraw(kind);
        return outcomes();
    }

    /** Takes back all tasks that nobody has, and tells those that somebody has. */
    private Set<String> withdraw(String kind) {
        return database.writeFile(session -> {
            session.update("DELETE FROM scheduled_tasks WHERE NOT picked");
            return new HashSet<>(session.list(
                    "SELECT task_instance FROM scheduled_tasks WHERE task_name = ?", row -> row.getString(1), kind));
        });
    }

    private boolean isWaiting(String kind) {
        return database.read(session -> session.number(
                        "SELECT count(*) FROM (SELECT 1 FROM scheduled_tasks WHERE task_name = ? LIMIT 1) any_row",
                        kind)
                > 0);
    }

    private Map<Path, IndexTask.Outcome> outcomes() {
        return database.read(session -> {
            Map<Path, IndexTask.Outcome> outcomes = new HashMap<>();
            session.each(
                    "SELECT path, outcome FROM job_outcome",
                    row -> outcomes.put(Path.of(row.getString(1)), IndexTask.Outcome.valueOf(row.getString(2))));
            return outcomes;
        });
    }

    private static boolean sleep() {
        try {
            Thread.sleep(LOOK);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
