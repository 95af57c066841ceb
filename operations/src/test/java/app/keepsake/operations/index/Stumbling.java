package app.keepsake.operations.index;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Fails over the first file that it is to read the facts of, or over a certain one, and goes on as another reading. */
final class Stumbling implements FileReading {
    private final FileReading afterwards;
    private final Predicate<Path> where;
    private final Throwable failure;
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    /** @param failure an IOException or an Error */
    Stumbling(FileReading afterwards, Throwable failure) {
        this(afterwards, file -> true, failure);
    }

    /** @param where the file that it fails over */
    Stumbling(FileReading afterwards, Path where, Throwable failure) {
        this(afterwards, where::equals, failure);
    }

    private Stumbling(FileReading afterwards, Predicate<Path> where, Throwable failure) {
        this.afterwards = afterwards;
        this.where = where;
        this.failure = failure;
    }

    @Override
    public Map<Stage, String> versions() {
        return afterwards.versions();
    }

    @Override
    public AssetFacts facts(Path file) throws IOException {
        if (!where.test(file) || hasFailed.getAndSet(true)) {
            return afterwards.facts(file);
        }
        if (failure instanceof IOException told) {
            throw told;
        }
        throw (Error) failure;
    }

    @Override
    public Findings findings(Path file, AssetFacts facts) throws IOException {
        return afterwards.findings(file, facts);
    }
}
