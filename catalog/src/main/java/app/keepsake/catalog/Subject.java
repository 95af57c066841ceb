package app.keepsake.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** What a choice is about. Has one text form, "type:value", that {@link #parse} reads back. */
public sealed interface Subject {
    /** Someone, by {@link app.keepsake.catalog.Person#id()}. */
    record OfPerson(long personId) implements Subject {}

    /** Two people in one picture. The smaller number comes first. */
    record OfPair(long firstId, long secondId) implements Subject {
        public OfPair {
            if (firstId >= secondId) {
                throw new IllegalArgumentException(
                        "A pair is two different people, the smaller number first; found %d and %d."
                                .formatted(firstId, secondId));
            }
        }
    }

    /** A place by the name that the catalog gives it: a town, a region or a country code. */
    record OfPlace(String name) implements Subject {}

    /** Days, both inclusive. */
    record OfDates(LocalDate first, LocalDate last) implements Subject {
        public OfDates {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException(
                        "A range of dates ends on or after its first day; found %s to %s.".formatted(first, last));
            }
        }
    }

    /** A holiday by its key, for example "CHRISTMAS". */
    record OfHoliday(String key) implements Subject {}

    /** A kind of memory, for example "trip". */
    record OfKind(String kind) implements Subject {}

    /** A tag by its name. */
    record OfTag(String name) implements Subject {}

    /** A folder and all below it, by its absolute path. */
    record OfFolder(String path) implements Subject {}

    /** One photo or clip. */
    record OfAsset(ContentHash hash) implements Subject {}

    /** The text form. */
    default String toText() {
        return switch (this) {
            case OfPerson(long id) -> "person:" + id;
            case OfPair(long first, long second) -> "pair:" + first + "+" + second;
            case OfPlace(String name) -> "place:" + name;
            case OfDates(LocalDate first, LocalDate last) -> "dates:" + first + ".." + last;
            case OfHoliday(String key) -> "holiday:" + key;
            case OfKind(String kind) -> "kind:" + kind;
            case OfTag(String name) -> "tag:" + name;
            case OfFolder(String path) -> "folder:" + path;
            case OfAsset(ContentHash hash) -> "photo:" + hash;
        };
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when the text is none, saying what was expected
     */
    static Subject parse(String text) {
        int colon = text.indexOf(':');
        String type = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        String value = text.substring(colon + 1);
        try {
            return parse(type, value);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a %s: numbers for people, yyyy-mm-dd for days.".formatted(value, type), e);
        }
    }

    private static Subject parse(String type, String value) {
        return switch (type) {
            case "person" -> new OfPerson(Long.parseLong(value));
            case "pair" -> {
                String[] ids = value.split("\\+", 2);
                long a = Long.parseLong(ids[0]);
                long b = Long.parseLong(ids.length == 2 ? ids[1] : "");
                yield new OfPair(Math.min(a, b), Math.max(a, b));
            }
            case "place" -> new OfPlace(value);
            case "dates" -> {
                String[] days = value.split("\\.\\.", 2);
                LocalDate first = LocalDate.parse(days[0]);
                yield new OfDates(first, days.length == 2 ? LocalDate.parse(days[1]) : first);
            }
            case "holiday" -> new OfHoliday(value);
            case "kind" -> new OfKind(value);
            case "tag" -> new OfTag(value);
            case "folder" -> new OfFolder(value);
            case "photo" -> new OfAsset(ContentHash.parse(value));
            default ->
                throw new IllegalArgumentException(
                        "Expected person:, pair:, place:, dates:, holiday:, kind:, tag:, folder: or photo:, found \"%s\"."
                                .formatted(type));
        };
    }
}
