package app.keepsake.memories.internal.search;

import java.util.List;

/**
 * What somebody looks for.
 *
 * @param clauses that all must hold; none for what says nothing
 * @param unknown words that are nothing here, as they were written
 * @param waits whether the meaning of some words is not known yet
 */
record Query(List<Clause> clauses, List<String> unknown, boolean waits) {
    Query {
        clauses = List.copyOf(clauses);
        unknown = List.copyOf(unknown);
    }

    /**
     * A part that must hold.
     *
     * @param anyOf of which one must
     * @param without whether none may instead
     */
    record Clause(List<Reading> anyOf, boolean without) {
        Clause {
            anyOf = List.copyOf(anyOf);
        }

        Condition condition() {
            Condition one = anyOf.size() == 1
                    ? anyOf.getFirst().condition()
                    : new Condition.Any(anyOf.stream().map(Reading::condition).toList());
            return without ? new Condition.Not(one) : one;
        }
    }
}
