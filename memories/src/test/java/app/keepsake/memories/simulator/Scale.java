package app.keepsake.memories.simulator;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Library;
import app.keepsake.memories.Storyteller;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Measures a library of many assets: run it by hand, or see {@code ScaleTest}. Arguments: how many assets. Give the
 * JVM no more heap than memories may use.
 */
final class Scale {
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    private Scale() {}

    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        long start = cpu();
        Library library = Simulator.library(Story.of(1), count, 1);
        say("simulated " + library.items().size() + " assets", start);

        start = cpu();
        Storyteller teller = new Storyteller(library, Locale.US);
        List<Memory> memories = teller.tell(TODAY, List.of());
        say("told " + memories.size() + " memories", start);

        for (Subject subject : List.of(
                new Subject.OfPerson(Story.SON), new Subject.OfPlace("Rome"), new Subject.OfHoliday("CHRISTMAS"))) {
            start = cpu();
            Choice never = new Choice(1, Choice.Stance.NEVER, subject, "", Instant.EPOCH);
            memories = teller.tell(TODAY, List.of(never));
            say("never " + subject.toText() + ": told " + memories.size() + " memories", start);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.println("heap in use " + (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20) + " MiB");
    }

    private static void say(String what, long since) {
        System.out.println(what + " in " + (cpu() - since) / 1_000_000 + " ms of processor time");
    }

    /** The main thread's, so that what else the machine does is not measured. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
