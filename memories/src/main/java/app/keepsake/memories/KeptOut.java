package app.keepsake.memories;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.InForce;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.internal.Reasons;
import app.keepsake.memories.internal.rules.Rules;
import app.keepsake.memories.internal.words.Holidays;
import app.keepsake.memories.internal.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells which pictures no memory may show, and why: by a choice, a flag, or because they are hidden. Immutable. */
public final class KeptOut {
    private final Rules rules;
    private final Rules hiding;
    private final Words words;

    /**
     * @param choices in force, with what follows from who is hidden
     * @param locale of the reasons
     */
    public KeptOut(InForce choices, Locale locale) {
        this.rules = new Rules(choices.choices(), new Holidays());
        this.hiding = new Rules(whatHides(choices), new Holidays());
        this.words = new Words(locale);
    }

    private static List<Choice> whatHides(InForce choices) {
        boolean somebody = choices.choices().stream()
                .anyMatch(choice -> choice.id() == InForce.IMPLIED && choice.subject() instanceof Subject.OfPerson);
        return choices.choices().stream()
                .filter(choice -> choice.stance() == Choice.Stance.HIDE || (somebody && choice.id() == InForce.IMPLIED))
                .toList();
    }

    /** Why no memory may show this, one sentence; empty when it may be shown. */
    public Optional<String> why(AssetView asset) {
        return Reasons.whyNot(asset, rules, words);
    }

    /** Why no memory of this kind may be shown, one sentence; empty when it may be. */
    public Optional<String> whyKind(String kind) {
        return rules.forbiddingKind(kind).map(never -> Reasons.said(never, words));
    }

    /** Whether its owner hid it here, by itself. */
    public boolean isHiddenByChoice(AssetView asset) {
        return Reasons.forbidding(asset, hiding)
                .filter(choice -> choice.stance() == Choice.Stance.HIDE)
                .isPresent();
    }

    /**
     * Whether this is to be seen nowhere but among what is kept out: its owner hid it, or it shows somebody who is
     * hidden, or may do so.
     */
    public boolean hides(AssetView asset) {
        return asset.asset().facts().hidden()
                || Reasons.forbidding(asset, hiding).isPresent();
    }
}
