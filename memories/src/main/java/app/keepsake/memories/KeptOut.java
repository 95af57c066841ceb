package app.keepsake.memories;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Choice;
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
    private final Words words;

    /**
     * @param choices in force
     * @param locale of the reasons
     */
    public KeptOut(List<Choice> choices, Locale locale) {
        this.rules = new Rules(choices, new Holidays());
        this.words = new Words(locale);
    }

    /** Why no memory may show this, one sentence; empty when it may be shown. */
    public Optional<String> why(AssetView asset) {
        return Reasons.whyNot(asset, rules, words);
    }
}
