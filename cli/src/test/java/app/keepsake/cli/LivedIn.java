package app.keepsake.cli;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Subject;
import app.keepsake.cli.demo.SampleLibrary;
import app.keepsake.operations.memories.TellMemories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The sample library as somebody has it who used it for a while: an album, names, choices, and a place to send to. */
final class LivedIn {
    private static final List<String> NAMES = List.of("Anna", "Ben", "Clara");
    private static final String SETTINGS =
            "{\"folders\":[\"%s\"],\"language\":\"%s\",\"background\":false,\"thumbnailMegabytes\":500,\"cores\":null}";

    private LivedIn() {}

    /**
     * Makes the photos and their library in a folder that is empty.
     *
     * @return the library's folder
     */
    static Path make(Path folder) throws IOException {
        Path photos = folder.resolve("photos");
        SampleLibrary.create(photos, done -> {});
        move(photos, "IMG_2025091[234].*", photos.resolve("2025-09-12 Venice for two"));
        Path library = Files.createDirectories(folder.resolve("library"));
        if (TestCommand.run("index", photos.toString(), "--library", library.toString())
                        .code()
                != ExitCode.OK) {
            throw new AssertionError("the sample library was not indexed");
        }
        try (Catalog catalog = Catalog.open(library.resolve("catalog.db"))) {
            nameThree(catalog);
            long cover = catalog.albums().list().getFirst().cover();
            catalog.choices()
                    .add(
                            Choice.Stance.NEVER,
                            new Subject.OfAsset(
                                    catalog.assets().find(cover).orElseThrow().hash()),
                            "");
            catalog.choices().add(Choice.Stance.LESS, new Subject.OfKind("season"), "");
            catalog.choices().add(Choice.Stance.HIDE, new Subject.OfAsset(oldest(catalog)), "");
            new TellMemories(catalog, Locale.UK).on(LocalDate.now());
        }
        speak(library, photos, "en");
        return library;
    }

    /** Of those whose date is known, for the others are asked about. */
    private static ContentHash oldest(Catalog catalog) {
        List<Asset> dated = new ArrayList<>();
        catalog.assets().each(view -> {
            if (view.asset().facts().knownTaken().isPresent()) {
                dated.add(view.asset());
            }
        });
        return dated.getFirst().hash();
    }

    /** Sets the pages' language, before the service starts. */
    static void speak(Path library, Path photos, String language) throws IOException {
        Files.writeString(library.resolve("settings.json"), SETTINGS.formatted(photos, language));
    }

    private static void nameThree(Catalog catalog) {
        Iterator<String> names = NAMES.iterator();
        catalog.people().all().stream()
                .sorted(Comparator.comparingInt((Person person) ->
                                -catalog.people().faces(person.id()).size())
                        .thenComparingLong(Person::id))
                .limit(NAMES.size())
                .forEach(person -> catalog.people().name(person.id(), names.next()));
    }

    private static void move(Path photos, String names, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> samples = Files.list(photos)) {
            for (Path sample : samples.filter(Files::isRegularFile).toList()) {
                String name = sample.getFileName().toString();
                if (name.matches(names)) {
                    Files.move(sample, to.resolve(name));
                }
            }
        }
    }
}
