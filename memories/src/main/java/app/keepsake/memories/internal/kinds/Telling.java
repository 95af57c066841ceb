package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.Insight;
import app.keepsake.memories.internal.rules.Rules;
import app.keepsake.memories.internal.words.PlaceNames;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** All that a kind may look at: the library, what the user allows, the day, and the language. */
public final class Telling {
    private static final Words ENGLISH = new Words(Locale.US);

    private final Insight insight;
    private final Rules rules;
    private final LocalDate today;
    private final Words words;
    private final BitSet allowed;

    public Telling(Insight insight, Rules rules, LocalDate today, Words words) {
        this.insight = insight;
        this.rules = rules;
        this.today = today;
        this.words = words;
        this.allowed = new BitSet();
        long lastDay = today.toEpochDay();
        for (Item item : insight.items()) {
            if (item.epochDay() <= lastDay && rules.allows(item)) {
                allowed.set(item.index());
            }
        }
    }

    public Insight insight() {
        return insight;
    }

    public Rules rules() {
        return rules;
    }

    public LocalDate today() {
        return today;
    }

    public Words words() {
        return words;
    }

    public PlaceNames places() {
        return new PlaceNames(words);
    }

    /** What an id calls the place of pictures, the same in all languages; empty when that is uncertain. */
    public String slug(List<Item> items) {
        return new PlaceNames(ENGLISH).of(items).orElse("");
    }

    /** Those that may be in a memory told today. */
    public List<Item> pool(List<Item> items) {
        return items.stream().filter(item -> allowed.get(item.index())).toList();
    }
}
