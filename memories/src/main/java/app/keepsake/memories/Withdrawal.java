package app.keepsake.memories;

import app.keepsake.catalog.Appearance;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Chapter;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets what decides what may be shown take effect on what was made already: memories on the shelf and rendered films. What
 * shows something that may not be shown any more is withdrawn, and films come back when nothing speaks against them any
 * more. What else is decided meanwhile, by whomever, takes effect too.
 */
public final class Withdrawal {
    /** While so much changes at once that films cannot come back, they stay away. */
    private static final int ATTEMPTS = 5;

    private final Catalog catalog;
    private final MayShow.Present rules;

    private Withdrawal(Catalog catalog, Locale locale) {
        this.catalog = catalog;
        this.rules = new MayShow(catalog, locale).now();
    }

    /**
     * What changed.
     *
     * @param films that were withdrawn or came back just now, as they are now
     * @param memories that were taken off the shelf
     */
    public record Effect(List<Film> films, List<Memory> memories) {}

    /**
     * Applies what is in force; to be called after each change of choices, of who is hidden or on a picture, and after
     * each index run.
     */
    public static Effect apply(Catalog catalog, Locale locale) {
        Map<Path, Film> films = new LinkedHashMap<>();
        Map<String, Memory> memories = new LinkedHashMap<>();
        boolean all = false;
        for (int i = 0; i < ATTEMPTS && !all; i++) {
            all = new Withdrawal(catalog, locale).apply(films, memories);
        }
        return new Effect(List.copyOf(films.values()), List.copyOf(memories.values()));
    }

    /** @return false when something was decided meanwhile */
    private boolean apply(Map<Path, Film> changed, Map<String, Memory> gone) {
        List<Memory> shelf = catalog.memories().all();
        List<Film> films = catalog.memories().films();
        Set<Long> assets = new HashSet<>();
        shelf.forEach(memory -> assets.addAll(assets(memory)));
        films.forEach(film -> assets.addAll(film.assetIds()));
        Map<Long, String> against = rules.against(assets);

        Map<String, Set<Long>> taken = new HashMap<>();
        for (Memory memory : shelf) {
            Set<Long> out = new HashSet<>(assets(memory));
            out.retainAll(against.keySet());
            boolean never = rules.againstKind(memory.kind()).isPresent();
            if (never || !out.isEmpty()) {
                taken.put(memory.id(), never ? Set.of() : out);
                gone.put(memory.id(), memory);
            }
        }
        Map<Path, Optional<String>> reasons = new HashMap<>();
        List<Film> back = new ArrayList<>();
        for (Film film : films) {
            Optional<String> because = rules.againstKind(film.kind()).or(() -> first(film.assetIds(), against));
            if (!because.equals(film.withdrawnBecause())) {
                reasons.put(film.path(), because);
                if (because.isPresent()) {
                    changed.put(film.path(), film.withdrawn(because));
                } else {
                    back.add(film.withdrawn(because));
                }
            }
        }
        boolean stands =
                (reasons.isEmpty() && taken.isEmpty() && catalog.choices().revision() == rules.revision())
                        || catalog.memories().withdraw(reasons, taken, rules.revision());
        if (stands) {
            back.forEach(film -> changed.put(film.path(), film));
        }
        return stands;
    }

    /**
     * Notes a film that was rendered, and that it may not be shown, if something in it was hidden while it was.
     *
     * @return the film as it was noted
     */
    public static Film rendered(Catalog catalog, Path film, Memory memory, List<Chapter> chapters, Locale locale) {
        return rendered(catalog, film, film, memory, chapters, List.of(), locale);
    }

    /** The same for a film that stands elsewhere, and takes its place as it is noted. @param appearances of its shots */
    public static Film rendered(
            Catalog catalog,
            Path part,
            Path film,
            Memory memory,
            List<Chapter> chapters,
            List<Appearance> appearances,
            Locale locale) {
        while (true) {
            MayShow.Present rules = new MayShow(catalog, locale).now();
            List<Long> assets = assets(memory);
            Optional<String> because = rules.againstKind(memory.kind()).or(() -> first(assets, rules.against(assets)));
            Optional<Film> noted =
                    catalog.memories().rendered(part, film, memory, chapters, appearances, because, rules.revision());
            if (noted.isPresent()) {
                return noted.get();
            }
        }
    }

    private static List<Long> assets(Memory memory) {
        return memory.shots().stream().map(Shot::assetId).toList();
    }

    private static Optional<String> first(Collection<Long> assets, Map<Long, String> against) {
        return assets.stream().filter(against::containsKey).map(against::get).findFirst();
    }
}
