package app.keepsake.bench;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Stage;
import app.keepsake.operations.index.AssetReading;
import app.keepsake.operations.index.IndexReport;
import app.keepsake.operations.index.Indexer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A second run over many files that have not changed: links to one photo, noted as if each were a photo of its own. */
final class UnchangedLibrary {
    private static final int IN_A_FOLDER = 500;

    private UnchangedLibrary() {}

    static Map<String, Object> measure(Path scratch, Path photo, int count) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("unchanged"));
        Path original = Files.copy(photo, scratch.resolve("original.jpg"));
        try (AssetReading reading = AssetReading.open();
                Catalog catalog = Catalog.open(scratch.resolve("unchanged.db"))) {
            AssetFacts facts = reading.facts(photo);
            Map<Stage, String> versions = reading.versions();
            String version = Objects.requireNonNull(versions.get(Stage.METADATA), "each stage has a version");
            Findings findings =
                    new Findings(List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), versions);
            try (Indexing indexing = catalog.beginIndexing()) {
                for (int i = 0; i < count; i++) {
                    Path inside = Files.createDirectories(folder.resolve("%03d".formatted(i / IN_A_FOLDER)));
                    Path file = Files.createLink(inside.resolve(i + ".jpg"), original);
                    FileStamp stamp = new FileStamp(
                            Files.size(file), Files.getLastModifiedTime(file).toMillis(), 0);
                    ContentHash hash = ContentHash.ofContent(Integer.toString(i).getBytes(StandardCharsets.UTF_8));
                    indexing.add(file, stamp, hash, facts, version, findings);
                }
            }
            IndexReport report = new Indexer(catalog, reading, scratch.resolve("none"), 2)
                    .index(List.of(folder), () -> false, new Quiet());
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("unchangedFiles", report.unchanged());
            result.put("unchangedSeconds", report.elapsed().toMillis() / 1000.0);
            result.put("lookedAtAgain", report.analysed());
            return result;
        }
    }

    /** Hears nothing. */
    static final class Quiet implements Indexer.Listener {
        @Override
        public void reading(int files) {}

        @Override
        public void read() {}
    }
}
