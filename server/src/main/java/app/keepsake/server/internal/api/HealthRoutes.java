package app.keepsake.server.internal.api;

import app.keepsake.server.Errand;
import app.keepsake.server.internal.http.RangedFile;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.work.BackgroundScheduler;
import app.keepsake.server.internal.work.Jobs;
import app.keepsake.server.internal.work.ServiceJob;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Whether all is well, and an archive for whoever is asked to help when it is not. */
final class HealthRoutes {
    private final Jobs jobs;
    private final BackgroundScheduler scheduler;

    HealthRoutes(Jobs jobs, BackgroundScheduler scheduler) {
        this.jobs = jobs;
        this.scheduler = scheduler;
    }

    /**
     * One thing that was looked at.
     *
     * @param about a word: version, machine, disk, database, models, encoder, folders, work, next, today or problems
     * @param health well, note, or ill
     * @param words what was found, and what to do
     * @param language of the words, a code of two letters
     */
    record Finding(String about, String health, String words, String language) {}

    /** @param waitsFor why nothing is done by itself: battery, load, disk, heat */
    record Health(List<Finding> findings, List<String> waitsFor) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/health", "Whether all is well, in plain words.", Health.class, context -> health()),
                Endpoint.get(
                        "/api/health/report",
                        "A ZIP archive for a report of a fault, without names of people, places and files.",
                        byte[].class,
                        this::report));
    }

    private Health health() {
        List<Finding> findings = new ArrayList<>();
        for (String line : checkup("").lines()) {
            if (line.startsWith("{\"about\":")) {
                findings.add(finding(line));
            }
        }
        return new Health(findings, scheduler.against());
    }

    private static Finding finding(String line) {
        try {
            JsonNode told = Json.read(line);
            return new Finding(
                    told.path("about").asString(""),
                    told.path("health").asString(""),
                    told.path("words").asString(""),
                    told.path("language").asString("en"));
        } catch (JacksonException cutOff) {
            throw new Problem(500, "health", "The checkup was cut off. Try again.");
        }
    }

    private ServiceJob.Outcome checkup(String archive) {
        ServiceJob.Outcome outcome =
                jobs.run(new ServiceJob.Order(ServiceJob.Kind.CHECKUP, "", false, new Errand.Checkup(archive)));
        if (outcome.state() != ServiceJob.State.DONE) {
            throw new Problem(503, "health", outcome.message().orElse("It was stopped."));
        }
        return outcome;
    }

    private @Nullable Object report(Context context) throws IOException {
        Path file = Files.createTempFile("keepsake-report", ".zip");
        try {
            checkup(file.toString());
            context.header("Content-Disposition", "attachment; filename=\"keepsake-report.zip\"");
            RangedFile.send(
                    context,
                    file,
                    "application/zip",
                    file.getFileName().toString(),
                    RangedFile.Keeping.NEVER,
                    () -> true);
        } finally {
            Files.deleteIfExists(file);
        }
        return null;
    }
}
