package app.keepsake.operations.memories;

import app.keepsake.catalog.Catalog;
import app.keepsake.memories.Suggestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Finds what the user may want to decide: people who stopped appearing, days of something sad. */
public final class SuggestChoices {
    private final Catalog catalog;
    private final Locale locale;

    /** @param locale of the reasons */
    public SuggestChoices(Catalog catalog, Locale locale) {
        this.catalog = catalog;
        this.locale = locale;
    }

    public List<Suggestion> on(LocalDate day) {
        TellingBasis basis = TellingBasis.of(catalog, locale);
        return basis.teller().suggest(day, basis.choices());
    }
}
