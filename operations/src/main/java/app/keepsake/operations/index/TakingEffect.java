package app.keepsake.operations.index;

import app.keepsake.catalog.Catalog;
import app.keepsake.memories.Withdrawal;
import java.util.Locale;

/**
 * Withdraws, at the end of an index run however it ends, what must not be shown any more: sidecars may say now that photos
 * are hidden, folders may have got a .nomedia, and faces may have turned out to be somebody's who is hidden.
 */
record TakingEffect(Catalog catalog) implements AutoCloseable {
    @Override
    public void close() {
        Withdrawal.Effect ignored = Withdrawal.apply(catalog, Locale.getDefault());
    }
}
