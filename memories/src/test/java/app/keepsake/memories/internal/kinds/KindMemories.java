package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import app.keepsake.memories.Library;
import app.keepsake.memories.Storyteller;
import app.keepsake.simulator.Photo;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Memories of one kind. */
final class KindMemories {
    private KindMemories() {}

    static List<Memory> of(Kind kind, LocalDate today, List<Photo> photos, Person... people) {
        return in(Locale.US, kind, today, photos, people);
    }

    static List<Memory> in(Locale locale, Kind kind, LocalDate today, List<Photo> photos, Person... people) {
        Library.Builder library = new Library.Builder(List.of(people));
        photos.forEach(photo -> library.add(photo.view()));
        return new Storyteller(library.build(), locale)
                .makeMemories(today, List.of()).stream()
                        .filter(memory -> memory.kind().equals(kind.key()))
                        .toList();
    }

    static Person person(long id, String name) {
        return new Person(id, Optional.of(name), false, false, OptionalLong.empty(), Optional.empty());
    }

    static Person pet(long id, String name) {
        return new Person(id, Optional.of(name), false, true, OptionalLong.empty(), Optional.empty());
    }

    static Person born(long id, String name, LocalDate day) {
        return new Person(id, Optional.of(name), false, false, OptionalLong.empty(), Optional.of(day));
    }
}
