package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Person;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.group.Signs;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A person's birthday, year by year and all together; known from the user or learnt from the pictures. */
public final class Birthday implements Kind {
    static final String KEY = "birthday";

    private static final int NEAR_DAYS = 7;
    /** A party is given on the day or within the week after. */
    private static final int PARTY_DAYS = 7;

    private static final double WEIGHT = 1.2;
    private static final double WEIGHT_NEAR = 1.8;

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        for (Map.Entry<Long, MonthDay> entry : new TreeMap<>(context.analysis().birthdays()).entrySet()) {
            Optional<Person> person = context.named(entry.getKey());
            if (person.isPresent()) {
                drafts.addAll(of(person.get(), entry.getValue(), context));
            }
        }
        return drafts;
    }

    private List<Draft> of(Person person, MonthDay birthday, TellingContext context) {
        Words words = context.words();
        String name = person.name().orElseThrow();
        List<Draft> drafts = new ArrayList<>();
        List<Item> all = new ArrayList<>();
        int firstYear = context.analysis().items().isEmpty()
                ? context.today().getYear()
                : context.analysis().items().getFirst().day().getYear();
        double weight = isNear(birthday, context.today()) ? WEIGHT_NEAR : WEIGHT;
        for (int each = firstYear; each <= context.today().getYear(); each++) {
            int year = each;
            LocalDate day = party(person, birthday.atYear(year), context);
            List<Item> source = of(day, context);
            List<Item> withPerson = with(person, source);
            if (!withPerson.isEmpty()) {
                all.addAll(withPerson);
                context.draft(key(), context.anchor(person) + " " + year, source)
                        .map(draft -> draft.slug(name)
                                .formerly(context.formerly(person, anchor -> anchor + " " + year))
                                .titled(words.text("birthday.title", name), title(person, day, words))
                                .because(words.text("because.birthday", name))
                                .weighing(weight))
                        .ifPresent(drafts::add);
            }
        }
        context.draft(key(), context.anchor(person), all)
                .filter(draft -> draft.firstDay().getYear() < draft.lastDay().getYear())
                .map(draft -> draft.slug(name)
                        .formerly(context.formerly(person, anchor -> anchor))
                        .titled(words.text("birthdays.title", name), words.years(draft.firstDay(), draft.lastDay()))
                        .because(words.text("because.birthday", name))
                        .weighing(weight))
                .ifPresent(drafts::add);
        return drafts;
    }

    /** The birthday itself, or, without pictures of it, the day soon after on which there is cake for the person. */
    private static LocalDate party(Person person, LocalDate birthday, TellingContext context) {
        for (LocalDate day = birthday; day.isBefore(birthday.plusDays(PARTY_DAYS)); day = day.plusDays(1)) {
            List<Item> seen = with(person, of(day, context));
            boolean celebrates = seen.stream().anyMatch(item -> Signs.shows(item, Signs.CAKE));
            if (!seen.isEmpty() && (day.equals(birthday) || celebrates)) {
                return day;
            }
        }
        return birthday;
    }

    private static List<Item> of(LocalDate day, TellingContext context) {
        return context.analysis().between(day.toEpochDay(), day.toEpochDay());
    }

    private static List<Item> with(Person person, List<Item> items) {
        return items.stream()
                .filter(item -> item.people().contains(person.id()))
                .toList();
    }

    /** The age only where the user gave the date of birth. */
    private static String title(Person person, LocalDate day, Words words) {
        return person.born()
                .filter(born -> born.isBefore(day))
                .map(born -> words.text("birthday.age", day.getYear() - born.getYear(), words.day(day)))
                .orElse(words.day(day));
    }

    static boolean isNear(MonthDay birthday, LocalDate today) {
        return distance(birthday, today) <= NEAR_DAYS;
    }

    /** Days from one day of the year to another, the shorter way. */
    static long distance(MonthDay birthday, LocalDate day) {
        long distance = Math.abs(birthday.atYear(day.getYear()).toEpochDay() - day.toEpochDay());
        return Math.min(distance, 365 - distance);
    }
}
