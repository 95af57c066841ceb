package app.keepsake.bench;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.CatalogLocation;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Embedding;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Stage;
import app.keepsake.catalog.Tag;
import app.keepsake.testbed.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keepsake bench catalog}. */
@Command(
        name = "catalog",
        description =
                "Measures the catalog in SQLite and in PostgreSQL, in turns: noting an asset, telling all known files, going"
                        + " through everything. PostgreSQL runs on this machine, from Debian's package, as it comes.",
        mixinStandardHelpOptions = true)
final class CatalogBench implements Callable<Integer> {
    private static final Path LIBRARY = Path.of("/photos");
    private static final int IN_A_TURN = 1000;
    private static final int ROUNDS = 3;
    private static final int DIMENSIONS = 128;

    @Option(names = "--count", defaultValue = "50000", description = "Assets (${DEFAULT-VALUE}).")
    private int count;

    @Override
    public Integer call() throws Exception {
        try (Scratch scratch = Scratch.make("keepsake-catalog");
                PostgresServer server =
                        PostgresServer.start().orElseThrow(() -> new IOException(PostgresServer.ABSENT))) {
            Map<String, CatalogLocation> places = new LinkedHashMap<>();
            places.put("sqlite", new CatalogLocation.InFile(scratch.resolve("catalog.db")));
            places.put("postgresql", new CatalogLocation.OnServer(server.newDatabase()));
            Map<String, Catalog> catalogs = new LinkedHashMap<>();
            places.forEach((name, place) -> catalogs.put(name, Catalog.open(place)));
            measureAdding(catalogs);
            compare(
                    catalogs,
                    "secondsToTellKnownFiles",
                    catalog -> catalog.files().knownUnder(LIBRARY).size());
            compare(catalogs, "secondsToGoThroughAll", catalog -> {
                AtomicInteger seen = new AtomicInteger();
                catalog.assets().each(view -> seen.incrementAndGet());
                return seen.get();
            });
            catalogs.values().forEach(Catalog::close);
            for (Map.Entry<String, CatalogLocation> place : places.entrySet()) {
                List<Double> starts = new ArrayList<>();
                for (int round = 0; round < 2 * ROUNDS + 1; round++) {
                    starts.add(seconds(() -> Catalog.open(place.getValue()).close()));
                }
                System.out.printf("secondsToOpen %s: %.3f%n", place.getKey(), median(starts));
            }
        }
        return 0;
    }

    private void measureAdding(Map<String, Catalog> catalogs) {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int first = 0; first < count; first += IN_A_TURN) {
            int from = first;
            int to = Math.min(count, first + IN_A_TURN);
            catalogs.forEach((name, catalog) -> {
                try (Indexing indexing = catalog.beginIndexing()) {
                    double seconds = seconds(() -> {
                        for (int i = from; i < to; i++) {
                            add(indexing, i);
                        }
                    });
                    times.computeIfAbsent(name, n -> new ArrayList<>()).add(1000 * seconds / (to - from));
                }
            });
        }
        times.forEach((name, all) -> System.out.printf("millisecondsToNoteAnAsset %s: %.2f%n", name, median(all)));
    }

    private static void add(Indexing indexing, int i) {
        ContentHash hash = ContentHash.ofContent(Integer.toString(i).getBytes(StandardCharsets.UTF_8));
        AssetFacts facts = AssetFacts.photo("JPEG", 4000, 3000)
                .takenAt(LocalDateTime.of(2020, 1, 1, 0, 0).plusMinutes(i), "EXIF")
                .takenBy(Optional.of("Maker Model"), Optional.empty());
        float[] vector = new float[DIMENSIONS];
        Arrays.fill(vector, i);
        AssetFace face = new AssetFace(
                0,
                new Box(0.1, 0.2, 0.1, 0.15),
                0.9,
                OptionalDouble.of(0.8),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(new Embedding("faces", vector)));
        Findings findings = new Findings(
                List.of(face),
                Optional.of(new Quality(0.7, 0.8, 0.9, 0.3, 0.6, i, i, Optional.empty())),
                List.of(
                        new Tag("thing " + i % 50, 0.7, "things"),
                        new Tag("scene " + i % 12, 0.6, "scenes"),
                        new Tag("light " + i % 5, 0.5, "light")),
                List.of(new Flag(Flag.Kind.SCREENSHOT, 0.2, "looks a little like a screenshot")),
                Optional.empty(),
                Map.of(Stage.FACES, "1", Stage.QUALITY, "1", Stage.TAGS, "1", Stage.FLAGS, "1"));
        Path file = LIBRARY.resolve("%03d".formatted(i / 500)).resolve(i + ".jpg");
        indexing.add(file, new FileStamp(i, i, 0), hash, facts, "1", findings);
    }

    /** Something that a catalog tells; gives the number of rows. */
    private interface CatalogUse {
        int of(Catalog catalog);
    }

    private void compare(Map<String, Catalog> catalogs, String what, CatalogUse use) {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            catalogs.forEach((name, catalog) -> times.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(seconds(() -> {
                        int told = use.of(catalog);
                        if (told != count) {
                            throw new IllegalStateException(
                                    "%s: expected %d of %s, found %d".formatted(what, count, name, told));
                        }
                    })));
        }
        times.forEach((name, all) -> System.out.printf("%s %s: %.2f%n", what, name, median(all)));
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        return Report.median(values.stream().mapToDouble(value -> value).toArray());
    }
}
