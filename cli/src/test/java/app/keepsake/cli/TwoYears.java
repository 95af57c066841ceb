package app.keepsake.cli;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Location;
import app.keepsake.catalog.Place;
import app.keepsake.operations.OneDay;
import app.keepsake.operations.index.TestPhotos;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * A library of 24 months, 2023 and 2024, with photos that lie and stand: one in Lisbon on each 3rd, and on each 20th as
 * many as fill two rows, in Porto.
 */
final class TwoYears {
    static final int ALONE = 1;
    static final int MANY = 14;
    static final int A_MONTH = ALONE + MANY;
    static final int ALL = 24 * A_MONTH;

    private TwoYears() {}

    static void write(Path library) throws IOException {
        Path photos = Files.createDirectories(library.resolve("photos"));
        TestPhotos.write(photos, ALL);
        Files.writeString(
                library.resolve("settings.json"),
                "{\"folders\":[],\"language\":\"en\",\"background\":false,\"thumbnailMegabytes\":500,\"cores\":null}");
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"));
                Indexing indexing = catalog.beginIndexing()) {
            for (int i = 0; i < ALL; i++) {
                int month = i / A_MONTH;
                int at = i % A_MONTH;
                Path file = photos.resolve(i + ".jpg");
                LocalDateTime time = LocalDateTime.of(2023 + month / 12, 1 + month % 12, at == 0 ? 3 : 20, 9, at);
                AssetFacts facts = AssetFacts.photo("JPEG", i % 3 == 0 ? 3000 : 4000, i % 3 == 0 ? 4000 : 3000)
                        .takenAt(time, "EXIF")
                        .takenIn(new Location(38.7, -9.1), new Place(at == 0 ? "Lisbon" : "Porto", "", "PT"));
                ContentHash hash = ContentHash.ofContent(("photo " + i).getBytes(StandardCharsets.UTF_8));
                indexing.add(file, OneDay.stampOf(file), hash, facts, "m1", Findings.NONE);
            }
        }
    }
}
