package app.keepsake.engine.internal.plan;

import app.keepsake.engine.internal.plan.SectionSearch.Answer;
import app.keepsake.engine.internal.plan.SectionSearch.Preference;

/**
 * Looks for the smallest arena that buffers fit into, by asking {@link SectionSearch} for one capacity after the other:
 * first halving the gap between bound and best by easy questions, then long for the bound itself, because most tables
 * reach it, then halving again. Each question is put to all preferences in turn, with more and more steps.
 */
final class CapacitySearch {
    /** A question gets this part of the budget at first. */
    private static final int EASY = 32;

    private static final int HARD = 8;
    /** Gaps below this part of the bound are not halved. */
    private static final int FINENESS = 500;

    private final SectionSearch search;
    private final long[] sizes;
    private final long bound;
    private final Budget budget;
    private final long[] offsets;
    private long best;
    /** The largest capacity that is known to be too small. */
    private long impossible;

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
        impossible = bound - 1;
        closeIn(EASY);
        if (best > bound && impossible < bound && ask(bound, budget.left() / 2) == Answer.DOES_NOT_FIT) {
            impossible = bound;
        }
        for (int share = HARD; !isSolved() && budget.left() > 0; share = Math.max(2, share / 2)) {
            closeIn(share);
        }
        return best;
    }

    private boolean isSolved() {
        return best <= impossible + 1;
    }

    /** Halves the gap with a share of the budget for each question; what stays undecided counts as too small for now. */
    private void closeIn(int share) {
        long low = impossible;
        while (best > low + 1 && budget.left() > 0) {
            // The last question of a round is whether the best is the smallest.
            long gap = best - low;
            long middle = gap <= bound / FINENESS ? best - 1 : low + gap / 2;
            Answer answer = ask(middle, budget.left() / share);
            if (answer == Answer.DOES_NOT_FIT) {
                impossible = middle;
            }
            if (answer != Answer.FITS) {
                low = middle;
            }
        }
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
