package app.keepsake.server.internal.api;

import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.backup.Backup;
import app.keepsake.operations.backup.BackupFolder;
import app.keepsake.operations.backup.LibraryBackup;
import app.keepsake.operations.choices.Aftermath;
import app.keepsake.server.Errand;
import app.keepsake.server.internal.access.Access;
import app.keepsake.server.internal.http.RangedFile;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import app.keepsake.server.internal.work.BackgroundScheduler;
import app.keepsake.server.internal.work.Jobs;
import app.keepsake.server.internal.work.ServiceJob;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Backups of what the user said: taken, looked at, brought back. Who does so proves to know the password, since a backup
 * tells what is hidden. A process of its own reads and writes them: a file may come from anywhere.
 */
final class BackupRoutes {
    private static final int CHUNK = 1 << 16;

    private final Path root;
    private final Jobs jobs;
    private final BackgroundScheduler scheduler;
    private final Access access;
    private final Aftermath aftermath;

    BackupRoutes(Path root, Jobs jobs, BackgroundScheduler scheduler, Access access, Aftermath aftermath) {
        this.root = root;
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.access = access;
        this.aftermath = aftermath;
    }

    /** A backup in the library's folder. */
    record Kept(String name, long bytes) {}

    /** The newest first; {@code uploaded} is whether there is one that was sent here to be looked at. */
    record All(List<Kept> nightly, boolean uploaded) {}

    /** @param secrets whether passwords of places come along */
    record Taking(boolean secrets) {}

    /** A backup that was taken: its {@code name} to fetch it by, and what it holds. */
    record Taken(String name, Backup.Holdings holds, List<String> leftOut) {}

    /**
     * What to bring back.
     *
     * @param name of a backup
     * @param replace whether nothing of what was said here stays
     * @param folders where folders that the backup speaks of lie here
     */
    record Wanted(String name, boolean replace, Map<String, String> folders) {}

    /**
     * What a backup holds, and what bringing it back does, or would do.
     *
     * @param folders of photos that the backup watches, where they lay
     * @param before a backup of what was there before; empty where nothing was done
     */
    @SchemaName("BackupTold")
    record RestoreView(
            String made,
            String keepsake,
            boolean secrets,
            Backup.Holdings holds,
            List<String> leftOut,
            List<String> folders,
            LibraryBackup.Outcome outcome,
            String before) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/backups", "Backups that are kept here.", All.class, this::all),
                Endpoint.post("/api/backups", "Takes a backup.", Taking.class, Taken.class, this::take),
                Endpoint.get("/api/backups/{backup}", "A backup's file.", byte[].class, this::fetch),
                Endpoint.put(
                        "/api/backups/uploaded",
                        "Sends a backup's file here, to be looked at and brought back.",
                        byte[].class,
                        Void.class,
                        this::upload),
                Endpoint.post(
                        "/api/backups/look",
                        "What a backup holds, and what would change.",
                        Wanted.class,
                        RestoreView.class,
                        context -> restore(context, true)),
                Endpoint.post(
                        "/api/backups/restore",
                        "Brings a backup back, all of it or nothing.",
                        Wanted.class,
                        RestoreView.class,
                        context -> restore(context, false)));
    }

    private BackupFolder folder() {
        return new BackupFolder(root);
    }

    private void prove(Context context) {
        if (!access.isProven(context.cookie(DoorRoutes.COOKIE))) {
            throw new Problem(403, "proof", "Give the password again: a backup tells what is hidden.");
        }
    }

    private All all(Context context) throws IOException {
        return new All(
                folder().nightly().stream()
                        .map(file -> new Kept(
                                file.getFileName().toString(), file.toFile().length()))
                        .toList(),
                Files.exists(folder().uploaded()));
    }

    private Taken take(Context context) throws IOException {
        prove(context);
        Taking taking = Json.read(context.bodyAsBytes(), Taking.class);
        Path file = folder().asked();
        Errand errand = new Errand.Backup(file.toString(), taking.secrets());
        return resultOf(new ServiceJob.Order(ServiceJob.Kind.BACKUP, "", false, errand), Done.class)
                .taken();
    }

    /** What the command says. */
    record Done(String file, Backup.Holdings holds, List<String> leftOut) {
        Taken taken() {
            return new Taken(Path.of(file).getFileName().toString(), holds, leftOut);
        }
    }

    private @Nullable Object fetch(Context context) throws IOException {
        prove(context);
        String name = context.pathParam("backup");
        Path file = folder().named(name).orElseThrow(() -> Problem.notFound("a backup", name));
        context.header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"");
        RangedFile.send(
                context, file, "application/zip", file.getFileName().toString(), RangedFile.Keeping.NEVER, () -> true);
        if (context.status() == HttpStatus.OK) {
            // It was made to be taken away, and tells what is hidden.
            folder().forgetAsked(name);
        }
        return null;
    }

    private @Nullable Object upload(Context context) throws IOException {
        prove(context);
        try (InputStream in = context.bodyInputStream()) {
            folder().upload(out -> copy(in, out));
        }
        return null;
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long bytes = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            bytes += read;
            if (bytes > Backup.MOST_BYTES) {
                throw new Problem(
                        413,
                        "too-large",
                        "Expected a backup of at most %d MB, found more.".formatted(Backup.MOST_BYTES >> 20));
            }
            out.write(chunk, 0, read);
        }
    }

    private RestoreView restore(Context context, boolean look) throws IOException {
        prove(context);
        Wanted wanted = Json.read(context.bodyAsBytes(), Wanted.class);
        if (wanted.folders().containsValue(null)) {
            throw Problem.invalid("Expected texts as folders, found null.");
        }
        Path file = folder().named(wanted.name()).orElseThrow(() -> Problem.notFound("a backup", wanted.name()));
        Errand errand = new Errand.Restore(file.toString(), wanted.replace(), look, wanted.folders());
        RestoreView view =
                resultOf(new ServiceJob.Order(ServiceJob.Kind.RESTORE, "", false, errand), RestoreView.class);
        if (!look) {
            folder().forgetUploaded();
            Withdrawal.Effect ignored = aftermath.take();
            scheduler.lookIntoFolders();
        }
        return view;
    }

    private <T> T resultOf(ServiceJob.Order order, Class<T> type) {
        ServiceJob.Outcome outcome = jobs.run(order);
        if (outcome.state() != ServiceJob.State.DONE) {
            throw new Problem(422, "backup", outcome.message().orElse("It was stopped."));
        }
        JsonNode told = outcome.result().orElseThrow(() -> new Problem(422, "backup", "The backup gave no answer."));
        return Json.read(Json.bytes(told), type);
    }
}
