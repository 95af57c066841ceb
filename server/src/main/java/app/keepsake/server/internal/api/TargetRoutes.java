package app.keepsake.server.internal.api;

import app.keepsake.catalog.Memory;
import app.keepsake.server.Errand;
import app.keepsake.server.internal.library.Films;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import app.keepsake.server.internal.work.Jobs;
import app.keepsake.server.internal.work.ServiceJob;
import app.keepsake.share.Preset;
import app.keepsake.share.SavedTargets;
import app.keepsake.share.SavedTargets.Saved;
import app.keepsake.share.TargetKind;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Places that films are sent to. Sending is a command of its own, as all heavy work. */
final class TargetRoutes {
    private static final int MOST_WORDS = 500;

    private final Films films;
    private final Jobs jobs;
    private final SavedTargets targets;
    private final Requests requests;

    TargetRoutes(Films films, Jobs jobs, SavedTargets targets, Requests requests) {
        this.films = films;
        this.jobs = jobs;
        this.targets = targets;
        this.requests = requests;
    }

    /** A place that is set up; what it was told stays with the service. */
    @SchemaName("TargetTargetTold")
    record TargetView(String name, String kind) {}

    /** A kind of places, and what it needs to be told. */
    @SchemaName("TargetKindTold")
    record KindView(String kind, List<TargetKind.Field> fields) {}

    /** All places, the kinds there are, and what films can be made for. */
    record All(List<TargetView> targets, List<KindView> kinds, List<Preset> presets) {}

    /** A place to set up. */
    record Wanted(String name, String kind, Map<String, String> values) {
        /** Without its values, of which some are secret. */
        @Override
        public String toString() {
            return name + ": " + kind;
        }
    }

    /** Where to send a memory's film, made for a preset; {@code words} go with it and may be empty. */
    record Sending(String target, String preset, String mood, String words) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/targets", "Places that films can be sent to.", All.class, context -> all()),
                Endpoint.post("/api/targets", "Sets up a place.", Wanted.class, All.class, this::add),
                Endpoint.delete("/api/targets/{target}", "Forgets a place.", this::remove),
                Endpoint.post(
                        "/api/memories/{memory}/send",
                        "Makes a memory's film for a place, and sends it there.",
                        Sending.class,
                        FilmRoutes.JobView.class,
                        this::send));
    }

    private All all() {
        return new All(
                targets.all().stream()
                        .map(saved -> new TargetView(saved.name(), saved.kind()))
                        .toList(),
                Arrays.stream(TargetKind.values())
                        .map(kind -> new KindView(kind.word(), kind.fields()))
                        .toList(),
                Preset.all());
    }

    private All add(Context context) {
        Wanted wanted = Json.read(context.bodyAsBytes(), Wanted.class);
        if (wanted.values().containsValue(null)) {
            throw Problem.invalid("Expected texts as values, found null.");
        }
        try {
            targets.add(new Saved(wanted.name(), wanted.kind(), wanted.values()));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
        return all();
    }

    private @Nullable Object remove(Context context) {
        String name = context.pathParam("target");
        if (!targets.remove(name)) {
            throw Problem.notFound("a place that is set up", name);
        }
        return null;
    }

    private FilmRoutes.JobView send(Context context) {
        Memory memory = requests.memory(context);
        Sending sending = Json.read(context.bodyAsBytes(), Sending.class);
        if (targets.find(sending.target()).isEmpty()) {
            throw Problem.notFound("a place that is set up", sending.target());
        }
        Preset preset =
                Preset.named(sending.preset()).orElseThrow(() -> Problem.notFound("a preset", sending.preset()));
        String mood = FilmRoutes.oneOf(films.moods(), sending.mood());
        if (sending.words().length() > MOST_WORDS) {
            throw Problem.invalid("Expected at most %d letters, found %d."
                    .formatted(MOST_WORDS, sending.words().length()));
        }
        context.status(202);
        return FilmRoutes.JobView.of(jobs.submit(new ServiceJob.Order(
                ServiceJob.Kind.SHARE,
                memory.id(),
                false,
                new Errand.Send(memory.id(), sending.target(), preset.name(), mood, sending.words()))));
    }
}
