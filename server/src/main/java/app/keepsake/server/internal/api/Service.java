package app.keepsake.server.internal.api;

import app.keepsake.catalog.Catalog;
import app.keepsake.memories.MayShow;
import app.keepsake.memories.Meanings;
import app.keepsake.memories.Retelling;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.operations.sources.SavedSources;
import app.keepsake.server.internal.access.Access;
import app.keepsake.server.internal.disk.Disks;
import app.keepsake.server.internal.disk.Originals;
import app.keepsake.server.internal.folders.FolderTree;
import app.keepsake.server.internal.library.Films;
import app.keepsake.server.internal.library.Searches;
import app.keepsake.server.internal.library.Snapshots;
import app.keepsake.server.internal.pictures.Thumbnails;
import app.keepsake.server.internal.share.Shares;
import app.keepsake.server.internal.work.BackgroundScheduler;
import app.keepsake.server.internal.work.Jobs;
import app.keepsake.server.internal.work.LiveFilmService;
import app.keepsake.server.internal.work.WordVectors;
import app.keepsake.share.SavedTargets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The parts of the service, of which each group of routes gets those that it needs.
 *
 * @param memories as the user edited them, and as they may be shown
 * @param meanings of words that are nobody's name
 * @param vectors of words, by the owner's encoder
 * @param mayShow what is asked before anything of a film is shown
 */
public record Service(
        Path root,
        Catalog catalog,
        Retelling memories,
        MayShow mayShow,
        DurableFile<Settings> settings,
        Snapshots snapshots,
        Searches searches,
        Meanings meanings,
        WordVectors vectors,
        Films films,
        Jobs jobs,
        LiveFilmService liveFilms,
        BackgroundScheduler scheduler,
        Thumbnails thumbnails,
        Disks disks,
        Originals originals,
        FolderTree folders,
        Access access,
        Shares shares,
        SavedTargets targets,
        SavedSources sources,
        Clock clock) {}
