package app.keepsake.operations.memories;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Showing;
import app.keepsake.memories.Explanation;
import app.keepsake.memories.Retelling;
import app.keepsake.memories.Storyteller;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Says why a memory is as it is. */
public final class ExplainMemory {
    private final Catalog catalog;
    private final Locale locale;

    /** @param locale of the reasons */
    public ExplainMemory(Catalog catalog, Locale locale) {
        this.catalog = catalog;
        this.locale = locale;
    }

    /**
     * As it is told on the day, or else as it was when it was last shown, or else with what was noted of its shots; empty
     * when there is no memory of that name.
     */
    public Optional<Explanation> of(String id, LocalDate day) {
        TellingBasis basis = TellingBasis.of(catalog, locale);
        Storyteller teller = basis.teller();
        Optional<Memory> kept = catalog.memories().find(id);
        return teller.explain(id, day, basis.choices())
                .or(() -> kept.flatMap(memory -> teller.explainAsked(memory, day, basis.choices())))
                .or(() -> lastShown(id, day).flatMap(shown -> teller.explain(id, shown, basis.choices())))
                .or(() -> kept.map(teller::explainAsTold))
                .flatMap(Retelling.of(catalog, locale)::explained);
    }

    private Optional<LocalDate> lastShown(String id, LocalDate day) {
        return catalog.memories().shownSince(day.minusYears(1)).stream()
                .filter(showing -> showing.memoryId().equals(id))
                .map(Showing::day)
                .max(Comparator.naturalOrder());
    }
}
