package app.keepsake.operations.sources;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.ShownFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows originals in a film where it needs more pixels than the previews of sources have. It is decided before, by the
 * previews, so that only pixels are others; and where an original is not to be had, the film shows the preview.
 */
public final class FilmOriginals {
    private static final Logger LOG = LoggerFactory.getLogger(FilmOriginals.class);

    /** What has so much of the pixels that are wanted is large enough: more would not be seen. */
    private static final double NEARLY = 0.95;

    private final SavedSources sources;
    private final long limit;
    private final Clock clock;

    public FilmOriginals(SavedSources sources) {
        this(sources, OriginalsFolder.LIMIT, Clock.systemUTC());
    }

    /** @param limit bytes that are kept of each source */
    FilmOriginals(SavedSources sources, long limit, Clock clock) {
        this.sources = sources;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * The same film, with originals where they are needed. This may take minutes, the first time.
     *
     * @param stop asked before each is fetched; then the rest are previews
     */
    public FilmPlan in(FilmPlan plan, BooleanSupplier stop) {
        List<ShownFile> small = ShownFile.of(plan).stream()
                .filter(shown -> shown.longSide() < NEARLY * shown.wanted())
                .toList();
        if (small.isEmpty()) {
            return plan;
        }
        Map<Path, Path> instead = new HashMap<>();
        try {
            for (SavedSource saved : sources.all()) {
                instead.putAll(instead(saved, small, stop));
            }
        } catch (UncheckedIOException e) {
            LOG.warn("The film shows previews: {}", e.getMessage());
        }
        // What was found first may have been hidden since.
        instead.values().removeIf(original -> !Files.isReadable(original));
        return ShownFile.replaced(plan, instead);
    }

    private Map<Path, Path> instead(SavedSource saved, List<ShownFile> small, BooleanSupplier stop) {
        Map<Path, Path> instead = new HashMap<>();
        try (FetchOriginals fetch =
                new FetchOriginals(sources, saved, new OriginalsFolder(sources.folder(saved), limit, clock))) {
            for (ShownFile shown : small) {
                fetch.of(shown, stop)
                        .ifPresent(original -> instead.put(shown.shot().file(), original));
            }
        }
        return instead;
    }
}
