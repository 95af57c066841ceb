package app.keepsake.operations.memories;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogException;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.InForce;
import app.keepsake.memories.Library;
import app.keepsake.memories.Storyteller;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What memories are told from: choices, and a library read after them.
 *
 * @param revision while it stands, so does what was told
 */
record TellingBasis(long revision, List<Choice> choices, Storyteller teller) {
    private static final int ATTEMPTS = 20;

    static TellingBasis of(Catalog catalog, Locale locale) {
        InForce inForce = catalog.choices().inForce();
        return new TellingBasis(inForce.revision(), inForce.choices(), new Storyteller(Library.read(catalog), locale));
    }

    /**
     * Tells and writes, and does so again when something was decided meanwhile: what was said while memories were told is
     * in them.
     *
     * @param work gives nothing when what it was to write was no longer true
     * @throws CatalogException when it never was
     */
    static <T> T writing(Catalog catalog, Locale locale, Function<TellingBasis, Optional<T>> work) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<T> written = work.apply(of(catalog, locale));
            if (written.isPresent()) {
                return written.get();
            }
        }
        throw new CatalogException(
                "What memories may show changes faster than they can be told. Try again when the index run has ended.");
    }
}
