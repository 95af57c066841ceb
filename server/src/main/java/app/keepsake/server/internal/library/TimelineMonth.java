package app.keepsake.server.internal.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A month on the timeline: its pictures, the newest first, day for day, and what is needed to lay them out before they
 * are there. Immutable.
 */
public final class TimelineMonth {
    private static final int MOST_PLACES = 2;

    /**
     * Pictures of one day; or those of a month, of which no more is known.
     *
     * @param day "2024-05-03", or the month's own key
     * @param places where most of them were taken, at most two
     */
    public record Day(String day, int count, List<String> places) {
        public Day {
            places = List.copyOf(places);
        }
    }

    private final List<Day> days = new ArrayList<>();
    private final long[] ids;
    private final String shapes;
    private final String marks;
    private final int[] seconds;
    private final long cover;

    private TimelineMonth(Building month) {
        Pictures all = new Pictures();
        // Later days first; what is only known of the month, whose key is shorter, comes last.
        month.days.descendingMap().forEach((day, building) -> {
            days.add(new Day(day, building.pictures.count(), building.places()));
            all.addNewestFirst(building.pictures);
        });
        ids = all.ids();
        shapes = all.shapes();
        marks = all.marks();
        seconds = all.seconds();
        cover = month.cover;
    }

    public List<Day> days() {
        return List.copyOf(days);
    }

    public long[] ids() {
        return ids.clone();
    }

    public int count() {
        return ids.length;
    }

    /** Of each picture, a character, as {@link Shape} writes it. */
    public String shapes() {
        return shapes;
    }

    /** Of each picture, a digit: 1 for a clip, 2 for a photo that moves, 4 for a favourite, added. */
    public String marks() {
        return marks;
    }

    /** How long each lasts; 0 for photos. */
    public int[] seconds() {
        return seconds.clone();
    }

    /** The best of its pictures that memories may show; or the newest. */
    public long cover() {
        return cover;
    }

    /** One picture. @param worth how well it stands for others; below 0 for one that memories may not show */
    record Picture(long id, char shape, char mark, int seconds, double worth, String place) {}

    /** A month while pictures are added, the earliest first. Not thread-safe. */
    static final class Building {
        private final TreeMap<String, DayBuilding> days = new TreeMap<>();
        private double best = Double.NEGATIVE_INFINITY;
        private long cover;

        void add(String day, Picture picture) {
            days.computeIfAbsent(day, key -> new DayBuilding()).add(picture);
            if (picture.worth >= best) {
                best = picture.worth;
                cover = picture.id;
            }
        }

        TimelineMonth build() {
            return new TimelineMonth(this);
        }
    }

    private static final class DayBuilding {
        private final Pictures pictures = new Pictures();
        private final Map<String, Integer> places = new HashMap<>();

        void add(Picture picture) {
            pictures.add(picture.id, picture.shape, picture.mark, picture.seconds);
            if (!picture.place.isEmpty()) {
                places.merge(picture.place, 1, Integer::sum);
            }
        }

        List<String> places() {
            return places.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_PLACES)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
