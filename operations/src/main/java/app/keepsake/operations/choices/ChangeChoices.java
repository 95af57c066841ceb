package app.keepsake.operations.choices;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ChoiceFile;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Withdrawal;
import java.util.List;
import java.util.Optional;

/** Makes choices about what memories may show, and takes them back. */
public final class ChangeChoices {
    private final Catalog catalog;
    private final Aftermath aftermath;

    /** @param aftermath of each change */
    public ChangeChoices(Catalog catalog, Aftermath aftermath) {
        this.catalog = catalog;
        this.aftermath = aftermath;
    }

    /** Choices that were made, and what followed. */
    public record Made(List<Choice> choices, Withdrawal.Effect effect) {
        public Made {
            choices = List.copyOf(choices);
        }
    }

    /** @throws IllegalArgumentException when there can be no such choice, saying why */
    public Made add(Choice.Stance stance, Subject subject, String note) {
        Choice made = catalog.choices().add(stance, subject, note);
        return new Made(List.of(made), aftermath.take());
    }

    /** All of them or none, besides those in force. */
    public Made addAll(List<ChoiceFile.Entry> entries) {
        List<Choice> made = catalog.choices().addAll(entries);
        return new Made(made, aftermath.take());
    }

    /** Takes one back; empty when none of that number is in force. */
    public Optional<Withdrawal.Effect> remove(long id) {
        return catalog.choices().remove(id) ? Optional.of(aftermath.take()) : Optional.empty();
    }
}
