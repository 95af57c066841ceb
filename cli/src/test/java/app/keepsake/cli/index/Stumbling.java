package app.keepsake.cli.index;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Fails over the first file that it is to read the facts of, and goes on as another reading. */
final class Stumbling implements FileReading {
    private final FileReading afterwards;
    private final Throwable failure;
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    /** @param failure an IOException or an Error */
    Stumbling(FileReading afterwards, Throwable failure) {
        this.afterwards = afterwards;
        this.failure = failure;
    }

    @Override
    public Map<Stage, String> versions() {
        return afterwards.versions();
    }

    @Override
    public AssetFacts facts(Path file) throws IOException {
        if (hasFailed.getAndSet(true)) {
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
