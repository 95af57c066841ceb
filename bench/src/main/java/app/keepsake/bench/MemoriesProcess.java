package app.keepsake.bench;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Item;
import app.keepsake.memories.Library;
import app.keepsake.memories.Storyteller;
import app.keepsake.simulator.Habits;
import app.keepsake.simulator.Simulator;
import app.keepsake.simulator.Story;
import java.lang.ref.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Tells memories of a large simulated library; in a process of its own, because its heap is what is measured. */
final class MemoriesProcess {
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    private MemoriesProcess() {}

    /** @param arguments how many assets */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        Library.Builder builder = new Library.Builder(Story.people());
        Simulator.live(Story.of(1), Integer.parseInt(arguments[0]), Habits.TIDY, 1, builder::add);
        Library library = builder.build();
        printElapsed("simulated " + library.items().size() + " assets", start);

        start = System.nanoTime();
        Storyteller teller = new Storyteller(library, Locale.US);
        List<Memory> memories = teller.makeMemories(TODAY, List.of());
        printElapsed("everything computed, " + memories.size() + " memories told,", start);

        List<Double> all = new ArrayList<>();
        for (Choice choice : choices(library)) {
            String what = choice.stance() + " " + choice.subject().toText();
            start = System.nanoTime();
            int told = teller.makeMemories(TODAY, List.of(choice)).size();
            all.add(printElapsed("%s: %d memories told anew".formatted(what, told), start));
            start = System.nanoTime();
            teller.makeMemories(TODAY, List.of());
            all.add(printElapsed("taken back", start));
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
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
        Reference.reachabilityFence(teller);
    }

    /** One of each sort; people, who touch the most, several times. */
    private static List<Choice> choices(Library library) {
        Item item = library.items().get(library.items().size() / 2);
        return List.of(
                never(new Subject.OfPerson(Story.SON)),
                never(new Subject.OfPlace("Rome")),
                never(new Subject.OfHoliday("CHRISTMAS")),
                never(new Subject.OfPerson(Story.MOTHER)),
                never(new Subject.OfTag("food")),
                never(new Subject.OfDates(item.day(), item.day().plusDays(30))),
                never(new Subject.OfPair(Story.MOTHER, Story.FATHER)),
                never(new Subject.OfKind("trip")),
                never(new Subject.OfFolder(item.folder())),
                never(new Subject.OfAsset(item.hash())),
                choice(Choice.Stance.LESS, new Subject.OfPerson(Story.DAUGHTER)));
    }

    private static Choice never(Subject subject) {
        return choice(Choice.Stance.NEVER, subject);
    }

    private static Choice choice(Choice.Stance stance, Subject subject) {
        return new Choice(1, stance, subject, "", Instant.EPOCH);
    }

    private static double printElapsed(String what, long since) {
        double millis = (System.nanoTime() - since) / 1e6;
        System.out.printf(Locale.ROOT, "%s in %.0f ms%n", what, millis);
        return millis;
    }
}
