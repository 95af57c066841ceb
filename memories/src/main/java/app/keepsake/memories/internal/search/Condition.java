package app.keepsake.memories.internal.search;

import app.keepsake.catalog.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/** What a picture has to be, to be found. */
sealed interface Condition {
    /** That for which the pictures are listed. */
    sealed interface Listed extends Condition {}

    /** It shows one of these people. */
    record Shows(Set<Long> people) implements Listed {}

    /** It has one of these tags. */
    record Tagged(Set<String> tags) implements Listed {}

    /** It was taken in one of these places. */
    record Taken(Set<Place> places) implements Listed {}

    /** It was taken by one of these cameras. */
    record By(Set<String> cameras) implements Listed {}

    /** One of these words, as {@link Token#plain} writes them, is written in it. */
    record Written(Set<String> words) implements Listed {}

    /** It is a file of this kind. */
    record Is(FileKind kind) implements Listed {}

    /** It was taken on this holiday of the country where it was taken. */
    record Feast(String key) implements Listed {}

    /** It was surely taken in these days, both included: one of a year is of none of its months. */
    record Between(LocalDate first, LocalDate last) implements Condition {}

    /** It was taken in one of these months of any year. */
    record Within(Set<Month> months) implements Condition {}

    /** It was taken on this day of any year. */
    record Yearly(MonthDay day) implements Condition {}

    /** It was taken on one of these days of the week. */
    record Weekly(Set<DayOfWeek> days) implements Condition {}

    /** All of these. */
    record All(List<Condition> conditions) implements Condition {}

    /** One of these. */
    record Any(List<Condition> conditions) implements Condition {}

    /** Not this. */
    record Not(Condition condition) implements Condition {}
}
