package app.keepsake.memories;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.internal.Reasons;
import app.keepsake.memories.internal.rules.Rules;
import app.keepsake.memories.internal.words.Holidays;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets choices take effect on what was made already: memories on the shelf and rendered films. What shows something
 * that may not be shown any more is withdrawn, and films come back when nothing speaks against them any more.
 */
public final class Withdrawal {
    private final Catalog catalog;
    private final Rules rules;
    private final Words words;
    private final Map<Long, Optional<String>> reasons = new HashMap<>();

    private Withdrawal(Catalog catalog, Locale locale) {
        this.catalog = catalog;
        this.rules = new Rules(catalog.choices().all(), new Holidays());
        this.words = new Words(locale);
    }

    /**
     * What changed.
     *
     * @param films that were withdrawn or came back just now, as they are now
     * @param memories that were taken off the shelf
     */
    public record Effect(List<Film> films, List<Memory> memories) {}

    /** Applies the choices in force; to be called after each change of them. */
    public static Effect apply(Catalog catalog, Locale locale) {
        return new Withdrawal(catalog, locale).apply();
    }

    private Effect apply() {
        Map<String, Memory> shelf = new HashMap<>();
        List<Memory> all = catalog.memories().all();
        all.forEach(memory -> shelf.put(memory.id(), memory));
        List<Film> changed = new ArrayList<>();
        for (Film film : catalog.memories().films()) {
            Optional<String> because = against(shelf.get(film.memoryId()), film.assetIds());
            if (!because.equals(film.withdrawnBecause())) {
                catalog.memories().withdraw(film.path(), because);
                changed.add(film.withdrawn(because));
            }
        }
        List<Memory> gone = all.stream()
                .filter(memory -> against(
                                memory,
                                memory.shots().stream()
                                        .map(shot -> shot.assetId())
                                        .toList())
                        .isPresent())
                .toList();
        if (!gone.isEmpty()) {
            catalog.memories()
                    .replaceAll(all.stream()
                            .filter(memory -> !gone.contains(memory))
                            .toList());
        }
        return new Effect(List.copyOf(changed), gone);
    }

    private Optional<String> against(@Nullable Memory memory, List<Long> assets) {
        if (memory != null) {
            Optional<Choice> choice = rules.forbiddingKind(memory.kind());
            if (choice.isPresent()) {
                return choice.map(
                        never -> words.say("not.choice", never.subject().toText()));
            }
        }
        return assets.stream()
                .map(asset -> reasons.computeIfAbsent(asset, this::against))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> against(long asset) {
        Optional<AssetView> view = catalog.assets().view(asset);
        return view.isEmpty() ? Optional.empty() : Reasons.whyNot(view.get(), rules, words);
    }
}
