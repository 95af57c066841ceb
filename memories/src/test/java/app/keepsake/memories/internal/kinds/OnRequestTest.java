package app.keepsake.memories.internal.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Shot;
import app.keepsake.memories.Library;
import app.keepsake.memories.Storyteller;
import app.keepsake.memories.internal.words.Words;
import app.keepsake.simulator.Photo;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class OnRequestTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 1);

    /** Anna on the coast (10 to 19), in the snow (20 to 29), and a dog without her (30 to 39). */
    private static Storyteller teller(Locale locale) {
        Library.Builder library = new Library.Builder(List.of(KindMemories.person(1, "Anna")));
        for (int i = 0; i < 10; i++) {
            LocalDateTime at = LocalDateTime.of(2023, 6, 1, 9, 0).plusMinutes(40L * i);
            library.add(Photo.of(10 + i, at).face(1).tag("coast").view());
            library.add(Photo.of(20 + i, at.plusMonths(6)).face(1).tag("snow").view());
            library.add(Photo.of(30 + i, at.plusMonths(7)).tag("dog").view());
        }
        return new Storyteller(library.build(), locale);
    }

    private static List<Long> shots(Storyteller teller, String request) {
        Memory memory = teller.create(request, TODAY, List.of()).orElseThrow();
        return memory.shots().stream().map(Shot::assetId).toList();
    }

    @Test
    void freeWordsAreUnderstoodByTheirMeaning() {
        Storyteller teller = teller(Locale.US);
        assertThat(shots(teller, "Anna at the seaside 2023")).isNotEmpty().allMatch(id -> id < 20);
        assertThat(shots(teller, "our puppy")).isNotEmpty().allMatch(id -> id >= 30);
        assertThat(teller.readings("Anna at the seaside 2023")).containsExactly("“seaside” was taken for: coast.");
    }

    @Test
    void germanNamesOfThingsAreUnderstood() {
        Storyteller teller = teller(Locale.GERMANY);
        assertThat(shots(teller, "Anna am Strand")).isNotEmpty().allMatch(id -> id < 20);
        assertThat(shots(teller, "Hunde")).isNotEmpty().allMatch(id -> id >= 30);
        assertThat(teller.readings("Strand")).containsExactly("„strand“ wurde verstanden als: Küste.");
    }

    @Test
    void allLanguagesAreUnderstoodWhateverTheLanguageOfTheProcess() {
        Storyteller teller = teller(Locale.US);
        assertThat(shots(teller, "Hunde")).isNotEmpty().allMatch(id -> id >= 30);
        assertThat(shots(teller, "Anna im Dezember")).isNotEmpty().allMatch(id -> id >= 20 && id < 30);
        assertThat(teller.readings("Anna am Strand")).containsExactly("“strand” was taken for: coast.");
        assertThat(shots(teller(Locale.GERMANY), "dogs")).isNotEmpty().allMatch(id -> id >= 30);
    }

    @Test
    void allThingsMustBeSeenUnlessOneOfThemMayBe() {
        Library.Builder library = new Library.Builder(List.of(KindMemories.person(1, "Anna")));
        for (int i = 0; i < 10; i++) {
            LocalDateTime at = LocalDateTime.of(2023, 12, 1, 9, 0).plusMinutes(40L * i);
            library.add(Photo.of(10 + i, at).tag("dog").view());
            library.add(Photo.of(20 + i, at.plusDays(1)).tag("snow").view());
            library.add(Photo.of(30 + i, at.plusDays(2)).tag("dog").tag("snow").view());
        }
        Storyteller teller = new Storyteller(library.build(), Locale.GERMANY);
        assertThat(shots(teller, "Hunde im Schnee")).isNotEmpty().allMatch(id -> id >= 30);
        assertThat(shots(teller, "Hunde oder Schnee")).anyMatch(id -> id < 20).anyMatch(id -> id >= 20 && id < 30);
    }

    @Test
    void townsHaveTheirNamesInAllLanguages() {
        Place lisbon = new Place("Lisbon", "", "PT");
        assertThat(new Words(Locale.GERMANY).town(lisbon)).isEqualTo("Lissabon");
        assertThat(new Words(Locale.US).town(lisbon)).isEqualTo("Lisbon");
        assertThat(new Words(Locale.GERMANY).town(new Place("Rome", "Georgia", "US")))
                .isEqualTo("Rome");
    }

    @Test
    void wordsThatMeanNothingAreNamedAndNothingIsMade() {
        assertThatThrownBy(() -> teller(Locale.US).create("Anna and xyzzy at the seaside", TODAY, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Nothing known of \"xyzzy\"");
    }

    @Test
    void aMemoryOfFreeWordsIsMadeAnewAsItWas() {
        Storyteller teller = teller(Locale.US);
        Memory memory = teller.create("Anna at the seaside", TODAY, List.of()).orElseThrow();
        assertThat(teller.askAgain(memory, TODAY, List.of())).contains(memory);
        assertThat(teller.explainAsked(memory, TODAY, List.of()).orElseThrow().why())
                .contains("“seaside” was taken for: coast.");
    }
}
