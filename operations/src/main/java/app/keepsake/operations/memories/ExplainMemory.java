package app.keepsake.operations.memories;

import app.keepsake.catalog.Catalog;
import app.keepsake.memories.Explanation;
import app.keepsake.memories.Retelling;
import app.keepsake.memories.Storyteller;
import java.time.LocalDate;
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

    /** Empty when no memory of that name can be told on the day. */
    public Optional<Explanation> of(String id, LocalDate day) {
        TellingBasis basis = TellingBasis.of(catalog, locale);
        Storyteller teller = basis.teller();
        return teller.explain(id, day, basis.choices())
                .or(() -> catalog.memories()
                        .find(id)
                        .flatMap(memory -> teller.explainAsked(memory, day, basis.choices())))
                .flatMap(Retelling.of(catalog, locale)::explained);
    }
}
