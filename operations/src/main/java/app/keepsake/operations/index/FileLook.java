package app.keepsake.operations.index;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetFile;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.IndexTask;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Sharing;
import app.keepsake.catalog.Stage;
import app.keepsake.media.MediaException;
import app.keepsake.operations.disk.DiskWatch;
import app.keepsake.operations.disk.NoAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Looks at files and notes what it found, or what is wrong with them. Safe for use by several threads. */
final class FileLook implements Sharing.Work {
    /** The version of a problem that another run may not have: no reader's, so that the file is read again. */
    private static final String TRIED_AGAIN = "passing";

    private static final int KIND_LENGTH = 12;

    /** A file over which so many processes died is not opened any more. */
    private static final int MOST_DEATHS = 3;

    private final Catalog catalog;
    private final Indexing indexing;
    private final FileReading reading;
    private final DiskWatch disks;
    private final UnaryOperator<Path> here;
    private final String readerVersion;

    /** @param here where a file lies that the catalog knows under the given path */
    FileLook(Catalog catalog, Indexing indexing, FileReading reading, DiskWatch disks, UnaryOperator<Path> here) {
        this.catalog = catalog;
        this.indexing = indexing;
        this.reading = reading;
        this.disks = disks;
        this.here = here;
        this.readerVersion = readerVersion(reading);
    }

    static String readerVersion(FileReading reading) {
        return reading.versions().getOrDefault(Stage.METADATA, "0");
    }

    /** What tasks are called that only a Keepsake does which finds the same in them. */
    static String kind(FileReading reading) {
        String versions = new TreeMap<>(reading.versions()).toString();
        return "look "
                + ContentHash.ofContent(versions.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, KIND_LENGTH);
    }

    @Override
    public IndexTask.Outcome look(IndexTask task) {
        // Noted before anything of it is opened: a process that dies now can say nothing any more.
        int deaths = indexing.take(task.file(), task.stamp());
        if (deaths >= MOST_DEATHS) {
            return giveUp(task, deaths);
        }
        FileReading suited = deaths == 0 ? reading : reading.careful();
        try {
            return task.assetId().isPresent() ? again(task, task.assetId().getAsLong(), suited) : first(task, suited);
        } catch (NoAnswer stalled) {
            // Nothing is wrong with the file: it is looked at when its disk answers.
            indexing.leave(task.file());
            return IndexTask.Outcome.UNSEEN;
        } catch (IOException e) {
            // What no reader says of a file's content, the disk says, which may be there again at the next run.
            boolean passing = !(e instanceof MediaException media) || media.isPassing();
            return problem(task.file(), task.stamp(), reasonOf(e), passing ? TRIED_AGAIN : readerVersion);
        }
    }

    private IndexTask.Outcome first(IndexTask task, FileReading suited) throws IOException {
        Path file = here.apply(task.file());
        ContentHash hash = disks.ask(file, () -> ContentHash.of(file));
        Optional<Asset> known = catalog.assets().find(hash);
        if (known.isPresent()) {
            // The stamp comes last: whoever dies before has not looked at the file, and the next run does.
            if (task.newSidecar() || task.stamp().sidecarMillis() != 0) {
                long id = known.get().id();
                AssetFacts facts = facts(task, id, suited);
                // The clip of a live photo came, or went. The facts come last, since they tell that it did.
                if (!facts.movement().equals(known.get().facts().movement())) {
                    indexing.update(id, disks.ask(file, () -> suited.findings(file, facts)));
                }
                indexing.updateFacts(id, facts, readerVersion);
            }
            if (indexing.link(task.file(), task.stamp(), hash)) {
                return IndexTask.Outcome.MOVED;
            }
        }
        AssetFacts facts = disks.ask(file, () -> suited.facts(file));
        Findings findings = disks.ask(file, () -> suited.findings(file, facts));
        indexing.add(task.file(), task.stamp(), hash, facts, readerVersion, findings);
        return IndexTask.Outcome.ANALYSED;
    }

    /** Looks at what is known, where a newer version of a stage has come. */
    private IndexTask.Outcome again(IndexTask task, long assetId, FileReading suited) throws IOException {
        Path file = here.apply(task.file());
        AssetFacts facts = facts(task, assetId, suited);
        indexing.updateFacts(assetId, facts, readerVersion);
        indexing.update(assetId, disks.ask(file, () -> suited.findings(file, facts)));
        indexing.leave(task.file());
        return IndexTask.Outcome.ANALYSED;
    }

    /** What a file tells; hidden is what any file of the same content is, whatever the others' sidecars say. */
    private AssetFacts facts(IndexTask task, long assetId, FileReading suited) throws IOException {
        Path file = here.apply(task.file());
        AssetFacts facts = disks.ask(file, () -> suited.facts(file));
        for (AssetFile other : catalog.files().holding(assetId)) {
            Path there = here.apply(other.path());
            boolean isOther = !other.missing() && !other.path().equals(task.file());
            if (!facts.hidden()
                    && isOther
                    && disks.ask(there, () -> Files.isRegularFile(there) && isHidden(there, assetId))) {
                return facts.withHidden();
            }
        }
        return facts;
    }

    private boolean isHidden(Path file, long assetId) {
        try {
            return reading.facts(file).hidden();
        } catch (IOException unreadable) {
            // Nobody may look at it at all in this run, since it did not change: what it said before stands.
            return catalog.assets()
                    .find(assetId)
                    .map(asset -> asset.facts().hidden())
                    .orElse(false);
        }
    }

    @Override
    public IndexTask.Outcome giveUp(IndexTask task, int attempts) {
        FileStamp stamp = task.stamp();
        return problem(
                task.file(),
                // Also a fresh file is not looked at once more: it would cost the next process its life.
                new FileStamp(stamp.size(), stamp.modifiedMillis(), stamp.sidecarMillis()),
                "expected a photo or clip that can be looked at, found one over which %d attempts failed or died."
                        .formatted(attempts),
                readerVersion);
    }

    IndexTask.Outcome problem(Path file, FileStamp stamp, String reason, String version) {
        return indexing.problem(file, stamp, reason, version)
                ? IndexTask.Outcome.PROBLEM
                : IndexTask.Outcome.KNOWN_PROBLEM;
    }

    private static String reasonOf(IOException problem) {
        if (problem instanceof MediaException media) {
            return media.reason();
        }
        return "expected a readable file, found %s. Check its permissions and its disk."
                .formatted(problem.getClass().getSimpleName());
    }
}
