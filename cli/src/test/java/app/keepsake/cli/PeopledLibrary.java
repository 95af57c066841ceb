package app.keepsake.cli;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.DoubtFound;
import app.keepsake.catalog.Embedding;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.PersonFound;
import app.keepsake.media.JpegWriter;
import app.keepsake.operations.index.TestPhotos;
import app.keepsake.simulator.Found;
import app.keepsake.vision.AnimalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A library of photos with a face each, whose people a test chooses. Nothing is looked at by networks. */
final class PeopledLibrary {
    private static final Box FACE = new Box(0.4, 0.25, 0.2, 0.3);
    private static final Box DOG = new Box(0.1, 0.5, 0.3, 0.4);
    private static final LocalDateTime FIRST = LocalDateTime.of(2019, 5, 3, 12, 0);

    final Path folder;
    private final Path photos;
    private int made;

    PeopledLibrary(Path root) throws IOException {
        this.folder = Files.createDirectories(root.resolve("library"));
        this.photos = Files.createDirectories(root.resolve("photos"));
    }

    Catalog open() {
        return Catalog.open(folder.resolve("catalog.db"));
    }

    /** Adds so many photos of one person, one a year. @return the person */
    long person(int pictures) throws IOException {
        try (Catalog catalog = open();
                Indexing indexing = catalog.beginIndexing()) {
            List<Long> faces = new ArrayList<>();
            for (int i = 0; i < pictures; i++) {
                faces.add(photo(catalog, indexing, FIRST.plusYears(i)));
            }
            PersonFound found = new PersonFound(OptionalLong.empty(), Optional.empty(), List.of(), faces);
            write(catalog, indexing, List.of(found), List.of());
            return catalog.people().all().getLast().id();
        }
    }

    private long photo(Catalog catalog, Indexing indexing, LocalDateTime at) throws IOException {
        Path file = photos.resolve("IMG_%03d.jpg".formatted(made));
        var picture = TestPhotos.picture(made++);
        JpegWriter.write(picture, file, 0.8f);
        long asset = indexing.add(
                        file,
                        new FileStamp(
                                Files.size(file),
                                Files.getLastModifiedTime(file).toMillis(),
                                0),
                        ContentHash.of(file),
                        AssetFacts.photo("JPEG", picture.width(), picture.height())
                                .takenAt(at, "EXIF"),
                        "1",
                        Found.faces("1", AssetFace.detected(FACE, 0.9)))
                .id();
        return catalog.assets().view(asset).orElseThrow().faces().getFirst().id();
    }

    /** Puts a dog into each photo of a person; all dogs look alike. */
    void dogs(long person) {
        float[] vector = new float[AnimalReader.DIMENSIONS];
        vector[0] = 1;
        AssetFace dog = AssetFace.animal("dog", DOG, 0.8, new Embedding(AnimalReader.MODEL, vector));
        try (Catalog catalog = open();
                Indexing indexing = catalog.beginIndexing()) {
            catalog.people().faces(person).forEach(face -> indexing.update(face.assetId(), Found.animals("1", dog)));
        }
    }

    /** Lets people be asked about, each with the next. */
    void ask(List<Long> people) {
        try (Catalog catalog = open();
                Indexing indexing = catalog.beginIndexing()) {
            List<DoubtFound> doubts = new ArrayList<>();
            for (int i = 0; i + 1 < people.size(); i += 2) {
                doubts.add(new DoubtFound(face(catalog, people.get(i)), face(catalog, people.get(i + 1)), 0.3));
            }
            write(catalog, indexing, List.of(), doubts);
        }
    }

    private static long face(Catalog catalog, long person) {
        return catalog.people().faces(person).getFirst().face().id();
    }

    private static void write(Catalog catalog, Indexing indexing, List<PersonFound> people, List<DoubtFound> doubts) {
        if (!indexing.people(people, doubts, "1", catalog.choices().revision())) {
            throw new AssertionError("Somebody else spoke of people meanwhile.");
        }
    }
}
