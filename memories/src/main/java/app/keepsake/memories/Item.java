package app.keepsake.memories;

import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Location;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Taken;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An asset as memories see it: small, because a library may have half a million. Lists and names are shared between
 * items. Equal to another only if it is the same asset.
 *
 * @param index position in the library, in order of time
 * @param id the catalog's number
 * @param hash identity
 * @param wallMillis the camera's wall-clock time, milliseconds since 1970-01-01T00:00
 * @param lastDay the last day on which it may have been taken, as {@link #epochDay}: that day itself where the day is known
 * @param timed whether a time of day is known; it stands at noon without
 * @param print whether it shows a print or film from an album: a scan, or older than cameras with clocks
 * @param location where it was taken, or null
 * @param place that location's name, or null
 * @param folder of its first file
 * @param clip whether it moves
 * @param aspect width divided by height
 * @param seconds duration, 0 for photos
 * @param quality 0 to 1; 0.5 if unknown, and less of a small picture
 * @param sharpness 0 to 1; 1 if unknown
 * @param exposure 0 to 1; 1 if unknown
 * @param look perceptual hash; 0 if unknown
 * @param colours colour layout; 0 if unknown
 * @param favourite marked by the owner
 * @param hidden by the owner
 * @param burst what the shots of a burst share, or null
 * @param faces how many, of those of which the detector is sure or that belong to a person
 * @param smile the mean of the faces' probabilities; 0 if unknown
 * @param people numbers of those who are on it, ascending
 * @param tags names, most confident first
 * @param mundane probability of the likeliest mundane flag
 * @param sensitive probability of the likeliest sensitive flag
 * @param flag the likeliest flag, or null
 */
public record Item(
        int index,
        long id,
        ContentHash hash,
        long wallMillis,
        long lastDay,
        boolean timed,
        boolean print,
        @Nullable Location location,
        @Nullable Place place,
        String folder,
        boolean clip,
        float aspect,
        float seconds,
        float quality,
        float sharpness,
        float exposure,
        long look,
        long colours,
        boolean favourite,
        boolean hidden,
        @Nullable String burst,
        int faces,
        float smile,
        List<Long> people,
        List<String> tags,
        float mundane,
        float sensitive,
        Flag.@Nullable Kind flag) {
    private static final long DAY_MILLIS = 86_400_000;
    /** Photos taken before four in the morning belong to the evening before. */
    private static final long DAY_BEGINS_MILLIS = 4 * 3_600_000;

    /** What everybody's pictures show all the time. */
    private static final Set<String> UNREMARKABLE = Set.of(
            "person",
            "indoors",
            "outdoors",
            "chair",
            "couch",
            "dining table",
            "bench",
            "bottle",
            "cup",
            "bowl",
            "tie",
            "handbag",
            "backpack",
            "tv",
            "laptop",
            "cell phone",
            "book",
            "vase",
            "clock",
            "traffic light",
            "vehicle",
            "animal");

    /** What rooms and desks show that nobody takes for a memory. */
    private static final Set<String> HOUSEHOLD = Set.of(
            "kitchen",
            "bedroom",
            "living room",
            "office",
            "bed",
            "toilet",
            "sink",
            "refrigerator",
            "oven",
            "microwave",
            "toaster",
            "keyboard",
            "mouse",
            "remote",
            "scissors",
            "hair drier",
            "toothbrush");

    /** Whether a tag tells nothing of a picture that others do not have. */
    public static boolean isUnremarkable(String tag) {
        return UNREMARKABLE.contains(tag);
    }

    /** The surest tag that is worth a word. */
    public Optional<String> mainTag() {
        // A loop, because this is asked of every picture of a library again and again.
        for (String tag : tags) {
            if (!UNREMARKABLE.contains(tag) && !HOUSEHOLD.contains(tag)) {
                return Optional.of(tag);
            }
        }
        return Optional.empty();
    }

    /** A room or a desk, with nobody in it and nothing else to see. */
    public boolean showsOnlyHousehold() {
        boolean household = false;
        for (String tag : tags) {
            if (HOUSEHOLD.contains(tag)) {
                household = true;
            } else if (!UNREMARKABLE.contains(tag)) {
                return false;
            }
        }
        return household && faces == 0 && people.isEmpty();
    }

    /** The day to which people would say that it belongs: one begins at four in the morning. */
    public long epochDay() {
        return epochDay(wallMillis);
    }

    static long epochDay(long wallMillis) {
        return Math.floorDiv(wallMillis - DAY_BEGINS_MILLIS, DAY_MILLIS);
    }

    /** The first day of what is known of a time, as {@link #epochDay}. */
    public static long firstDay(Taken taken) {
        return epochDay(taken.at().toInstant(ZoneOffset.UTC).toEpochMilli());
    }

    /** The last day of what is known of a time, as {@link #epochDay}. */
    public static long lastDay(Taken taken) {
        return taken.isOfOneDay() ? firstDay(taken) : taken.lastDay().toEpochDay();
    }

    /** The day; of what is known only roughly, the first on which it may have been taken. */
    public LocalDate day() {
        return LocalDate.ofEpochDay(epochDay());
    }

    /** The last day on which it may have been taken. */
    public LocalDate until() {
        return LocalDate.ofEpochDay(lastDay);
    }

    /** Whether it is known on which day it was taken. */
    public boolean isOfOneDay() {
        return lastDay == epochDay();
    }

    /** Whether it was surely taken from one day to another, both inclusive, as {@link #epochDay}. */
    public boolean isWithin(long first, long last) {
        return epochDay() >= first && lastDay <= last;
    }

    /** Whether it may have been taken from one day to another, both inclusive. */
    public boolean mayBeWithin(long first, long last) {
        return epochDay() <= last && lastDay >= first;
    }

    /** Whether it is known in which year it was taken. */
    public boolean isOfOneYear() {
        return isOfOneDay() || day().getYear() == until().getYear();
    }

    public LocalDateTime time() {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(wallMillis, 1000), (int) Math.floorMod(wallMillis, 1000) * 1_000_000, ZoneOffset.UTC);
    }

    /** The same at another position. */
    Item at(int position) {
        return new Item(
                position,
                id,
                hash,
                wallMillis,
                lastDay,
                timed,
                print,
                location,
                place,
                folder,
                clip,
                aspect,
                seconds,
                quality,
                sharpness,
                exposure,
                look,
                colours,
                favourite,
                hidden,
                burst,
                faces,
                smile,
                people,
                tags,
                mundane,
                sensitive,
                flag);
    }

    public Optional<Place> knownPlace() {
        return Optional.ofNullable(place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Item that && id == that.id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
