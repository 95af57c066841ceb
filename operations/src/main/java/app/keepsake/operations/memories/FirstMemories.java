package app.keepsake.operations.memories;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the memories of a library that is still being looked at, so that nobody waits for the last picture. */
public final class FirstMemories {
    private static final Logger LOG = LoggerFactory.getLogger(FirstMemories.class);

    private final Catalog catalog;
    private final FeatureMemories memories;
    private final int count;

    /**
     * @param locale of titles and reasons
     * @param count how many are featured today; 0 to tell nothing
     */
    public FirstMemories(Catalog catalog, Locale locale, int count) {
        this.catalog = catalog;
        this.memories = new FeatureMemories(catalog, locale);
        this.count = count;
    }

    /** Tells at the end of a look, unless something was told today. */
    public void tellIfNone() {
        if (catalog.memories().shownSince(LocalDate.now()).isEmpty()) {
            tell();
        }
    }

    /** Tells what is known by now. What cannot be told now is told when all is looked at. */
    public void tell() {
        if (count == 0) {
            return;
        }
        try {
            List<String> told = memories.on(LocalDate.now(), count).stream()
                    .map(memory -> memory.kind())
                    .toList();
            LOG.info("Of the first {} pictures are told: {}", catalog.assets().count(), told);
        } catch (CatalogException later) {
            LOG.warn("The first memories could not be told yet", later);
        }
    }
}
