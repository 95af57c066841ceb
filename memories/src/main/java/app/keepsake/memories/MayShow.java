package app.keepsake.memories;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Film;
import app.keepsake.catalog.InForce;
import app.keepsake.catalog.Person;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What memories, films and links may show at present. It remembers what it looked at until something changes that decides
 * it, so that it can be asked at each reading. Safe for use by several threads.
 */
public final class MayShow {
    private final Catalog catalog;
    private final Locale locale;
    private volatile @Nullable Known known;

    /**
     * @param hidden finds the names of those who are hidden
     * @param reasons why not, by asset; empty for those that may be shown
     */
    private record Known(long revision, KeptOut rules, List<Pattern> hidden, Map<Long, Optional<String>> reasons) {}

    /** @param locale of the reasons */
    public MayShow(Catalog catalog, Locale locale) {
        this.catalog = catalog;
        this.locale = locale;
    }

    /** The rules as they are now. What they say of an asset is of this moment or of a later one. */
    Present now() {
        Known last = known;
        if (last == null || last.revision != catalog.choices().revision()) {
            InForce inForce = catalog.choices().inForce();
            last = new Known(
                    inForce.revision(), new KeptOut(inForce, locale), hiddenNames(), new ConcurrentHashMap<>());
            known = last;
        }
        return new Present(last);
    }

    /** As people write them: "anna", "Anna's" and "Annas", but not "Annabel". */
    private List<Pattern> hiddenNames() {
        return catalog.people().all().stream()
                .filter(Person::hidden)
                .flatMap(person -> person.name().stream())
                .map(name -> Pattern.compile(
                        "(?<!\\p{L})" + Pattern.quote(name) + "(?:['\u2019]?s)?(?!\\p{L})",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    /** Those of some assets that may not be shown, with the reasons. */
    public Map<Long, String> against(Collection<Long> assets) {
        return now().against(assets);
    }

    /** Whether a film may be shown, whatever was noted of it. */
    public boolean allows(Film film) {
        return film.withdrawnBecause().isEmpty() && allows(film.kind(), film.assetIds());
    }

    /** Whether what is told of a kind of memories, and shows these assets, may be shown. */
    public boolean allows(String kind, Collection<Long> assets) {
        Present present = now();
        return present.againstKind(kind).isEmpty() && present.against(assets).isEmpty();
    }

    /** Of one moment. */
    final class Present {
        private final Known rules;

        private Present(Known rules) {
            this.rules = rules;
        }

        long revision() {
            return rules.revision;
        }

        /** Why a kind of memories may not be told. */
        Optional<String> againstKind(String kind) {
            return rules.rules.whyKind(kind);
        }

        /**
         * Whether words name somebody who is hidden: what was told of her may show others by now, when pictures were
         * found not to be hers.
         */
        boolean namesTheHidden(String words) {
            return rules.hidden.stream().anyMatch(name -> name.matcher(words).find());
        }

        /** Those of some assets that may not be shown, with the reasons; what is not known any more is not shown. */
        Map<Long, String> against(Collection<Long> assets) {
            List<Long> unknown = assets.stream()
                    .distinct()
                    .filter(asset -> !rules.reasons.containsKey(asset))
                    .toList();
            if (!unknown.isEmpty()) {
                Map<Long, Optional<String>> found = new HashMap<>();
                for (AssetView view : catalog.assets().views(unknown)) {
                    found.put(view.asset().id(), rules.rules.why(view));
                }
                unknown.forEach(asset -> found.putIfAbsent(asset, Optional.of("")));
                rules.reasons.putAll(found);
            }
            Map<Long, String> against = new HashMap<>();
            for (long asset : assets) {
                Objects.requireNonNull(rules.reasons.get(asset)).ifPresent(why -> against.put(asset, why));
            }
            return against;
        }
    }
}
