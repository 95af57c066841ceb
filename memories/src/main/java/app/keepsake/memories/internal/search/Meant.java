package app.keepsake.memories.internal.search;

import app.keepsake.memories.SearchAnswer.Sort;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What of a query is looked for by its look: all words but those of people, places, times, kinds of files and cameras,
 * which must hold in any case, as must what is excluded.
 *
 * @param words as they were written; empty when nothing is left to look for
 * @param held what must hold
 */
record Meant(String words, List<Query.Clause> held) {
    static final Meant NOTHING = new Meant("", List.of());

    private static final Set<Sort> HELD = EnumSet.of(Sort.PERSON, Sort.PLACE, Sort.DATE, Sort.KIND, Sort.CAMERA);

    static Meant of(Query query, String text) {
        List<Query.Clause> held = query.clauses().stream().filter(Meant::isHeld).toList();
        boolean isAny = held.size() < query.clauses().size() || !query.unknown().isEmpty() || query.waits();
        return new Meant(isAny ? rest(text, held) : "", held);
    }

    private static boolean isHeld(Query.Clause clause) {
        return clause.without()
                || clause.anyOf().stream().anyMatch(reading -> HELD.contains(reading.sort()) && !reading.begun());
    }

    private static String rest(String text, List<Query.Clause> held) {
        StringBuilder rest = new StringBuilder(text);
        for (Query.Clause clause : held) {
            for (Reading reading : clause.anyOf()) {
                for (int i = reading.from(); i < Math.min(reading.to(), rest.length()); i++) {
                    rest.setCharAt(i, ' ');
                }
            }
        }
        return rest.toString().replace('"', ' ').strip().replaceAll("\\s+", " ");
    }

    /** Those of some that fulfil what must hold. */
    BitSet among(Matching matching) {
        return matching.of(new Query(held, List.of(), false));
    }
}
