package app.keepsake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** A library made of a seed, of which much was said. The same photos can be indexed elsewhere, in another order. */
final class SpokenLibrary {
    private static final List<String> NAMES = List.of("Anna", "Bert", "Chloé", "anna", "Дина", "E, \"F\"\tG");

    private static final List<String> DATES =
            List.of("1985", "1985-07", "1985-07-14", "1983..1986", "1980s", "1985-07-14T15:30");

    private record Photo(String name, List<AssetFace> faces, List<Integer> whose) {}

    private final List<Photo> photos = new ArrayList<>();
    private final int people;

    /** @param people who are in the pictures; one is in a picture at most once */
    SpokenLibrary(Random random, int photos, int people) {
        this.people = people;
        for (int i = 0; i < photos; i++) {
            List<Integer> all = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                all.add(person);
            }
            Collections.shuffle(all, random);
            List<Integer> whose = all.subList(0, random.nextInt(Math.min(4, people + 1)));
            List<AssetFace> faces = new ArrayList<>();
            for (int face = 0; face < whose.size(); face++) {
                faces.add(AssetFace.detected(
                        new Box(0.3 * face + random.nextDouble() * 0.05, random.nextDouble() * 0.5, 0.2, 0.25), 0.9));
            }
            this.photos.add(new Photo("photo" + i, faces, List.copyOf(whose)));
        }
    }

    /**
     * Indexes the photos and groups their faces.
     *
     * @param order of the photos
     * @param broken whether people are grouped in halves, as a network that is less sure does
     */
    void index(Catalog catalog, Random order, boolean broken) {
        List<Photo> shuffled = new ArrayList<>(photos);
        Collections.shuffle(shuffled, order);
        try (Indexing indexing = catalog.beginIndexing()) {
            Map<Integer, List<Long>> groups = new HashMap<>();
            for (Photo photo : shuffled) {
                Asset asset = indexing.add(
                        Path.of("/photos", photo.name + ".jpg"),
                        Samples.stamp(1),
                        Samples.hash(photo.name),
                        Samples.facts(Samples.NOON),
                        "m1",
                        Samples.findings(photo.faces, "v1"));
                // Faces are told from left to right, as they were made.
                List<AssetFace> found =
                        catalog.assets().view(asset.id()).orElseThrow().faces();
                for (int i = 0; i < found.size(); i++) {
                    int half = broken && order.nextBoolean() ? people : 0;
                    if (found.get(i).personId().isEmpty()) {
                        groups.computeIfAbsent(photo.whose.get(i) + half, person -> new ArrayList<>())
                                .add(found.get(i).id());
                    }
                }
            }
            List<List<Long>> told = new ArrayList<>(groups.values());
            Collections.shuffle(told, order);
            assertThat(indexing.people(
                            told.stream()
                                    .map(faces ->
                                            new PersonFound(OptionalLong.empty(), Optional.empty(), List.of(), faces))
                                    .toList(),
                            List.of(),
                            "p1",
                            catalog.choices().revision()))
                    .isTrue();
        }
    }

    /** Says this and that. */
    void speak(Catalog catalog, Random random, int times) {
        for (int i = 0; i < times; i++) {
            sayOne(catalog, random, i);
        }
    }

    private void sayOne(Catalog catalog, Random random, int turn) {
        List<Person> all = catalog.people().all();
        if (all.size() < 2) {
            return;
        }
        Person one = all.get(random.nextInt(all.size()));
        Person other = all.get(random.nextInt(all.size()));
        List<People.FaceInLibrary> faces = catalog.people().faces(one.id());
        List<Asset> assets = new ArrayList<>();
        catalog.assets().each(view -> assets.add(view.asset()));
        Asset asset = assets.get(random.nextInt(assets.size()));
        String memory = "2024-05-memory-" + random.nextInt(8);
        switch (random.nextInt(20)) {
            case 0, 1 -> catalog.people().name(one.id(), NAMES.get(random.nextInt(NAMES.size())));
            case 2 -> catalog.people().hide(one.id(), random.nextBoolean());
            case 3 -> catalog.people().born(one.id(), Optional.of(LocalDate.ofEpochDay(random.nextInt(20_000))));
            case 18 -> {
                Undo ignored = catalog.people()
                        .change(
                                one.id(),
                                new People.Change(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(new People.About(
                                                Optional.empty(),
                                                Optional.of(MonthDay.of(2, 1 + random.nextInt(29))),
                                                Optional.of(Relation.values()[random.nextInt(4)])))));
            }
            case 19 -> {
                if (random.nextInt(8) == 0) {
                    Undo ignored = catalog.people().nobody(one.id());
                }
            }
            case 4 ->
                faces.stream()
                        .findAny()
                        .ifPresent(face ->
                                catalog.people().keyFace(one.id(), face.face().id()));
            case 5 -> {
                if (random.nextInt(4) == 0) {
                    catalog.people().merge(one.id(), other.id());
                }
            }
            case 6, 7 ->
                faces.stream()
                        .findFirst()
                        .ifPresent(face -> catalog.people()
                                .correct(other.id(), List.of(face.face().id()), random.nextBoolean()));
            case 8 ->
                faces.stream()
                        .findFirst()
                        .ifPresent(face -> catalog.people()
                                .correct(one.id(), List.of(face.face().id()), false));
            case 9 -> {
                if (faces.size() > 1) {
                    Person ignored = catalog.people()
                            .split(one.id(), List.of(faces.getLast().face().id()));
                }
            }
            case 10, 11 -> choose(catalog, random, one, other, asset, turn);
            case 12 -> {
                List<People.FaceInLibrary> others = catalog.people().faces(other.id());
                if (one.id() != other.id() && !faces.isEmpty() && !others.isEmpty()) {
                    catalog.doubts()
                            .answer(
                                    faces.getFirst().face().id(),
                                    others.getFirst().face().id(),
                                    Doubts.Answer.UNSURE);
                }
            }
            case 16, 17 -> {
                Dates.Saying said =
                        catalog.dates().say(Map.of(asset.hash(), Taken.parse(DATES.get(random.nextInt(DATES.size())))));
                if (random.nextInt(4) == 0) {
                    assertThat(catalog.dates().takeBack(said.at())).isTrue();
                }
            }
            case 13 ->
                catalog.edits()
                        .put(
                                memory,
                                new Edit(
                                        Optional.of("Title " + turn),
                                        random.nextBoolean() ? Optional.of("") : Optional.empty(),
                                        Optional.of("gentle"),
                                        random.nextInt(5),
                                        random.nextBoolean()
                                                ? Optional.of(Path.of("/music/a b.mp3"))
                                                : Optional.empty(),
                                        random.nextBoolean() ? List.of(asset.id()) : List.of(),
                                        Map.of(),
                                        Map.of(
                                                asset.id(),
                                                new ShotEdit(Optional.of("Turn " + turn), ShotEdit.Hold.LONGER))));
            default -> {
                catalog.memories().asked(new Request(memory, "request", "Anna at the \"sea\" " + turn));
                LocalDate day = LocalDate.of(2024, 5, 3);
                catalog.memories()
                        .shown(
                                day.plusDays(random.nextInt(20)),
                                List.of(new Memory(
                                        memory,
                                        "trip",
                                        "T",
                                        "",
                                        day,
                                        day,
                                        1,
                                        0,
                                        List.of(new Shot(asset.id(), Shot.Role.BODY, "")),
                                        "1")));
            }
        }
    }

    private static void choose(Catalog catalog, Random random, Person one, Person other, Asset asset, int turn) {
        List<Choice> inForce = catalog.choices().all();
        if (!inForce.isEmpty() && random.nextInt(4) == 0) {
            boolean ignored = catalog.choices()
                    .remove(inForce.get(random.nextInt(inForce.size())).id());
            return;
        }
        Subject subject = switch (random.nextInt(6)) {
            case 0 -> new Subject.OfPerson(one.id());
            case 1 ->
                one.id() == other.id()
                        ? new Subject.OfPerson(one.id())
                        : new Subject.OfPair(Math.min(one.id(), other.id()), Math.max(one.id(), other.id()));
            case 2 -> new Subject.OfAsset(asset.hash());
            case 3 -> new Subject.OfFolder("/photos/" + turn);
            case 4 -> new Subject.OfDates(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 1 + random.nextInt(30)));
            default -> new Subject.OfTag("beach\n" + turn);
        };
        Choice ignored = catalog.choices()
                .add(
                        Choice.Stance.values()[random.nextInt(4)],
                        subject,
                        random.nextBoolean() ? "" : "because \u00fc " + Instant.EPOCH);
    }
}
