package app.keepsake.server.internal.api;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.server.Errand;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.SchemaName;
import app.keepsake.server.internal.work.BackgroundScheduler;
import app.keepsake.server.internal.work.Jobs;
import app.keepsake.server.internal.work.ServiceJob;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The owner's encoder of pictures and texts. The service itself opens none of its files: commands of their own do. */
final class EncoderRoutes {
    private final Catalog catalog;
    private final DurableFile<Settings> settings;
    private final Jobs jobs;
    private final BackgroundScheduler scheduler;

    EncoderRoutes(Catalog catalog, DurableFile<Settings> settings, Jobs jobs, BackgroundScheduler scheduler) {
        this.catalog = catalog;
        this.settings = settings;
        this.jobs = jobs;
        this.scheduler = scheduler;
    }

    /**
     * How it stands.
     *
     * @param folder of its files, empty where none is set
     * @param seen how many photos it has seen
     * @param unseen how many it is still to see
     */
    @SchemaName("EncoderTold")
    record EncoderView(String folder, long seen, long unseen) {}

    /** A folder on the machine of the service. */
    record Chosen(String folder) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/api/encoder",
                        "The encoder that finds pictures by meaning.",
                        EncoderView.class,
                        context -> view()),
                Endpoint.put(
                        "/api/encoder",
                        "Tries the encoder in a folder, and sets it when it can be used.",
                        Chosen.class,
                        EncoderView.class,
                        this::use),
                Endpoint.delete("/api/encoder", "Takes it away, with all that it said of photos.", this::drop));
    }

    private EncoderView view() {
        Optional<Settings.Encoder> set = settings.read().encoder();
        return set.map(encoder -> new EncoderView(
                        encoder.folder(),
                        catalog.encodings().count(encoder.version()),
                        catalog.encodings()
                                .countUnread(encoder.version(), catalog.assets().unseen())))
                .orElse(new EncoderView("", 0, 0));
    }

    private EncoderView use(Context context) {
        String folder = Json.read(context.bodyAsBytes(), Chosen.class).folder().strip();
        run(new Errand.UseEncoder(folder));
        scheduler.encodeAnew();
        return view();
    }

    private @Nullable Object drop(Context context) {
        run(new Errand.DropEncoder());
        return null;
    }

    private void run(Errand errand) {
        ServiceJob.Outcome ignored =
                Awaited.done(jobs.run(new ServiceJob.Order(ServiceJob.Kind.ENCODER, "", false, errand)), "encoder");
    }
}
