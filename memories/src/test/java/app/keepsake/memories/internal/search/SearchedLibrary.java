package app.keepsake.memories.internal.search;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Relation;
import app.keepsake.memories.Meanings;
import app.keepsake.memories.TextVectors;
import app.keepsake.memories.internal.words.Words;
import app.keepsake.simulator.Photo;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A few pictures, one of each thing that can be looked for, to find them by number. */
final class SearchedLibrary {
    static final Photo.Spot BAD_TOELZ = new Photo.Spot(47.76, 11.56, "Bad Tölz", "Bavaria", "DE");
    static final Photo.Spot MUNICH = new Photo.Spot(48.14, 11.58, "Munich", "Bavaria", "DE");
    static final Photo.Spot NEW_YORK = new Photo.Spot(40.71, -74.0, "New York", "New York", "US");

    private final List<AssetView> views = new ArrayList<>();
    final LibrarySearch.Base base;

    SearchedLibrary(Locale locale) {
        add(Photo.of(1, at("2023-07-10")).face(1).face(2).tag("beach").in(Photo.LISBON));
        add(Photo.of(2, at("2023-07-11")).face(1).tag("dog"));
        add(Photo.of(3, at("2023-12-28")).tag("dog").tag("snow").pet(6, "dog"));
        add(Photo.of(4, at("2023-12-29")).tag("snow").in(MUNICH));
        add(Photo.of(5, at("2022-05-03")).face(2).tag("cake"));
        add(Photo.of(6, at("2022-05-04")).tag("cat").in(BAD_TOELZ));
        add(Photo.of(7, at("2024-07-05")).flag(Flag.Kind.SCREENSHOT, 0.9).sized(1170, 2532));
        add(Photo.of(8, at("2022-12-24")).in(MUNICH).face(3));
        add(Photo.of(9, at("2022-06-01")).clip().face(1));
        add(Photo.of(10, at("2021-06-01")).sized(12000, 3000).tag("mountain"));
        add(Photo.of(11, at("2021-06-02")).live("live 1"));
        add(Photo.of(12, at("2021-06-02")).live("live 1").clip());
        add(Photo.of(13, at("2023-06-03")).favourite().in(NEW_YORK).tag("beach"));
        add(Photo.of(14, at("2020-01-01")).flag(Flag.Kind.DOCUMENT, 0.9).tag("coast"));
        add(Photo.of(15, at("2023-04-30")).face(4).flag(Flag.Kind.RECEIPT, 0.9));
        add(Photo.of(16, at("2023-08-01")).hidden().face(1).tag("dog"));
        views.sort(Comparator.comparing(
                        (AssetView view) -> view.asset().facts().capturedAt().orElseThrow())
                .thenComparing(view -> view.asset().id()));
        base = LibrarySearch.read(
                locale,
                Set.of(Photo.hash(2)),
                views::forEach,
                lines -> {
                    lines.line(4, "Gasthof Adler");
                    lines.line(4, "Öffnungszeiten Krüger");
                    lines.line(5, "Coast guard 2021");
                    lines.line(5, "清潔港区MINATO");
                    lines.line(16, "Geheimnis");
                    lines.line(99, "Unbekannt");
                },
                vectors -> {
                    for (AssetView view : views) {
                        vectors.vector(view.asset().id(), direction(view.asset().id()));
                    }
                    vectors.vector(99, direction(1));
                });
    }

    /** Pictures of like numbers look alike: a number is an angle. */
    private static byte[] direction(long number) {
        double angle = number / 6.0;
        return new byte[] {(byte) Math.round(100 * Math.cos(angle)), (byte) Math.round(100 * Math.sin(angle))};
    }

    /** What looks like the picture of a number. */
    static TextVectors like(long number) {
        byte[] vector = direction(number);
        return words -> Optional.of(new float[] {vector[0], vector[1]});
    }

    private static LocalDateTime at(String day) {
        return LocalDateTime.parse(day + "T12:00");
    }

    private void add(Photo photo) {
        AssetView view = photo.view();
        String camera = view.asset().id() % 2 == 0 ? "Apple iPhone 13" : "Canon EOS R6";
        views.add(new AssetView(
                new Asset(
                        view.asset().id(),
                        view.asset().hash(),
                        view.asset().facts().takenBy(Optional.of(camera), Optional.empty())),
                view.files(),
                view.faces(),
                view.quality(),
                view.tags(),
                view.flags(),
                view.versions()));
    }

    static List<Person> people() {
        return List.of(
                related(1, "Anna", false, Relation.DAUGHTER),
                person(2, "Ben", false),
                person(3, "Clara Müller", false),
                person(4, "April", false),
                new Person(6, Optional.of("Rex"), false, true, OptionalLong.empty(), Optional.empty()),
                related(5, "Gina", true, Relation.SISTER));
    }

    private static Person related(long id, String name, boolean hidden, Relation relation) {
        return new Person(
                id,
                Optional.of(name),
                hidden,
                false,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(relation));
    }

    static Person person(long id, String name, boolean hidden) {
        return new Person(id, Optional.of(name), hidden, false, OptionalLong.empty(), Optional.empty());
    }

    QueryParser parser(Meanings meanings) {
        List<Words> languages = base.languages();
        return new QueryParser(
                List.of(KnownNames.of(people(), languages), base.names()),
                new WrittenWords(base.pictures().texts, condition -> true),
                base.times(),
                languages,
                base.pictures().tags.keySet(),
                meanings);
    }

    LibrarySearch search(Set<Long> unseen) {
        return new LibrarySearch(base, people(), unseen);
    }
}
