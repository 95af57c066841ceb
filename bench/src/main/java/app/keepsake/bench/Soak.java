package app.keepsake.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** Whether a service that is asked for long holds more and more. */
final class Soak {
    /** Pages that are looked at now and then, between pictures and films. */
    private static final List<String> PAGES =
            List.of("/", "/api/timeline", "/api/memories", "/api/people", "/api/status");

    /** Compilers and pools fill up in the first minutes; from then on nothing may rise by more than this share. */
    private static final double SLACK = 0.05;

    private Soak() {}

    /** @return whether nothing grew, and no answer failed */
    static boolean run(Served service, Crowd crowd, int minutes, Consumer<String> say)
            throws IOException, InterruptedException {
        List<Viewer.Question> questions = new ArrayList<>(service.questions());
        for (String page : PAGES) {
            questions.add(Viewer.Question.get(service.port(), page, ""));
        }
        List<Holding> held = new ArrayList<>();
        int errors = 0;
        say.accept("minute  resident KiB  live heap KiB  threads  files");
        for (int minute = 1; minute <= minutes; minute++) {
            Crowd.Answers answers = crowd.ask(service.port(), questions, 60);
            errors += answers.errors();
            Holding now = Holding.alive(service.process());
            held.add(now);
            say.accept("%6d  %12d  %13d  %7d  %5d  %s"
                    .formatted(
                            minute, now.residentKib(), now.heapKib(), now.threads(), now.files(), answers.summary()));
        }
        List<String> growing = growing(held);
        say.accept(growing.isEmpty() ? "Nothing grows." : "Grows: %s.".formatted(String.join(", ", growing)));
        return growing.isEmpty() && errors == 0;
    }

    /** What grew, in words. */
    static List<String> growing(List<Holding> held) {
        List<String> growing = new ArrayList<>();
        addIfGrowing(growing, "resident memory", held, Holding::residentKib);
        addIfGrowing(growing, "live heap", held, Holding::heapKib);
        addIfGrowing(growing, "threads", held, Holding::threads);
        addIfGrowing(growing, "open files", held, Holding::files);
        return growing;
    }

    /** Compares the last third with the middle one: the first is when everything fills up. */
    private static void addIfGrowing(
            List<String> growing, String what, List<Holding> held, ToLongFunction<Holding> value) {
        int third = Math.max(1, held.size() / 3);
        double middle = mean(held.subList(Math.max(0, held.size() - 2 * third), held.size() - third), value);
        double last = mean(held.subList(held.size() - third, held.size()), value);
        if (last > middle * (1 + SLACK)) {
            growing.add("%s from %.0f to %.0f".formatted(what, middle, last));
        }
    }

    private static double mean(List<Holding> some, ToLongFunction<Holding> value) {
        return some.stream().mapToLong(value).average().orElse(0);
    }
}
