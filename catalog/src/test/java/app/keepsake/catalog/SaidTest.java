package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What was said comes back: in an empty catalog, in one that was indexed anew, in the other database. */
@ParameterizedClass
@EnumSource(Engine.class)
final class SaidTest {
    /** More of them are looked at with {@code -Dkeepsake.said.libraries=100}. */
    private static final int LIBRARIES = Integer.getInteger("keepsake.said.libraries", 3);

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private Catalog open(Engine which, String name) throws IOException {
        return Catalog.open(which.newCatalog(Files.createDirectories(folder.resolve(name))));
    }

    private Engine other() {
        return engine == Engine.SQLITE ? Engine.POSTGRESQL : Engine.SQLITE;
    }

    /** The same for two catalogs that number their people in another order. */
    private static Said canonical(Said said) {
        Map<Long, String> keys = new HashMap<>();
        said.people().forEach(one -> keys.put(one.number(), one.name().orElse("~")));
        Set<Long> known = Set.copyOf(keys.keySet());
        said.faces().stream()
                .filter(face -> known.contains(face.person()))
                .sorted(Comparator.comparing((Said.KnownFace face) -> face.photo() + " " + face.box()))
                .forEach(face -> keys.merge(face.person(), " " + face.photo() + face.box(), String::concat));
        said.corrections()
                .forEach(one -> keys.merge(one.person(), " " + one.photo() + one.box() + one.same(), String::concat));
        said.choices().forEach(choice -> {
            if (choice.subject() instanceof Subject.OfPerson(long id)) {
                keys.merge(id, " " + choice.stance() + choice.at(), String::concat);
            }
        });
        List<Long> order = new ArrayList<>(keys.keySet());
        order.sort(Comparator.comparing(keys::get));
        Map<Long, Long> to = new HashMap<>();
        order.forEach(number -> to.put(number, to.size() + 1L));
        return new Said(
                said.people().stream()
                        .map(one -> one.numbered(to.get(one.number())))
                        .sorted(Comparator.comparing(Said.Someone::number))
                        .toList(),
                said.faces().stream()
                        .filter(one -> known.contains(one.person()))
                        .map(one -> new Said.KnownFace(one.photo(), one.box(), to.get(one.person()), one.key()))
                        .sorted(Comparator.comparing(Said.KnownFace::toString))
                        .toList(),
                said.corrections().stream()
                        .map(one ->
                                new Said.Correction(one.photo(), one.box(), to.get(one.person()), one.same(), one.at()))
                        .toList(),
                said.choices().stream()
                        .map(one -> new Choice(0, one.stance(), subject(one.subject(), to), one.note(), one.at()))
                        .toList(),
                said.edits(),
                said.requests(),
                said.showings(),
                said.unsure(),
                said.dates(),
                said.marks());
    }

    private static void assertSame(Said found, Said expected, String what) {
        Said one = canonical(found);
        Said other = canonical(expected);
        assertThat(one.people()).as(what).isEqualTo(other.people());
        assertThat(one.faces()).as(what).isEqualTo(other.faces());
        assertThat(one).as(what).isEqualTo(other);
    }

    private static Subject subject(Subject subject, Map<Long, Long> to) {
        return switch (subject) {
            case Subject.OfPerson(long id) -> new Subject.OfPerson(to.get(id));
            case Subject.OfPair(long a, long b) ->
                new Subject.OfPair(Math.min(to.get(a), to.get(b)), Math.max(to.get(a), to.get(b)));
            default -> subject;
        };
    }

    @Test
    void comesBackInAnEmptyCatalogOfTheOtherDatabase() throws IOException {
        for (int seed = 0; seed < LIBRARIES; seed++) {
            Random random = new Random(seed);
            SpokenLibrary library = new SpokenLibrary(random, 15, 4);
            try (Catalog catalog = open(engine, "a" + seed);
                    Catalog empty = open(other(), "b" + seed)) {
                library.index(catalog, random, false);
                library.speak(catalog, random, 40);
                Said said = catalog.said();

                Restored done = empty.restore(said, Restored.Way.MERGE, () -> {});
                assertThat(done.peopleNew()).isEqualTo(said.people().size());
                assertThat(empty.said().people()).as("seed %d", seed).isEqualTo(said.people());
                assertSame(empty.said(), said, "seed " + seed);

                library.index(empty, new Random(-seed), false);
                assertSame(empty.said(), said, "seed %d, indexed afterwards".formatted(seed));
            }
        }
    }

    @Test
    void comesBackWhereThePhotosWereIndexedAnew() throws IOException {
        for (int seed = 0; seed < LIBRARIES; seed++) {
            Random random = new Random(seed);
            SpokenLibrary library = new SpokenLibrary(random, 15, 4);
            try (Catalog catalog = open(engine, "a" + seed);
                    Catalog anew = open(engine, "b" + seed)) {
                library.index(catalog, random, false);
                library.speak(catalog, random, 40);
                Said said = catalog.said();

                library.index(anew, new Random(-seed), true);
                Restored tried = anew.rehearse(said, Restored.Way.MERGE);
                assertThat(anew.said().isNothing())
                        .as("a rehearsal leaves nothing")
                        .isTrue();
                assertThat(anew.restore(said, Restored.Way.MERGE, () -> {})).isEqualTo(tried);
                assertSame(anew.said(), said, "seed " + seed);

                Restored again = anew.restore(said, Restored.Way.MERGE, () -> {});
                assertThat(again.peopleNew() + again.corrections() + again.choices() + again.edits())
                        .as("seed %d, said twice", seed)
                        .isZero();
                assertSame(anew.said(), said, "seed %d, said twice".formatted(seed));
            }
        }
    }

    @Test
    void replacesAllThatWasSaidHere() throws IOException {
        for (int seed = 0; seed < LIBRARIES; seed++) {
            Random random = new Random(seed);
            SpokenLibrary library = new SpokenLibrary(random, 15, 4);
            try (Catalog catalog = open(engine, "a" + seed);
                    Catalog second = open(engine, "b" + seed)) {
                library.index(catalog, random, false);
                library.speak(catalog, random, 40);
                Said said = catalog.said();
                library.index(second, random, false);
                library.speak(second, random, 40);

                Restored ignored = second.restore(said, Restored.Way.REPLACE, () -> {});
                assertSame(second.said(), said, "seed " + seed);
            }
        }
    }

    @Test
    void whatTheCatalogKnowsStaysWhereTheOtherSaysSomethingElse() throws IOException {
        SpokenLibrary library = new SpokenLibrary(new Random(1), 10, 2);
        try (Catalog catalog = open(engine, "a");
                Catalog second = open(engine, "b")) {
            for (Catalog one : List.of(catalog, second)) {
                library.index(one, new Random(2), false);
            }
            long person = catalog.people().all().getFirst().id();
            catalog.people().name(person, "Anna");
            catalog.people().hide(person, true);
            catalog.edits().put("m", titled("There"));
            second.people().name(person, "Bert");
            second.edits().put("m", titled("Here"));

            Restored done = second.restore(catalog.said(), Restored.Way.MERGE, () -> {});

            assertThat(second.people().find(person).orElseThrow().name()).contains("Bert");
            assertThat(second.people().find(person).orElseThrow().hidden()).isFalse();
            assertThat(second.people().named("Anna")).hasSize(1).allMatch(Person::hidden);
            assertThat(second.edits().of("m")).isEqualTo(titled("Here"));
            assertThat(done.edits()).isZero();
        }
    }

    private static Edit titled(String title) {
        return new Edit(Optional.of(title), Optional.empty(), Optional.empty(), 0, Optional.empty(), List.of());
    }

    @Test
    void isTakenOverWholeOrNotAtAll() throws IOException {
        Said.EditOf impossible = new Said.EditOf(
                "m",
                Optional.of("T"),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of(),
                Map.of(),
                Map.of(),
                Instant.MAX);
        Said said = new Said(
                List.of(new Said.Someone(7, Optional.of("Anna"), false, false, Optional.empty())),
                List.of(),
                List.of(),
                List.of(new Choice(0, Choice.Stance.NEVER, new Subject.OfPerson(7), "", Instant.EPOCH)),
                List.of(impossible),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        try (Catalog catalog = open(engine, "a")) {
            Choice before = catalog.choices().add(Choice.Stance.LESS, new Subject.OfTag("food"), "");
            assertThatThrownBy(() -> catalog.restore(said, Restored.Way.REPLACE, () -> {}))
                    .isInstanceOf(ArithmeticException.class);
            assertThat(catalog.choices().all()).containsExactly(before);
            assertThat(catalog.people().all()).isEmpty();
        }
    }

    @Test
    void waitsWhileAnotherIndexes() throws IOException {
        try (Catalog catalog = open(engine, "a");
                Indexing indexing = catalog.beginIndexing()) {
            assertThat(catalog.said().isNothing()).isTrue();
            assertThatThrownBy(() -> catalog.restore(Said.NOTHING, Restored.Way.MERGE, () -> {}))
                    .isInstanceOf(AlreadyIndexingException.class);
        }
    }

    @Test
    void speaksOnlyOfPeopleWhomItNames() {
        assertThatThrownBy(() -> new Said(
                        List.of(new Said.Someone(1, Optional.empty(), false, false, Optional.of(LocalDate.EPOCH))),
                        List.of(),
                        List.of(),
                        List.of(new Choice(0, Choice.Stance.NEVER, new Subject.OfPerson(2), "", Instant.EPOCH)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()))
                .hasMessageContaining("found 2");
    }
}
