package app.keepsake.bench;

import app.keepsake.catalog.Catalog;
import app.keepsake.operations.index.AssetReading;
import app.keepsake.operations.index.IndexReport;
import app.keepsake.operations.index.Indexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keepsake bench index}. */
@Command(
        name = "index",
        description =
                "Measures indexing: photos a second when warm, where the time goes, memory, and a second run over an"
                        + " unchanged library. The photos are real ones enlarged to 12 megapixels, with grain.",
        mixinStandardHelpOptions = true)
final class IndexBench implements Callable<Integer> {
    @Option(names = "--photos", required = true, description = "A folder with photos to take.")
    private Path photos = Path.of("");

    @Option(names = "--count", defaultValue = "48", description = "Photos in each library (${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--unchanged", defaultValue = "50000", description = "Files of the unchanged library, 0 for none.")
    private int unchanged;

    @Option(names = "--workers", defaultValue = "2", description = "Files at the same time (${DEFAULT-VALUE}).")
    private int workers;

    @Option(names = "--work", description = "Keeps the enlarged photos in this folder for the next time.")
    private Path work = Path.of(System.getProperty("java.io.tmpdir"), "keepsake-bench-index");

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<Path> large = LargePhotos.make(photos, work.resolve("photos"), count);
        Map<String, Object> report = new LinkedHashMap<>();
        addFigures(
                report,
                Map.of(
                        "machine", Peak.machine(),
                        "photos", large.size(),
                        "meanMegabytes", Report.rounded(meanBytes(large) / 1e6)));
        try (Scratch scratch = Scratch.make("keepsake-index")) {
            addFigures(report, Map.of("millisecondsByStage", StageTimes.of(large)));
            addFigures(report, warm(scratch.folder()));
            addFigures(report, IndexProcess.measure(work.resolve("photos"), scratch.resolve("process")));
            if (unchanged > 0) {
                addFigures(report, UnchangedLibrary.measure(scratch.folder(), large.getFirst(), unchanged));
            }
        }
        if (json) {
            System.out.println(Report.json(report));
        }
        return 0;
    }

    /** People see each result when it is there. */
    private void addFigures(Map<String, Object> report, Map<String, Object> found) {
        report.putAll(found);
        if (!json) {
            found.forEach((name, value) -> System.out.println(name + ": " + value));
        }
    }

    private static double meanBytes(List<Path> files) throws IOException {
        double sum = 0;
        for (Path file : files) {
            sum += Files.size(file);
        }
        return sum / files.size();
    }

    /** The first run warms up. */
    private Map<String, Object> warm(Path scratch) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        try (AssetReading reading = AssetReading.open()) {
            for (String run : List.of("firstPerSecond", "warmPerSecond")) {
                try (Catalog catalog = Catalog.open(scratch.resolve(run + ".db"))) {
                    IndexReport report = new Indexer(catalog, reading, scratch, workers)
                            .index(List.of(work.resolve("photos")), () -> false, new UnchangedLibrary.Quiet());
                    result.put(run, Report.rounded(report.rate()));
                }
            }
        }
        return result;
    }
}
