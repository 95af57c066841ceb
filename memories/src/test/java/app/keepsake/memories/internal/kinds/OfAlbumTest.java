package app.keepsake.memories.internal.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Album;
import app.keepsake.catalog.AlbumAsset;
import app.keepsake.catalog.AlbumContents;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Explanation;
import app.keepsake.memories.Library;
import app.keepsake.memories.Storyteller;
import app.keepsake.simulator.Photo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OfAlbumTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 1);
    private static final long FIRST = 1000;

    /** One picture each day of a spring at home, and many of the tenth of April. */
    private static List<Photo> springWithAWedding() {
        List<Photo> photos = new ArrayList<>();
        for (int day = 0; day < 90; day++) {
            photos.add(Photo.of(day, LocalDateTime.of(2024, 3, 1, 12, 0).plusDays(day))
                    .in(Photo.BERLIN));
        }
        for (int i = 0; i < 24; i++) {
            photos.add(wedding(i));
        }
        return photos;
    }

    private static Photo wedding(int number) {
        return Photo.of(FIRST + number, LocalDateTime.of(2024, 4, 10, 9, 0).plusMinutes(25L * number))
                .in(Photo.BERLIN);
    }

    private static AlbumContents album(long id, String title, List<Photo> photos) {
        Album bare = new Album(id, "folders", "/p/" + id, title, "", false, 0, Optional.empty(), Optional.empty(), 0);
        return AlbumContents.of(
                        bare,
                        photos.stream()
                                .map(photo ->
                                        new AlbumAsset(photo.view().asset().id(), Optional.empty(), 1))
                                .toList())
                .orElseThrow();
    }

    private static Storyteller teller(List<Photo> photos, AlbumContents... albums) {
        Library.Builder library = new Library.Builder(List.of());
        photos.forEach(photo -> library.add(photo.view()));
        return new Storyteller(library.with(List.of(albums)).build(), Locale.US);
    }

    private static List<Memory> ofAlbums(Storyteller teller, Choice... choices) {
        return teller.makeMemories(TODAY, List.of(choices)).stream()
                .filter(memory -> memory.kind().equals(OfAlbum.KEY))
                .toList();
    }

    @Test
    void anEventIsToldUnderItsOwnersTitleOfWhatHeChose() {
        List<Photo> photos = springWithAWedding();
        List<Photo> chosen = photos.subList(90, 102);
        Storyteller teller = teller(photos, album(1, "Hochzeit Anna", chosen));

        Memory told = ofAlbums(teller).getFirst();

        assertThat(told.title()).isEqualTo("Hochzeit Anna");
        assertThat(told.subtitle()).isEqualTo("April 10, 2024");
        assertThat(told.id()).startsWith("2024-04-hochzeit-anna-");
        assertThat(told.shots()).isNotEmpty().allMatch(shot -> shot.assetId() >= FIRST && shot.assetId() < FIRST + 12);
        assertThat(teller.explain(told.id(), TODAY, List.of()))
                .map(Explanation::why)
                .hasValueSatisfying(why -> assertThat(why).contains("album"));
    }

    @Test
    void theSameEventIsNotShownTwice() {
        List<Photo> photos = springWithAWedding();
        List<Memory> without = teller(photos).feature(TODAY, List.of(), List.of(), 5);
        assertThat(without).extracting(Memory::kind).contains("days");

        for (int size : new int[] {12, 24}) {
            Storyteller teller = teller(photos, album(1, "Hochzeit Anna", photos.subList(90, 90 + size)));
            List<Memory> all = teller.makeMemories(TODAY, List.of());
            assertThat(all).extracting(Memory::kind).contains("days", OfAlbum.KEY);
            assertThat(all.stream()
                            .filter(one -> one.kind().equals(OfAlbum.KEY))
                            .findFirst()
                            .orElseThrow()
                            .score())
                    .isGreaterThan(1.5
                            * all.stream()
                                    .filter(one -> one.kind().equals("days"))
                                    .findFirst()
                                    .orElseThrow()
                                    .score());
        }
        List<Memory> featured = teller(photos, album(1, "Hochzeit Anna", photos.subList(90, 114)))
                .feature(TODAY, List.of(), List.of(), 5);
        assertThat(featured).extracting(Memory::title).contains("Hochzeit Anna");
        assertThat(featured).extracting(Memory::kind).doesNotContain("days");
    }

    @Test
    void anEventBesideIsWorthWhatItWas() {
        List<Photo> photos = springWithAWedding();
        Memory before = days(teller(photos));
        Memory after = days(teller(photos, album(1, "March", photos.subList(0, 30))));
        assertThat(after.score()).isEqualTo(before.score());
    }

    private static Memory days(Storyteller teller) {
        return teller.makeMemories(TODAY, List.of()).stream()
                .filter(memory -> memory.kind().equals("days"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAlbumOfALongTimeIsToldOnRequestAlone() {
        List<Photo> photos = springWithAWedding();
        Storyteller teller = teller(photos, album(7, "Balkon", photos.subList(0, 60)));

        assertThat(ofAlbums(teller)).isEmpty();
        Memory asked = teller.ofAlbum(7, TODAY, List.of()).orElseThrow();
        assertThat(asked.title()).isEqualTo("Balkon");
        assertThat(teller.ofAlbum("Balkon", asked.id(), TODAY, List.of())).contains(asked);
        assertThat(teller.ofAlbum("Balkon", "another", TODAY, List.of())).contains(asked);
        assertThat(teller.ofAlbum("Garten", asked.id(), TODAY, List.of())).isEmpty();
        assertThat(teller.explainAsked(asked, TODAY, List.of())).isPresent();
        assertThat(teller.ofAlbum(8, TODAY, List.of())).isEmpty();
    }

    @Test
    void receiptsAndScreenshotsAreNoMemory() {
        List<Photo> photos = springWithAWedding();
        List<Photo> receipts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Photo photo = Photo.of(2000 + i, LocalDateTime.of(2024, 5, 2, 0, 30).plusMinutes(50L * i))
                    .in(Photo.BERLIN);
            receipts.add(i < 12 ? photo.flag(Flag.Kind.RECEIPT, 0.9) : photo);
        }
        photos.addAll(receipts);
        assertThat(ofAlbums(teller(photos, album(1, "Steuer", receipts)))).isEmpty();
        assertThat(ofAlbums(teller(photos, album(1, "Steuer", receipts.subList(11, 24)))))
                .hasSize(1);
    }

    @Test
    void whatIsNeverToBeShownIsNotInIt() {
        List<Photo> photos = springWithAWedding();
        photos.get(91).hidden();
        Choice never = new Choice(
                1,
                Choice.Stance.NEVER,
                new Subject.OfAsset(photos.get(92).view().asset().hash()),
                "",
                Instant.EPOCH);
        Storyteller teller = teller(photos, album(1, "Hochzeit Anna", photos.subList(90, 100)));

        assertThat(teller.ofAlbum(1, TODAY, List.of(never)).orElseThrow().shots())
                .extracting(Shot::assetId)
                .doesNotContain(FIRST + 1, FIRST + 2)
                .contains(FIRST);
    }
}
