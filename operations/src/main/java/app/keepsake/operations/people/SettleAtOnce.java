package app.keepsake.operations.people;

import app.keepsake.catalog.Catalog;
import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.choices.Aftermath;
import java.util.Locale;

/**
 * Finds out who faces are by what was said, and withdraws what may not be shown any more. An index run that is at work does
 * the first when it ends.
 */
public final class SettleAtOnce implements Aftermath {
    private final Catalog catalog;
    private final Locale locale;
    private boolean isLeft;

    /** @param locale of the reasons for which films are withdrawn */
    public SettleAtOnce(Catalog catalog, Locale locale) {
        this.catalog = catalog;
        this.locale = locale;
    }

    /** Does what is left of what was said before, as by pages, which leave it to work in the background. */
    public void catchUp() {
        if (GroupPeople.isDue(catalog)) {
            Withdrawal.Effect ignored = take();
        }
    }

    @Override
    public Withdrawal.Effect take() {
        isLeft = !GroupPeople.now(catalog);
        return Withdrawal.apply(catalog, locale);
    }

    /** Whether an index run, which was at work, does the rest. */
    public boolean isLeftToIndexRun() {
        return isLeft;
    }
}
