package app.keepsake.operations;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.operations.index.TestPhotos;
import app.keepsake.simulator.Photo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Small photos of a day in May, and a catalog of them with one memory, "day". */
public final class OneDay {
    private OneDay() {}

    /**
     * Fills a folder with {@code 0.jpg}, {@code 1.jpg} and so on, and {@code catalog.db}.
     *
     * @param told how many of the photos the memory tells, from the first on
     */
    public static void write(Path folder, int photos, int told) throws IOException {
        TestPhotos.write(folder, photos);
        try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"));
                Indexing indexing = catalog.beginIndexing()) {
            List<Shot> shots = new ArrayList<>();
            for (int i = 0; i < photos; i++) {
                Path file = folder.resolve(i + ".jpg");
                ContentHash hash = ContentHash.ofContent(("photo " + i).getBytes(StandardCharsets.UTF_8));
                long id = indexing.add(
                                file,
                                stampOf(file),
                                hash,
                                facts(LocalDateTime.of(2024, 5, 3, 9, i)),
                                "m1",
                                Findings.NONE)
                        .id();
                if (i < told) {
                    shots.add(new Shot(id, Shot.Role.BODY, "to be seen"));
                }
            }
            LocalDate day = LocalDate.of(2024, 5, 3);
            Memory memory = new Memory("day", "event", "A day", "May", day, day, 1, 0.5, shots, "v1");
            catalog.memories().put(List.of(memory), catalog.choices().revision());
        }
    }

    /** As the file lies there: the service gives out no other than the one that was looked at. */
    public static FileStamp stampOf(Path file) throws IOException {
        return new FileStamp(Files.size(file), Files.getLastModifiedTime(file).toMillis(), 0);
    }

    /** Of a photo of which only the time is known. */
    public static AssetFacts facts(LocalDateTime at) {
        return Photo.of(1, at).sized(160, 160).facts();
    }
}
