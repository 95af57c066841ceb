package app.keepsake.engine.internal.plan;

import app.keepsake.engine.internal.plan.SectionSearch.Answer;
import app.keepsake.engine.internal.plan.SectionSearch.Preference;

/**
 * Looks for the smallest arena that buffers fit into, by asking {@link SectionSearch} for one capacity after the other.
 * The bound itself is asked for first and longest, because most tables reach it; then the gap is halved. Each question is
 * put to all preferences in turn, with more and more steps.
 */
final class CapacitySearch {
    private static final int SHARE_FOR_BOUND = 2;
    private static final int QUESTIONS = 8;

    private final SectionSearch search;
    private final long[] sizes;
    private final long bound;
    private final Budget budget;
    private final long[] offsets;
    private long best;

    CapacitySearch(SectionSearch search, long[] sizes, long bound, Budget budget) {
        this.search = search;
        this.sizes = sizes;
        this.bound = bound;
        this.budget = budget;
        offsets = new long[sizes.length];
    }

    long[] offsets() {
        return offsets;
    }

    /** The size of the smallest arena found, or the given size if none is smaller. */
    long smallest(long known) {
        best = known;
        if (best <= bound || ask(bound, budget.left() / SHARE_FOR_BOUND) == Answer.FITS) {
            return best;
        }
        // What cannot be decided counts as too small until the gap is closed; then it is asked again with more steps.
        long impossible = bound;
        for (long share = QUESTIONS; best > impossible + 1 && budget.left() > 0; share = Math.max(2, share / 2)) {
            long low = impossible;
            while (best > low + 1 + bound / 1000 && budget.left() > 0) {
                long middle = low + (best - low) / 2;
                Answer answer = ask(middle, budget.left() / share);
                if (answer != Answer.FITS) {
                    low = middle;
                }
                if (answer == Answer.DOES_NOT_FIT) {
                    impossible = middle;
                }
            }
            if (best > impossible + 1 && ask(best - 1, budget.left() / share) == Answer.DOES_NOT_FIT) {
                return best;
            }
        }
        return best;
    }

    private Answer ask(long capacity, long steps) {
        long limit = 2L * sizes.length;
        for (long left = Math.max(limit, steps); left > 0; limit *= 2) {
            for (Preference preference : Preference.values()) {
                long before = budget.left();
                Answer answer = search.fits(capacity, preference, Math.min(limit, left), budget);
                if (answer == Answer.FITS) {
                    keep();
                }
                left -= before - budget.left();
                if (answer != Answer.UNKNOWN || left <= 0 || budget.left() <= 0) {
                    return answer;
                }
            }
        }
        return Answer.UNKNOWN;
    }

    private void keep() {
        best = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = search.offsets()[i];
            best = Math.max(best, offsets[i] + sizes[i]);
        }
    }
}
