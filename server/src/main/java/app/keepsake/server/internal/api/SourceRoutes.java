package app.keepsake.server.internal.api;

import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.choices.Aftermath;
import app.keepsake.operations.sources.LastReading;
import app.keepsake.operations.sources.SavedSource;
import app.keepsake.operations.sources.SavedSources;
import app.keepsake.operations.sources.WantedSource;
import app.keepsake.server.Errand;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import app.keepsake.server.internal.work.BackgroundScheduler;
import app.keepsake.server.internal.work.Jobs;
import app.keepsake.server.internal.work.ServiceJob;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Places where other programs keep photos. The service itself talks to none of them: commands of their own do. Keys come
 * in, and are never told.
 */
final class SourceRoutes {
    private final SavedSources sources;
    private final Jobs jobs;
    private final BackgroundScheduler scheduler;
    private final Aftermath aftermath;

    SourceRoutes(SavedSources sources, Jobs jobs, BackgroundScheduler scheduler, Aftermath aftermath) {
        this.sources = sources;
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.aftermath = aftermath;
    }

    /**
     * A source that is set up.
     *
     * @param kind immich, photoprism or nextcloud
     * @param photos and clips that are known of it
     * @param left of those, whose pictures are still to be fetched
     * @param read when it was last read to its end, as of ISO 8601; empty for never
     * @param problem why it could not be read the last time; empty when it could
     */
    @SchemaName("SourceTold")
    record SourceView(
            String name,
            String kind,
            String address,
            boolean partners,
            boolean sharedAlbums,
            boolean favourites,
            int photos,
            int left,
            String read,
            String problem) {
        static SourceView of(SavedSource saved, LastReading last) {
            return new SourceView(
                    saved.name(),
                    saved.kind(),
                    saved.address(),
                    saved.partners(),
                    saved.sharedAlbums(),
                    saved.favourites(),
                    last.photos(),
                    last.left(),
                    last.at() == 0 ? "" : Instant.ofEpochMilli(last.at()).toString(),
                    last.problem());
        }
    }

    record All(List<SourceView> sources) {}

    /** A source to set up; the key of a Nextcloud is {@code NAME:PASSWORD}. */
    record Wanted(
            String name,
            String kind,
            String address,
            String key,
            boolean partners,
            boolean sharedAlbums,
            boolean favourites) {
        WantedSource stripped() {
            return new WantedSource(
                    name.strip(), kind, address.strip(), key.strip(), partners, sharedAlbums, favourites);
        }

        /** Without the key. */
        @Override
        public String toString() {
            return stripped().toString();
        }
    }

    /**
     * How a source answered.
     *
     * @param account whose photos these are; may be empty
     * @param missing permissions that reading needs and the key does not have
     * @param missingToWrite those that sending films and memories there needs
     */
    record Greeting(String program, String account, List<String> missing, List<String> missingToWrite) {}

    /** How a source answered that was set up, and all that there are now. */
    record Added(Greeting greeting, List<SourceView> sources) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/api/sources", "Where other programs keep photos.", All.class, context -> new All(views())),
                Endpoint.post(
                        "/api/sources",
                        "Asks a source whether it can be read, and sets it up when it lets in.",
                        Wanted.class,
                        Added.class,
                        this::add),
                Endpoint.post(
                        "/api/sources/{name}/test",
                        "Asks a source whether it can be read.",
                        Void.class,
                        Greeting.class,
                        context -> greet(new Errand.TestSource(named(context).name()))),
                Endpoint.delete(
                        "/api/sources/{name}",
                        "Forgets a source with all that was read of it; nothing is changed there.",
                        this::remove));
    }

    private List<SourceView> views() {
        return sources.all().stream()
                .map(saved -> SourceView.of(saved, sources.lastReading(saved)))
                .toList();
    }

    private Added add(Context context) {
        WantedSource wanted = Json.read(context.bodyAsBytes(), Wanted.class).stripped();
        try {
            wanted.check();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
        sources.find(wanted.name())
                .filter(there ->
                        !there.kind().equals(wanted.kind()) || !there.address().equals(wanted.address()))
                .ifPresent(there -> {
                    throw new Problem(
                            409,
                            "source",
                            "There is another source of the name %s. Call this one otherwise, or remove the other one first."
                                    .formatted(there.name()));
                });
        Greeting greeting = greet(new Errand.AddSource(wanted));
        scheduler.lookIntoFolders();
        return new Added(greeting, views());
    }

    private SavedSource named(Context context) {
        String name = context.pathParam("name");
        return sources.find(name).orElseThrow(() -> Problem.notFound("a source that is set up", name));
    }

    private @Nullable Object remove(Context context) {
        ServiceJob.Outcome ignored =
                Awaited.done(run(new Errand.RemoveSource(named(context).name())), "source");
        Withdrawal.Effect ignoredToo = aftermath.take();
        return null;
    }

    private Greeting greet(Errand errand) {
        JsonNode told = Awaited.answer(run(errand), "source", "The source gave no answer. Try again.");
        return Json.read(Json.bytes(told), Greeting.class);
    }

    private ServiceJob.Outcome run(Errand errand) {
        return jobs.run(new ServiceJob.Order(ServiceJob.Kind.SOURCE, "", false, errand));
    }
}
