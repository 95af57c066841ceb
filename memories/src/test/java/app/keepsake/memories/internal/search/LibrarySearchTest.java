package app.keepsake.memories.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.Taken;
import app.keepsake.memories.Meanings;
import app.keepsake.memories.Search;
import app.keepsake.memories.Search.Asking;
import app.keepsake.memories.SearchAnswer;
import app.keepsake.memories.SearchAnswer.Sort;
import app.keepsake.memories.SearchAnswer.Suggestion;
import app.keepsake.simulator.Photo;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LibrarySearchTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 1);
    private static final SearchedLibrary LIBRARY = new SearchedLibrary(Locale.US);

    private static SearchAnswer find(String words, Set<Long> unseen, boolean typing) {
        return LIBRARY.search(unseen).find(new Asking(words, TODAY, typing, 0, 100), Meanings.NONE);
    }

    private static List<Long> found(String words) {
        return find(words, Set.of(), false).pictures();
    }

    @Test
    void allWordsMustFit() {
        assertThat(found("Hunde im Schnee")).containsExactly(3L);
        assertThat(found("dogs")).containsExactly(3L, 2L);
        assertThat(found("Anna and Ben at the beach 2023")).containsExactly(1L);
        assertThat(found("Anna and Ben at the beach 2022")).isEmpty();
    }

    private static SearchAnswer seen(String words, long like, Set<Long> unseen) {
        return LIBRARY.search(unseen)
                .find(new Asking(words, TODAY, false, 0, 100), Meanings.NONE, SearchedLibrary.like(like));
    }

    @Test
    void whatLooksAlikeComesAfterWhatWordsFind() {
        SearchAnswer answer = seen("cake", 10, Set.of());
        assertThat(answer.pictures().getFirst()).isEqualTo(5L);
        assertThat(answer.byWords()).isEqualTo(1);
        assertThat(answer.pictures().subList(1, 4)).containsExactlyInAnyOrder(10L, 11L, 8L);
        assertThat(answer.pictures().get(1)).isEqualTo(10L);
        assertThat(answer.total()).isEqualTo(answer.pictures().size());
        assertThat(answer.pictures()).doesNotContain(1L, 2L).doesNotHaveDuplicates();
    }

    @Test
    void wordsThatNothingIsCalledAreLookedForByTheirLook() {
        SearchAnswer answer = seen("splashing in fountains", 2, Set.of());
        assertThat(answer.pictures()).startsWith(2L).contains(1L, 3L).doesNotContain(14L);
        assertThat(answer.byWords()).isZero();
        assertThat(answer.unknown()).isEmpty();
        assertThat(answer.waits()).isFalse();
        // What is asked of people, places and times holds all the same.
        assertThat(seen("Anna splashing", 2, Set.of()).pictures()).containsExactly(2L, 1L);
        assertThat(seen("splashing without Ben", 2, Set.of()).pictures())
                .startsWith(2L)
                .doesNotContain(1L);
        assertThat(seen("splashing 2019", 2, Set.of()).pictures()).isEmpty();
    }

    @Test
    void whatMayNotBeSeenIsNotFoundByItsLook() {
        assertThat(seen("splashing", 2, Set.of(2L)).pictures()).contains(1L, 3L).doesNotContain(2L);
        assertThat(seen("splashing", 16, Set.of()).pictures()).doesNotContain(16L, 12L);
    }

    @Test
    void withoutAnEncoderNothingChangesAndOneThatIsAskedIsWaitedFor() {
        Search search = LIBRARY.search(Set.of());
        Asking asking = new Asking("splashing dogs", TODAY, false, 0, 100);
        assertThat(search.find(asking, Meanings.NONE).unknown()).containsExactly("splashing");
        SearchAnswer waiting = search.find(asking, Meanings.NONE, words -> Optional.empty());
        assertThat(waiting.waits()).isTrue();
        assertThat(waiting.pictures()).containsExactly(3L, 2L);
        assertThat(search.find(new Asking("Anna", TODAY, false, 0, 100), Meanings.NONE, words -> Optional.empty())
                        .waits())
                .isFalse();
    }

    @Test
    void pagesGoOnWhereTheOneBeforeEnded() {
        List<Long> all = seen("cake", 10, Set.of()).pictures();
        assertThat(LIBRARY.search(Set.of())
                        .find(new Asking("cake", TODAY, false, 1, 2), Meanings.NONE, SearchedLibrary.like(10))
                        .pictures())
                .isEqualTo(all.subList(1, 3));
    }

    @Test
    void petsAreFoundByTheirNames() {
        assertThat(found("Rex im Schnee")).containsExactly(3L);
        assertThat(found("Rex at the beach")).isEmpty();
        assertThat(find("Re", Set.of(), true).suggestions())
                .extracting(Suggestion::label)
                .contains("Rex");
    }

    @Test
    void oneOfSeveralOrNone() {
        assertThat(found("cats or dogs")).containsExactly(3L, 2L, 6L);
        assertThat(found("Anna or Ben in Lisbon")).containsExactly(1L);
        assertThat(found("Anna without Ben")).containsExactly(2L, 9L);
    }

    @Test
    void kindsOfFiles() {
        assertThat(found("videos")).containsExactly(9L);
        assertThat(found("panoramas")).containsExactly(10L);
        assertThat(found("live photos")).containsExactly(11L);
        assertThat(found("favourites")).containsExactly(2L, 13L);
        assertThat(found("screenshots from last month")).containsExactly(7L);
    }

    @Test
    void datesAndPlaces() {
        assertThat(found("\"Bad Tölz\"")).containsExactly(6L);
        assertThat(found("last summer")).containsExactly(2L, 1L, 13L);
        assertThat(found("Christmas in Munich")).containsExactly(8L);
        assertThat(found("Bavaria 2022")).containsExactly(8L, 6L);
    }

    @Test
    void whatIsWrittenInPictures() {
        assertThat(found("Gasthof")).containsExactly(4L);
        assertThat(found("\"gasthof adler\"")).containsExactly(4L);
        assertThat(found("\"gasthof snow\"")).isEmpty();
        assertThat(found("öffnungszeiten KRUGER")).containsExactly(4L);
        assertThat(found("oeffnungszeiten krueger")).containsExactly(4L);
        assertThat(found("adler in Munich")).containsExactly(4L);
        assertThat(found("adler in Lisbon")).isEmpty();
        assertThat(found("adler or cats")).containsExactly(4L, 6L);
        assertThat(find("adler", Set.of(), false).parts())
                .containsExactly(new SearchAnswer.Part(0, 5, Sort.TEXT, "adler", false, false, false));
    }

    @Test
    void aNameThatIsAlsoWrittenIsBothAndATimeIsNot() {
        assertThat(found("coast")).containsExactly(5L, 14L);
        assertThat(found("2021")).containsExactly(11L, 10L);
        assertThat(found("guard")).containsExactly(5L);
    }

    @Test
    void whatIsWrittenIsFoundWhileItIsTyped() {
        assertThat(find("gast", Set.of(), false).unknown()).containsExactly("gast");
        SearchAnswer answer = find("gast", Set.of(), true);
        assertThat(answer.pictures()).containsExactly(4L);
        assertThat(answer.parts()).containsExactly(new SearchAnswer.Part(0, 4, Sort.TEXT, "gast", false, false, true));
        assertThat(find("oeff", Set.of(), true).pictures()).containsExactly(4L);
    }

    /** Of a sign in Tokyo. */
    @Test
    void partsAreFoundOfWhatIsWrittenWithoutSpaces() {
        for (String part : List.of("清潔港区", "港区", "潔港", "minato", "港区 minato", "港区minato", "\"港区minato\"")) {
            assertThat(found(part)).as(part).containsExactly(5L);
        }
        assertThat(found("区港")).isEmpty();
        for (String begun : List.of("清潔", "清潔港", "港区", "港区mi")) {
            assertThat(find(begun, Set.of(), true).pictures()).as(begun).containsExactly(5L);
        }
    }

    @Test
    void whatIsWrittenWhereNobodyMayLookIsNoWord() {
        assertThat(find("Geheimnis", Set.of(), false).unknown())
                .as("on a picture that is hidden")
                .containsExactly("Geheimnis");
        assertThat(find("adler", Set.of(4L), false).unknown()).containsExactly("adler");
        assertThat(find("adl", Set.of(4L), true).parts()).isEmpty();
        assertThat(find("adl", Set.of(4L), true).total()).isZero();
    }

    @Test
    void whatIsNotUnderstoodIsSaidAndTheRestIsAnswered() {
        SearchAnswer answer = find("xyzzy with Clara", Set.of(), false);
        assertThat(answer.unknown()).containsExactly("xyzzy");
        assertThat(answer.pictures()).containsExactly(8L);
        assertThat(find("xyzzy", Set.of(), false).total()).isZero();
    }

    @Test
    void whatMayNotBeSeenIsNeitherFoundNorCountedNorNamed() {
        assertThat(found("Anna")).doesNotContain(16L);
        SearchAnswer answer = find("dogs", Set.of(2L), false);
        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.pictures()).containsExactly(3L);
        assertThat(find("Gina", Set.of(), false).unknown()).containsExactly("Gina");
        assertThat(find("Gi", Set.of(), true).suggestions()).isEmpty();
        assertThat(find("Cla", Set.of(8L), true).suggestions())
                .as("somebody of whom nothing may be seen")
                .isEmpty();
        assertThat(find("Ba", Set.of(6L), true).parts())
                .as("not the place of what may not be seen")
                .extracting(SearchAnswer.Part::label)
                .containsExactly("Bavaria");
        assertThat(find("Bad Tölz", Set.of(6L), false).unknown()).containsExactly("Bad", "Tölz");
        assertThat(find("cats", Set.of(6L), false).unknown()).containsExactly("cats");
        assertThat(LIBRARY.search(Set.of(6L))
                        .find(
                                new Asking("kitten", TODAY, false, 0, 100),
                                (phrase, tags) -> Optional.of(Stream.of("cat", "dog")
                                        .filter(tags::contains)
                                        .toList()))
                        .parts())
                .extracting(SearchAnswer.Part::label)
                .containsExactly("dog");
    }

    private static List<Long> found(String words, Photo... photos) {
        LibrarySearch.Base base = LibrarySearch.read(
                Locale.US, Set.of(), all -> Stream.of(photos).map(Photo::view).forEach(all), lines -> {}, none -> {});
        return new LibrarySearch(base, List.of(), Set.of())
                .find(new Asking(words, TODAY, false, 0, 100), Meanings.NONE)
                .pictures();
    }

    @Test
    void whatIsKnownRoughlyIsOfNoDayOrMonthThatNobodyKnows() {
        Photo[] prints = {
            Photo.of(1, TODAY.atStartOfDay()).roughly(Taken.parse("1980s")),
            Photo.of(2, TODAY.atStartOfDay()).roughly(Taken.parse("1985")),
            Photo.of(3, TODAY.atStartOfDay()).roughly(Taken.parse("1985-01-01")).in(Photo.LISBON),
            Photo.of(4, TODAY.atStartOfDay()).roughly(Taken.parse("1985-07")),
        };
        assertThat(found("1980s", prints)).containsExactly(4L, 3L, 2L, 1L);
        assertThat(found("1985", prints)).containsExactly(4L, 3L, 2L);
        assertThat(found("January", prints)).containsExactly(3L);
        assertThat(found("January 1985", prints)).containsExactly(3L);
        assertThat(found("July", prints)).containsExactly(4L);
        assertThat(found("July 1st", prints)).isEmpty();
        assertThat(found("January 1st", prints)).containsExactly(3L);
        assertThat(found("Mondays", prints)).isEmpty();
        assertThat(found("Tuesdays", prints)).containsExactly(3L);
        assertThat(found("New Year", prints)).containsExactly(3L);
    }

    @Test
    void theDayOfCopyingOrScanningIsNone() {
        Photo[] all = {
            Photo.of(1, LocalDateTime.parse("2023-05-01T12:00")).undated(),
            Photo.of(2, LocalDateTime.parse("2023-05-02T12:00")).scanned().doubted(DateDoubt.SCANNED),
            Photo.of(3, LocalDateTime.parse("2023-05-03T02:00")),
        };
        assertThat(found("2023", all)).containsExactly(3L);
        assertThat(found("May 2nd", all)).as("a day begins at four").containsExactly(3L);
        assertThat(found("our photos", all)).containsExactly(3L, 2L, 1L);
    }

    @Test
    void theMovingHalfOfWhatIsHiddenIsNotShown() {
        LocalDateTime noon = LocalDateTime.parse("2023-05-01T12:00");
        assertThat(found(
                        "2023",
                        Photo.of(1, noon).live("one").clip(),
                        Photo.of(2, noon).live("one").hidden(),
                        Photo.of(3, noon).live("other").clip()))
                .containsExactly(3L);
    }

    @Test
    void pagesFollowEachOther() {
        Asking first = new Asking("2023", TODAY, false, 0, 2);
        Asking second = new Asking("2023", TODAY, false, 2, 2);
        List<Long> all = found("2023");
        assertThat(LIBRARY.search(Set.of()).find(first, Meanings.NONE).pictures())
                .isEqualTo(all.subList(0, 2));
        assertThat(LIBRARY.search(Set.of()).find(second, Meanings.NONE).pictures())
                .isEqualTo(all.subList(2, 4));
        assertThat(LIBRARY.search(Set.of()).find(second, Meanings.NONE).total()).isEqualTo(all.size());
    }

    @Test
    void peopleAreFoundByWhoTheyAreToTheOwner() {
        List<Long> anna = find("Anna", Set.of(), false).pictures();
        assertThat(anna).isNotEmpty();
        for (String words : List.of("my daughter", "daughters", "our children", "meine Tochter")) {
            assertThat(find(words, Set.of(), false).pictures()).as(words).isEqualTo(anna);
        }
        assertThat(find("my sister", Set.of(), false).unknown())
                .as("she is hidden")
                .containsExactly("sister");
        assertThat(find("my son", Set.of(), false).unknown()).containsExactly("son");
    }

    @Test
    void namesAreCompletedAndLeadWhereTheySay() {
        List<Suggestion> suggestions = find("dogs An", Set.of(), true).suggestions();
        assertThat(suggestions).contains(new Suggestion(Sort.PERSON, "Anna", "dogs Anna", 1));
        assertThat(found("dogs Anna")).hasSize(1);
        assertThat(find("new y", Set.of(), true).suggestions())
                .contains(new Suggestion(Sort.PLACE, "New York", "\"New York\"", 1));
        assertThat(find("last s", Set.of(), true).suggestions())
                .contains(new Suggestion(Sort.DATE, "last summer", "last summer", 3));
    }

    @Test
    void whatIsKnownIsOfferedAndNarrowsWhatWasFound() {
        List<Suggestion> offered = find("", Set.of(), true).suggestions();
        assertThat(offered)
                .extracting(Suggestion::sort)
                .contains(Sort.PERSON, Sort.PLACE, Sort.THING, Sort.DATE, Sort.KIND, Sort.CAMERA)
                .as("words on signs are found, and not offered")
                .doesNotContain(Sort.TEXT);
        List<Suggestion> narrowing = find("Anna ", Set.of(), true).suggestions();
        assertThat(narrowing).contains(new Suggestion(Sort.PERSON, "Ben", "Anna Ben", 1));
        assertThat(narrowing).noneMatch(one -> one.label().equals("Anna"));
        assertThat(narrowing).allMatch(one -> found(one.words()).size() == one.count());
    }

    @Test
    void onlyWordsThatSayNothingFindAll() {
        assertThat(found("our photos")).hasSize(14);
        assertThat(find("", Set.of(), false).total()).isZero();
    }

    @Test
    void whoIsOnWhatWasFoundComesWithIt() {
        Search.Company company = LIBRARY.search(Set.of()).company("dogs or beach", TODAY, Meanings.NONE, 3);
        assertThat(List.of(1L, 2L, 3L, 4L)).filteredOn(company.fits()::test).containsExactly(1L, 2L, 3L);
        assertThat(company.people()).as("Anna twice, Ben and Rex once").containsExactly(1L, 2L, 6L);
        assertThat(LIBRARY.search(Set.of())
                        .company("", TODAY, Meanings.NONE, 3)
                        .fits()
                        .test(1))
                .isFalse();
    }
}
