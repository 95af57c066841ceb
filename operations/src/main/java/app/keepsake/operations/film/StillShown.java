package app.keepsake.operations.film;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.film.CancelSignal;
import app.keepsake.memories.MayShow;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Stops a film that somebody may be watching when something in it is hidden, or its kind, by whomever. */
public final class StillShown implements CancelSignal {
    private static final long LOOK_NANOS = 100_000_000;

    private final MayShow mayShow;
    private final String kind;
    private final List<Long> assets;
    private final BooleanSupplier stopped;
    private volatile long lookedAt = System.nanoTime();
    private volatile boolean hidden;

    /** @param stopped whether it is to stop for another reason */
    public StillShown(Catalog catalog, Memory memory, Locale locale, BooleanSupplier stopped) {
        this.mayShow = new MayShow(catalog, locale);
        this.kind = memory.kind();
        this.assets = memory.shots().stream().map(Shot::assetId).toList();
        this.stopped = stopped;
    }

    @Override
    public boolean requested() {
        if (System.nanoTime() - lookedAt > LOOK_NANOS) {
            lookedAt = System.nanoTime();
            hidden = hidden || !mayShow.allows(kind, assets);
        }
        return hidden || stopped.getAsBoolean();
    }
}
