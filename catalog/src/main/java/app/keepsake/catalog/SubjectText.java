package app.keepsake.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Subjects as people write and read them: like {@link Subject#toText}, but people go by their names. */
public final class SubjectText {
    private static final String PERSON = "person:";
    private static final String PAIR = "pair:";
    private static final String AND = " + ";

    private final List<Person> people;

    public SubjectText(List<Person> people) {
        this.people = List.copyOf(people);
    }

    /** "person:Anna", "pair:Anna + #12" and so on; a number stands for who has no name, or shares it. */
    public String write(Subject subject) {
        return switch (subject) {
            case Subject.OfPerson(long id) -> PERSON + name(id);
            case Subject.OfPair(long first, long second) -> PAIR + name(first) + AND + name(second);
            default -> subject.toText();
        };
    }

    private String name(long id) {
        Optional<String> name = people.stream()
                .filter(person -> person.id() == id)
                .findFirst()
                .flatMap(Person::name)
                .filter(each -> called(each).size() == 1 && !each.contains(AND) && !each.startsWith("#"));
        return name.orElse("#" + id);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException saying what was expected and found
     */
    public Subject read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith(PERSON)) {
            return new Subject.OfPerson(id(text.substring(PERSON.length())));
        }
        if (lower.startsWith(PAIR)) {
            String[] names = text.substring(PAIR.length()).split("\\+", 2);
            long first = id(names[0]);
            long second = id(names.length == 2 ? names[1] : "");
            return new Subject.OfPair(Math.min(first, second), Math.max(first, second));
        }
        return Subject.parse(text);
    }

    private long id(String name) {
        String bare = name.strip();
        if (bare.matches("#\\d{1,18}")) {
            return Long.parseLong(bare.substring(1));
        }
        List<Person> called = called(bare);
        if (called.size() != 1) {
            throw new IllegalArgumentException(
                    "Expected the name of one person, found \"%s\", which %d people have. Write # and the person's number instead."
                            .formatted(bare, called.size()));
        }
        return called.getFirst().id();
    }

    private List<Person> called(String name) {
        return people.stream()
                .filter(person -> person.name().filter(name::equalsIgnoreCase).isPresent())
                .toList();
    }
}
