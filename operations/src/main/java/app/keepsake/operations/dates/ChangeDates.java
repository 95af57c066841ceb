package app.keepsake.operations.dates;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.DateShift;
import app.keepsake.catalog.Dates;
import app.keepsake.catalog.Taken;
import app.keepsake.memories.Withdrawal;
import app.keepsake.operations.choices.Aftermath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes what the user says of when pictures were taken, of many at once. It counts before a method returns. */
public final class ChangeDates {
    private final Catalog catalog;
    private final Aftermath aftermath;

    /** @param aftermath of each change: choices may be about dates */
    public ChangeDates(Catalog catalog, Aftermath aftermath) {
        this.catalog = catalog;
        this.aftermath = aftermath;
    }

    /**
     * What was said, and what followed.
     *
     * @param saying empty when there were no pictures to say it of
     * @param left numbers of pictures that have no date that could be shifted, or none so far away
     */
    public record Changed(Optional<Dates.Saying> saying, List<Long> left, Withdrawal.Effect effect) {
        public Changed {
            left = List.copyOf(left);
        }
    }

    /** They were all taken then. */
    public Changed set(Which which, Taken date) {
        return say(which, view -> Optional.of(date));
    }

    /** The clock that dated them was wrong by this. */
    public Changed shift(Which which, DateShift shift) {
        return say(which, view -> shifted(view, shift));
    }

    private static Optional<Taken> shifted(AssetView view, DateShift shift) {
        try {
            return view.asset().facts().knownTaken().map(taken -> taken.shifted(shift));
        } catch (IllegalArgumentException beforePhotography) {
            return Optional.empty();
        }
    }

    private Changed say(Which which, Function<AssetView, Optional<Taken>> date) {
        Map<ContentHash, Taken> dates = new LinkedHashMap<>();
        List<Long> left = new ArrayList<>();
        which.each(catalog.assets(), view -> {
            date.apply(view)
                    .ifPresentOrElse(
                            taken -> dates.put(view.asset().hash(), taken),
                            () -> left.add(view.asset().id()));
        });
        if (dates.isEmpty()) {
            return new Changed(Optional.empty(), left, new Withdrawal.Effect(List.of(), List.of()));
        }
        Dates.Saying saying = catalog.dates().say(dates);
        return new Changed(Optional.of(saying), left, aftermath.take());
    }

    /** Something that was taken back, and what followed. */
    public record TakenBack(Dates.Saying saying, Withdrawal.Effect effect) {}

    /** Takes back what was said last; empty when nothing was said. */
    public Optional<TakenBack> undo() {
        return catalog.dates().sayings().stream().findFirst().flatMap(last -> undo(last.at()));
    }

    /** Takes back what was said at once then; empty when nothing was. */
    public Optional<TakenBack> undo(Instant at) {
        Optional<Dates.Saying> saying = catalog.dates().sayings().stream()
                .filter(one -> one.at().equals(at))
                .findFirst();
        return saying.filter(one -> catalog.dates().takeBack(one.at()))
                .map(one -> new TakenBack(one, aftermath.take()));
    }
}
