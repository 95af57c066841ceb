package app.keepsake.memories.simulator;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Item;
import app.keepsake.memories.Library;
import app.keepsake.memories.Storyteller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long memories of a large library take, and how well they fit the story of smaller ones. Run it by hand,
 * or see {@code ScaleTest}; give the JVM no more heap than memories may use. Arguments: how many assets, and seeds of
 * the smaller libraries.
 */
final class Scale {
    static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
    private static final int[] SMALLER = {800, 5_000, 50_000};

    private Scale() {}

    public static void main(String[] arguments) {
        speed(Integer.parseInt(arguments[0]));
        for (int count : SMALLER) {
            for (int i = 1; i < arguments.length; i++) {
                long seed = Long.parseLong(arguments[i]);
                System.out.printf("%d assets, tidy, seed %d: %s%n", count, seed, findings(count, Habits.TIDY, seed));
                System.out.printf(
                        "%d assets, untidy, seed %d: %s%n", count, seed, findings(count, Habits.UNTIDY, seed));
            }
        }
    }

    private static String findings(int count, Habits habits, long seed) {
        return Findings.of(count, habits, seed).line();
    }

    private static void speed(int count) {
        long start = System.nanoTime();
        Library library = Simulator.library(Story.of(1), count, 1);
        say("simulated " + library.items().size() + " assets", start);

        start = System.nanoTime();
        Storyteller teller = new Storyteller(library, Locale.US);
        List<Memory> memories = teller.tell(TODAY, List.of());
        say("told " + memories.size() + " memories", start);

        List<Double> all = new ArrayList<>();
        List<Choice> choices = new ArrayList<>();
        for (Subject subject : subjects(library)) {
            choices.add(new Choice(choices.size(), Choice.Stance.NEVER, subject, "", Instant.EPOCH));
            start = System.nanoTime();
            memories = teller.tell(TODAY, choices);
            all.add(say("never " + subject.toText() + " besides: told " + memories.size() + " memories", start));
            choices.removeLast();
        }
        Collections.sort(all);
        System.out.printf(
                Locale.ROOT,
                "one changed choice: median %.0f ms, longest %.0f ms%n",
                all.get(all.size() / 2),
                all.getLast());
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "heap in use %d MiB of at most %d MiB%n",
                (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20),
                runtime.maxMemory() / (1 << 20));
    }

    /** One of each sort; people and kinds, which touch the most, several times. */
    private static List<Subject> subjects(Library library) {
        Item item = library.items().get(library.items().size() / 2);
        return List.of(
                new Subject.OfPerson(Story.SON),
                new Subject.OfPlace("Rome"),
                new Subject.OfHoliday("CHRISTMAS"),
                new Subject.OfPerson(Story.MOTHER),
                new Subject.OfTag("food"),
                new Subject.OfDates(item.day(), item.day().plusDays(30)),
                new Subject.OfPair(Story.MOTHER, Story.FATHER),
                new Subject.OfKind("trip"),
                new Subject.OfFolder(item.folder()),
                new Subject.OfAsset(item.hash()),
                new Subject.OfPerson(Story.DAUGHTER));
    }

    private static double say(String what, long since) {
        double millis = (System.nanoTime() - since) / 1e6;
        System.out.printf(Locale.ROOT, "%s in %.0f ms%n", what, millis);
        return millis;
    }
}
