package app.keepsake.memories;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import app.keepsake.simulator.Photo;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A small library made by hand: a quiet life in Berlin, and what a test adds to it. */
public final class FamilyLibrary {
    public static final LocalDate TODAY = LocalDate.of(2024, 6, 20);

    private final List<Photo> photos = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final Map<LocalDate, Integer> ofDay = new HashMap<>();
    private long number = 1;

    /** With a picture each second Saturday from one year on until the spring of 2024. */
    public static FamilyLibrary quietSince(int year) {
        FamilyLibrary family = new FamilyLibrary();
        for (LocalDate day = LocalDate.of(year, 1, 6); day.isBefore(TODAY.minusMonths(3)); day = day.plusWeeks(2)) {
            family.on(day, 1, photo -> photo.in(Photo.BERLIN));
        }
        return family;
    }

    public static FamilyLibrary empty() {
        return new FamilyLibrary();
    }

    public FamilyLibrary knows(Person... some) {
        people.addAll(List.of(some));
        return this;
    }

    /** Adds pictures of a day, ten minutes apart, from two in the afternoon on or after those that there are. */
    public FamilyLibrary on(LocalDate day, int count, UnaryOperator<Photo> showing) {
        int before = ofDay.getOrDefault(day, 0);
        LocalDateTime begin = day.atTime(14, 0).plusMinutes(10L * before);
        for (int i = 0; i < count; i++) {
            photos.add(showing.apply(Photo.of(number++, begin.plusMinutes(10L * i))));
        }
        ofDay.put(day, before + count);
        return this;
    }

    /** How many pictures there are; they are numbered from 1 on. */
    public long count() {
        return photos.size();
    }

    public Storyteller teller(Locale locale) {
        Library.Builder library = new Library.Builder(people);
        photos.forEach(photo -> library.add(photo.view()));
        return new Storyteller(library.build(), locale);
    }

    public List<Memory> told() {
        return teller(Locale.US).makeMemories(TODAY, List.of());
    }

    /** Title and subtitle of each memory. */
    public List<String> names() {
        return names(told());
    }

    public static List<String> names(List<Memory> memories) {
        return memories.stream()
                .map(memory -> memory.title() + " | " + memory.subtitle())
                .toList();
    }
}
