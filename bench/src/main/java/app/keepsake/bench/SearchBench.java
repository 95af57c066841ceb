package app.keepsake.bench;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Stage;
import app.keepsake.memories.Meanings;
import app.keepsake.memories.Search;
import app.keepsake.memories.SearchIndex;
import app.keepsake.memories.TextVectors;
import app.keepsake.simulator.Habits;
import app.keepsake.simulator.Simulator;
import app.keepsake.simulator.Story;
import app.keepsake.testbed.PostgresServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keepsake bench search}. */
@Command(
        name = "search",
        description =
                "Writes a simulated library into a catalog, and types words there, letter by letter: what each takes; and"
                        + " where something changes before each, so that what may be seen is asked anew.",
        mixinStandardHelpOptions = true)
final class SearchBench implements Callable<Integer> {
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
    private static final List<String> TYPED = List.of(
            "Anna and Ben at the beach 2023",
            "Hunde im Schnee",
            "cats or dogs last winter",
            "screenshots from 2022",
            "\"New York\" food without Dan",
            "Christmas in Munich",
            "xyzzy sunset");

    /** As many as those of CLIP ViT-B/32. */
    private static final int NUMBERS = 512;

    private static final String ENCODER = "1";

    @Option(names = "--assets", defaultValue = "100000", description = "Of the library (${DEFAULT-VALUE}).")
    private int assets;

    @Option(names = "--postgresql", description = "In PostgreSQL on this machine instead of SQLite.")
    private boolean postgresql;

    @Override
    public Integer call() throws Exception {
        if (!postgresql) {
            try (Scratch scratch = Scratch.make("keepsake-search")) {
                measure(new CatalogLocation.InFile(scratch.resolve("catalog.db")));
            }
            return 0;
        }
        try (PostgresServer server = PostgresServer.start().orElseThrow(() -> new IOException(PostgresServer.ABSENT))) {
            measure(new CatalogLocation.OnServer(server.newDatabase()));
        }
        return 0;
    }

    private void measure(CatalogLocation location) {
        try (Catalog catalog = Catalog.open(location)) {
            Map<Long, Long> people = people(catalog);
            Map<Long, Long> faces = new HashMap<>();
            try (Indexing indexing = catalog.beginIndexing()) {
                Simulator.live(
                        Story.of(1), assets, Habits.TIDY, 1, view -> add(view, catalog, indexing, people, faces));
            }
            catalog.people().assign(faces);
            print("assets", catalog.assets().count());
            long begun = System.nanoTime();
            SearchIndex index = SearchIndex.read(catalog, Locale.GERMANY, Optional.empty());
            print("milliseconds to read what can be searched", millis(begun));
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            print("MiB of heap in use", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
            Supplier<Search> anew =
                    () -> index.with(catalog.people().all(), catalog.assets().unseen());
            Search known = anew.get();
            // Twice, since the first of all meets code that is not compiled yet.
            tell("at first", type(() -> known, TextVectors.NONE));
            tell("then", type(() -> known, TextVectors.NONE));
            tell("after a change before each letter", type(anew, TextVectors.NONE));
            seen(catalog);
            Search seen = SearchIndex.read(catalog, Locale.GERMANY, Optional.of(ENCODER))
                    .with(catalog.people().all(), catalog.assets().unseen());
            Random directions = new Random(2);
            TextVectors texts = words -> Optional.of(direction(directions));
            List<Time> ignored = type(() -> seen, texts);
            tell("with what an encoder says, each letter another direction", type(() -> seen, texts));
        }
    }

    /** Each picture gets a direction by chance. */
    private static void seen(Catalog catalog) {
        Random directions = new Random(1);
        List<Long> ids = new ArrayList<>();
        catalog.assets().each(view -> ids.add(view.asset().id()));
        byte[] vector = new byte[NUMBERS];
        for (long id : ids) {
            directions.nextBytes(vector);
            catalog.encodings().write(id, vector, ENCODER);
        }
    }

    private static float[] direction(Random random) {
        float[] direction = new float[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            direction[i] = (float) random.nextGaussian();
        }
        return direction;
    }

    /** Numbers of the story's people, by those in the catalog. */
    private static Map<Long, Long> people(Catalog catalog) {
        Map<Long, Long> numbers = new HashMap<>();
        for (Person person : Story.people()) {
            long id = catalog.people().create(false).id();
            catalog.people().name(id, person.name().orElseThrow());
            numbers.put(person.id(), id);
        }
        return numbers;
    }

    private static void add(
            AssetView view, Catalog catalog, Indexing indexing, Map<Long, Long> people, Map<Long, Long> faces) {
        Findings findings = new Findings(
                view.faces(),
                view.quality(),
                view.tags(),
                view.flags(),
                Optional.empty(),
                Map.of(Stage.FACES, "1", Stage.TAGS, "1", Stage.FLAGS, "1"));
        long id = indexing.add(
                        view.files().getFirst(),
                        new FileStamp(1, 1, 0),
                        view.asset().hash(),
                        view.asset().facts(),
                        "1",
                        findings)
                .id();
        if (view.faces().isEmpty()) {
            return;
        }
        List<AssetFace> known = catalog.assets().view(id).orElseThrow().faces();
        for (int i = 0; i < known.size(); i++) {
            long face = known.get(i).id();
            view.faces().get(i).personId().ifPresent(person -> faces.put(face, people.getOrDefault(person, person)));
        }
    }

    /** Milliseconds for a letter, by the clock and of the processor. */
    private record Time(double clock, double processor) {}

    private static List<Time> type(Supplier<Search> searches, TextVectors texts) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Time> times = new ArrayList<>();
        for (String words : TYPED) {
            for (int letters = 1; letters <= words.length(); letters++) {
                long begun = System.nanoTime();
                long worked = threads.getCurrentThreadCpuTime();
                int ignored = searches.get()
                        .find(new Search.Asking(words.substring(0, letters), TODAY, true, 0, 120), Meanings.NONE, texts)
                        .total();
                times.add(new Time(millis(begun), (threads.getCurrentThreadCpuTime() - worked) / 1e6));
            }
        }
        return times;
    }

    private static void tell(String what, List<Time> times) {
        System.out.printf(
                Locale.ROOT,
                "milliseconds a letter, %s, of %d: by the clock %s; of the processor %s%n",
                what,
                times.size(),
                told(times.stream().map(Time::clock)),
                told(times.stream().map(Time::processor)));
    }

    private static String told(Stream<Double> times) {
        List<Double> sorted = times.sorted().toList();
        return "median %.1f, 95 %% below %.1f, longest %.1f"
                .formatted(sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100), sorted.getLast());
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%s: %.0f%n", what, value);
    }
}
