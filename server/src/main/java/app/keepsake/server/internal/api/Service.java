package app.keepsake.server.internal.api;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Catalog;
import app.keepsake.memories.MayShow;
import app.keepsake.memories.Retelling;
import app.keepsake.memories.Withdrawal;
import app.keepsake.server.internal.access.Access;
import app.keepsake.server.internal.disk.Disks;
import app.keepsake.server.internal.disk.Originals;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.server.internal.library.Films;
import app.keepsake.operations.library.Settings;
import app.keepsake.server.internal.library.Snapshots;
import app.keepsake.server.internal.pictures.Thumbnails;
import app.keepsake.server.internal.share.Shares;
import app.keepsake.server.internal.work.BackgroundScheduler;
import app.keepsake.server.internal.work.Jobs;
import app.keepsake.server.internal.work.LiveFilmService;
import app.keepsake.share.SavedTargets;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.LoggerFactory;

/**
 * All that the API's routes need.
 *
 * @param memories as the user edited them, and as they may be shown
 * @param mayShow what is asked before anything of a film is shown
 */
public record Service(
        Path root,
        Catalog catalog,
        Retelling memories,
        MayShow mayShow,
        DurableFile<Settings> settings,
        Snapshots snapshots,
        Films films,
        Jobs jobs,
        LiveFilmService liveFilms,
        BackgroundScheduler scheduler,
        Thumbnails thumbnails,
        Disks disks,
        Originals originals,
        Access access,
        Shares shares,
        SavedTargets targets,
        Clock clock) {
    /** The user said something about what memories may show: lets it take effect, at once on what is there. */
    void choicesChanged() {
        liveFilms.stopWhatMayNotBeShown();
        Withdrawal.Effect effect = Withdrawal.apply(catalog, settings.read().locale());
        LoggerFactory.getLogger(Service.class)
                .info(
                        "Choices changed: {} films were withdrawn or came back, {} memories were withdrawn",
                        effect.films().size(),
                        effect.memories().size());
        snapshots.forget();
        scheduler.tellAnew();
    }

    /** Whether a picture is to be seen only by who gave the password again. */
    boolean isHidden(Asset asset) {
        return asset.facts().hidden() || catalog.people().mayBeHiddenOn(asset.id());
    }
}
