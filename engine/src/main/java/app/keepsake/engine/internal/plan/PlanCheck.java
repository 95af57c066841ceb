package app.keepsake.engine.internal.plan;

import app.keepsake.engine.LiveRange;
import app.keepsake.engine.MemoryPlan;
import app.keepsake.engine.ModelException;

/** Checks a plan pair by pair. Shares no code with the placement, so that one does not repeat the other's mistake. */
public final class PlanCheck {
    private PlanCheck() {}

    public static void validate(MemoryPlan plan) {
        for (int i = 0; i < plan.ranges().size(); i++) {
            LiveRange a = plan.ranges().get(i);
            long from = plan.offsets().get(i);
            if (from < 0 || from + a.size() > plan.size()) {
                throw new ModelException("The buffer '%s' at %d with size %d lies outside the arena of %d."
                        .formatted(a.id(), from, a.size(), plan.size()));
            }
            for (int j = 0; j < i; j++) {
                LiveRange b = plan.ranges().get(j);
                long other = plan.offsets().get(j);
                boolean sameTime = Math.max(a.lower(), b.lower()) < Math.min(a.upper(), b.upper());
                boolean samePlace = Math.max(from, other) < Math.min(from + a.size(), other + b.size());
                if (sameTime && samePlace) {
                    throw new ModelException("The buffers '%s' at %d and '%s' at %d overlap while both are needed."
                            .formatted(a.id(), from, b.id(), other));
                }
            }
        }
    }
}
