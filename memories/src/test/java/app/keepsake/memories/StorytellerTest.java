package app.keepsake.memories;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Subject;
import app.keepsake.simulator.Photo;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class StorytellerTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 1);
    private static final LocalDateTime ARRIVAL = LocalDateTime.of(2024, 5, 3, 9, 0);

    /** Fifty weeks of life in Berlin, and from number 1000 on three days in Lisbon. */
    private static List<Photo> lifeAndTrip() {
        List<Photo> photos = new ArrayList<>();
        for (int week = 0; week < 50; week++) {
            LocalDateTime saturday = LocalDateTime.of(2023, 8, 5, 15, 0).plusWeeks(week);
            if (!saturday.toLocalDate().isEqual(LocalDate.of(2024, 5, 4))) {
                photos.add(Photo.of(10 + week, saturday).in(Photo.BERLIN));
            }
        }
        for (int i = 0; i < 45; i++) {
            LocalDateTime at = ARRIVAL.plusDays(i / 15).plusMinutes(40L * (i % 15));
            photos.add(Photo.of(1000 + i, at).in(Photo.LISBON));
        }
        return photos;
    }

    private static List<Memory> makeMemories(List<Photo> photos, Locale locale) {
        return new Storyteller(Libraries.of(photos), locale).makeMemories(TODAY, List.of());
    }

    private static List<Long> assets(Memory memory) {
        return memory.shots().stream().map(Shot::assetId).toList();
    }

    @Test
    void aTripIsToldByItsPlaceAndDays() {
        Memory trip = makeMemories(lifeAndTrip(), Locale.US).getFirst();
        assertThat(trip.kind()).isEqualTo("trip");
        assertThat(trip.title()).isEqualTo("Three days in Lisbon");
        assertThat(trip.subtitle()).isEqualTo("May 2024");
        assertThat(trip.id()).matches("2024-05-lisbon-[0-9a-f]{4}");
        assertThat(trip.firstDay()).isEqualTo("2024-05-03");
        assertThat(trip.lastDay()).isEqualTo("2024-05-05");
        assertThat(assets(trip)).hasSizeBetween(8, 20).allMatch(id -> id >= 1000);
    }

    @Test
    void aTripIsToldInGermanUnderTheSameId() {
        Memory english = makeMemories(lifeAndTrip(), Locale.US).getFirst();
        Memory german = makeMemories(lifeAndTrip(), Locale.GERMANY).getFirst();
        assertThat(german.title()).isEqualTo("Drei Tage in Lissabon");
        assertThat(german.subtitle()).isEqualTo("Mai 2024");
        assertThat(german.id()).isEqualTo(english.id());
    }

    /** Six years of two people, together and alone. */
    private static Library years(long anna, long bert, String secondName) {
        Library.Builder builder = new Library.Builder(List.of(person(anna, "Anna"), person(bert, secondName)));
        for (int i = 0; i < 240; i++) {
            Photo photo = Photo.of(10 + i, LocalDateTime.of(2018, 1, 3, 12, 0).plusDays(9L * i))
                    .in(Photo.BERLIN);
            photo = i % 3 == 1 ? photo : photo.face(anna);
            builder.add((i % 3 == 0 ? photo : photo.face(bert)).view());
        }
        return builder.build();
    }

    private static Person person(long id, String name) {
        return new Person(
                id, Optional.of(name), false, false, OptionalLong.empty(), Optional.of(LocalDate.of(1990, 5, 3)));
    }

    private static List<String> idsOfPeople(Library library) {
        return new Storyteller(library, Locale.US)
                .makeMemories(TODAY, List.of()).stream()
                        .filter(memory -> Set.of("person", "together", "birthday", "then-and-now")
                                .contains(memory.kind()))
                        .map(Memory::id)
                        .sorted()
                        .toList();
    }

    @Test
    void memoriesOfPeopleKeepTheirIdsWhereALibraryWasIndexedAnew() {
        List<String> ids = idsOfPeople(years(7, 8, "Bert"));
        assertThat(ids).hasSizeGreaterThan(4).doesNotHaveDuplicates();
        assertThat(idsOfPeople(years(90, 3, "Bert"))).isEqualTo(ids);
        assertThat(idsOfPeople(years(7, 8, "anna"))).hasSameSizeAs(ids).doesNotHaveDuplicates();
    }

    private static Map<String, List<String>> formerIdsOfPeople(Library library) {
        Storyteller teller = new Storyteller(library, Locale.US);
        Map<String, List<String>> former = new TreeMap<>();
        for (Memory memory : teller.makeMemories(TODAY, List.of())) {
            List<String> before = teller.formerIds(memory.id());
            assertThat(before.isEmpty())
                    .isNotEqualTo(Set.of("person", "together", "birthday", "then-and-now")
                            .contains(memory.kind()));
            former.put(memory.id(), before);
        }
        return former;
    }

    @Test
    void memoriesOfPeopleAreFoundUnderTheNamesThatTheyHadBefore() {
        List<String> before = idsOfPeople(years(7, 8, "Bert"));
        Map<String, List<String>> after = formerIdsOfPeople(years(7, 8, "anna"));
        before.stream()
                .filter(id -> !id.contains("bert"))
                .forEach(id -> assertThat(after.values()).as(id).anyMatch(former -> former.contains(id)));
        List<String> shared = idsOfPeople(years(7, 8, "anna"));
        Map<String, List<String>> alone = formerIdsOfPeople(years(7, 8, "Bert"));
        assertThat(shared.stream().filter(id -> alone.values().stream().anyMatch(former -> former.contains(id))))
                .as("who shares the name no more")
                .hasSizeGreaterThan(3);
        assertThat(alone.values().stream().flatMap(List::stream))
                .as("the number alone")
                .contains(MemoryId.of(LocalDate.of(2018, 1, 1), "Anna", "person 7", new HashSet<>()))
                .contains(MemoryId.of(LocalDate.of(2018, 1, 1), "Anna Bert", "together 7+8", new HashSet<>()));
    }

    @Test
    void aTripThatGoesOnIsNotTold() {
        Storyteller teller = new Storyteller(Libraries.of(lifeAndTrip()), Locale.US);
        assertThat(teller.makeMemories(LocalDate.of(2024, 5, 5), List.of()))
                .extracting(Memory::kind)
                .doesNotContain("trip");
        assertThat(teller.makeMemories(LocalDate.of(2024, 5, 12), List.of()))
                .extracting(Memory::kind)
                .contains("trip");
    }

    @Test
    void theOrderInWhichAssetsComeDoesNotMatter() {
        List<Photo> photos = lifeAndTrip();
        List<Memory> told = makeMemories(photos, Locale.US);
        Collections.shuffle(photos, new Random(7));
        assertThat(makeMemories(photos, Locale.US)).isEqualTo(told);
    }

    @Test
    void theBestOfABurstIsTakenAndNoOther() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Photo photo = Photo.of(i, ARRIVAL.plusMinutes(5 * (i / 5)).plusSeconds(i % 5))
                    .burst("burst " + i / 5);
            photos.add(i % 5 == 3 ? photo.quality(0.9) : photo);
        }
        Memory memory = makeMemories(photos, Locale.US).getFirst();
        assertThat(assets(memory)).hasSizeGreaterThanOrEqualTo(5).allMatch(id -> id % 5 == 3);
    }

    @Test
    void ofPicturesThatLookAlikeOneIsTaken() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long look = (i / 5 + 1) * 0x9E3779B97F4A7C15L;
            photos.add(Photo.of(i, ARRIVAL.plusMinutes(20 * (i / 5)).plusSeconds(20 * (i % 5)))
                    .look(look ^ (0b11L << i % 5)));
        }
        Memory memory = makeMemories(photos, Locale.US).getFirst();
        assertThat(assets(memory).stream().map(id -> id / 5)).doesNotHaveDuplicates();
    }

    @Test
    void whatNobodyWantsToSeeIsLeftOut() {
        List<Photo> photos = lifeAndTrip();
        photos.add(
                Photo.of(2000, ARRIVAL.plusHours(1)).in(Photo.LISBON).quality(1).flag(Flag.Kind.RECEIPT, 0.9));
        photos.add(
                Photo.of(2001, ARRIVAL.plusHours(1)).in(Photo.LISBON).quality(1).flag(Flag.Kind.NUDITY, 0.6));
        photos.add(
                Photo.of(2002, ARRIVAL.plusHours(1)).in(Photo.LISBON).quality(1).hidden());
        photos.add(
                Photo.of(2003, ARRIVAL.plusHours(1)).in(Photo.LISBON).quality(1).sharpness(0.05));
        photos.add(
                Photo.of(2004, ARRIVAL.plusHours(1)).in(Photo.LISBON).quality(1).exposure(0.05));
        photos.add(Photo.of(2005, ARRIVAL.plusHours(1)).in(Photo.LISBON).quality(1));
        assertThat(makeMemories(photos, Locale.US).getFirst().shots())
                .extracting(Shot::assetId)
                .doesNotContain(2000L, 2001L, 2002L, 2003L, 2004L)
                .contains(2005L);
    }

    @Test
    void allFavouritesAreTakenEvenWhenTheyAreMany() {
        List<Photo> photos = lifeAndTrip();
        photos.stream().skip(60).limit(28).forEach(photo -> photo.favourite().quality(0.1));
        List<Long> favourites = photos.stream()
                .skip(60)
                .limit(28)
                .map(photo -> photo.view().asset().id())
                .toList();
        assertThat(assets(makeMemories(photos, Locale.US).getFirst())).containsAll(favourites);
    }

    @Test
    void ofALivePhotoTheStillIsTaken() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            photos.add(Photo.of(i, ARRIVAL.plusMinutes(20 * i)).live("live " + i));
            photos.add(Photo.of(100 + i, ARRIVAL.plusMinutes(20 * i))
                    .live("live " + i)
                    .clip()
                    .quality(1));
        }
        assertThat(assets(makeMemories(photos, Locale.US).getFirst())).allMatch(id -> id < 100);
    }

    @Test
    void shotsAreInOrderOfTimeBetweenOpeningAndClosing() {
        List<Shot> shots = makeMemories(lifeAndTrip(), Locale.US).getFirst().shots();
        assertThat(shots.getFirst().role()).isEqualTo(Shot.Role.OPENING);
        assertThat(shots.getLast().role()).isEqualTo(Shot.Role.CLOSING);
        List<Long> body =
                shots.subList(1, shots.size() - 1).stream().map(Shot::assetId).toList();
        assertThat(body).isSorted();
        assertThat(shots).allSatisfy(shot -> assertThat(shot.reason()).isNotBlank());
    }

    @Test
    void theOpeningShowsWhereWeAreAndTheClosingWhoWasThere() {
        List<Photo> photos = lifeAndTrip();
        photos.add(Photo.of(2000, ARRIVAL.plusMinutes(61))
                .in(Photo.LISBON)
                .quality(0.8)
                .tag("city"));
        photos.add(Photo.of(2001, ARRIVAL.plusDays(2).plusHours(9))
                .in(Photo.LISBON)
                .quality(0.8)
                .face(0)
                .face(0)
                .face(0)
                .smiling());
        List<Long> shots = assets(makeMemories(photos, Locale.US).getFirst());
        assertThat(shots.getFirst()).isEqualTo(2000L);
        assertThat(shots.getLast()).isEqualTo(2001L);
    }

    @Test
    void aPlaceThatOnlySomePicturesKnowIsNotNamed() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Photo photo = Photo.of(i, ARRIVAL.plusMinutes(10 * i));
            photos.add(i < 4 ? photo.in(Photo.LISBON) : photo);
        }
        assertThat(makeMemories(photos, Locale.US).getFirst().title()).isEqualTo("May 3, 2024");
        assertThat(makeMemories(photos, Locale.GERMANY).getFirst().title()).isEqualTo("3. Mai 2024");
    }

    @Test
    void severalTownsOfOneCountryAreNamedAfterTheCountry() {
        List<Photo> photos = lifeAndTrip();
        List<Photo.Spot> stops = List.of(Photo.LISBON, Photo.SINTRA, Photo.PORTO);
        for (int i = 0; i < 45; i++) {
            LocalDateTime at =
                    LocalDateTime.of(2024, 6, 10, 9, 0).plusDays(i / 15).plusMinutes(40L * (i % 15));
            photos.add(Photo.of(3000 + i, at).in(stops.get(i / 15)).quality(0.9));
        }
        Memory trip = makeMemories(photos, Locale.US).getFirst();
        assertThat(trip.title()).isEqualTo("Three days in Portugal");
        assertThat(trip.subtitle()).isEqualTo("Lisbon, Sintra, and Porto \u00b7 June 2024");
    }

    @Test
    void aHandfulOfScatteredPicturesIsStillAMemory() {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            photos.add(Photo.of(i, ARRIVAL.minusMonths(i)));
        }
        List<Memory> memories = makeMemories(photos, Locale.US);
        assertThat(memories).extracting(Memory::kind).containsExactly("highlights");
        assertThat(memories.getFirst().shots()).hasSize(5);
    }

    @Test
    void aFolderIsToldUnderItsName() {
        List<Photo> photos = lifeAndTrip();
        for (int i = 0; i < 20; i++) {
            photos.add(Photo.of(4000 + i, ARRIVAL.plusDays(i)).folder("/photos/Garden/2024"));
        }
        Storyteller teller = new Storyteller(Libraries.of(photos), Locale.US);
        Memory memory =
                teller.ofFolder(Path.of("/photos/Garden"), TODAY, List.of()).orElseThrow();
        assertThat(memory.title()).isEqualTo("Garden");
        assertThat(assets(memory)).hasSizeBetween(8, 20).allMatch(id -> id >= 4000);
        assertThat(teller.ofFolder(Path.of("/photos/Gar"), TODAY, List.of())).isEmpty();
    }

    @Test
    void whatTheUserNeverWantsIsInNoMemory() {
        Storyteller teller = new Storyteller(Libraries.of(lifeAndTrip()), Locale.US);
        Choice never = new Choice(1, Choice.Stance.NEVER, new Subject.OfPlace("lisbon"), "", Instant.EPOCH);
        assertThat(teller.makeMemories(TODAY, List.of(never)))
                .flatExtracting(Memory::shots)
                .extracting(Shot::assetId)
                .isNotEmpty()
                .allMatch(id -> id < 1000);
    }
}
