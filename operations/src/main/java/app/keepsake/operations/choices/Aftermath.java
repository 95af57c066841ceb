package app.keepsake.operations.choices;

import app.keepsake.memories.Withdrawal;

/** What follows at once when something was said that decides what may be shown. */
@FunctionalInterface
public interface Aftermath {
    /** @return what was withdrawn, or came back */
    Withdrawal.Effect take();
}
