package app.keepsake.film.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sequence of clips and gaps with transitions between them.
 *
 * @param name for people and for export
 * @param kind pictures or sound
 * @param rate units a second of all its times
 */
public record Track(String name, Kind kind, int rate, List<TrackItem> items) {
    /** What a track carries. */
    public enum Kind {
        VIDEO,
        AUDIO
    }

    /** A clip or gap, the time it starts in the track, and the transitions around it. */
    public record Placed(TrackItem item, RationalTime start, Optional<Transition> before, Optional<Transition> after) {
        public RationalTime end() {
            return start.plus(item.duration());
        }

        /** First time at which it is seen, its head handle included. */
        public RationalTime visibleFrom() {
            return before.map(t -> start.minus(t.inOffset())).orElse(start);
        }

        /** First time at which it is seen no more, its tail handle included. */
        public RationalTime visibleTo() {
            return after.map(t -> end().plus(t.outOffset())).orElse(end());
        }
    }

    public Track {
        items = List.copyOf(items);
        for (TrackItem item : items) {
            if (item.duration().rate() != rate) {
                throw new IllegalArgumentException(
                        "Track %s counts %d units a second, found %s in it.".formatted(name, rate, item));
            }
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Transition) {
                check(name, items, i);
            }
        }
    }

    private static void check(String name, List<TrackItem> items, int index) {
        boolean between = index > 0
                && index + 1 < items.size()
                && !(items.get(index - 1) instanceof Transition)
                && !(items.get(index + 1) instanceof Transition);
        if (!between) {
            throw new IllegalArgumentException(
                    "Track %s: a transition stands between two clips or gaps, item %d does not."
                            .formatted(name, index));
        }
    }

    /** Length of all clips and gaps; transitions add nothing. */
    public RationalTime duration() {
        return items.stream().map(TrackItem::duration).reduce(new RationalTime(0, rate), RationalTime::plus);
    }

    /** Clips and gaps with the times at which they stand, in order. */
    public List<Placed> placed() {
        List<Placed> result = new ArrayList<>();
        RationalTime time = new RationalTime(0, rate);
        for (int i = 0; i < items.size(); i++) {
            TrackItem item = items.get(i);
            if (!(item instanceof Transition)) {
                result.add(new Placed(item, time, transition(i - 1), transition(i + 1)));
                time = time.plus(item.duration());
            }
        }
        return List.copyOf(result);
    }

    private Optional<Transition> transition(int index) {
        return index >= 0 && index < items.size() && items.get(index) instanceof Transition transition
                ? Optional.of(transition)
                : Optional.empty();
    }
}
