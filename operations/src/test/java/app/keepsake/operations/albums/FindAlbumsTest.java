package app.keepsake.operations.albums;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.Album;
import app.keepsake.catalog.AlbumAsset;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Subject;
import app.keepsake.media.JpegWriter;
import app.keepsake.memories.ShownAlbums;
import app.keepsake.operations.index.FileNameReading;
import app.keepsake.operations.index.IndexReport;
import app.keepsake.operations.index.Indexer;
import app.keepsake.operations.index.TestPhotos;
import app.keepsake.operations.memories.CreateMemory;
import app.keepsake.operations.memories.TellMemories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindAlbumsTest {
    @TempDir
    Path photos;

    @TempDir
    Path home;

    private Catalog catalog;
    private int written;

    @BeforeEach
    void open() {
        catalog = Catalog.open(home.resolve("catalog.db"));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    /** Photos of nobody, whose names tell when they were taken. */
    private void write(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve("IMG_20190812_%02d%02d00-.jpg".formatted(10 + written / 60, written % 60));
            JpegWriter.write(TestPhotos.picture(written++), file, 0.9f);
            TestPhotos.age(file);
        }
    }

    private IndexReport index(Path... folders) throws IOException {
        return new Indexer(catalog, new FileNameReading(), home, 2)
                .index(List.of(folders), () -> false, new Indexer.Listener() {
                    @Override
                    public void reading(int files) {}

                    @Override
                    public void read() {}
                });
    }

    private List<String> titles() {
        return catalog.albums().list().stream()
                .map(album -> album.title() + " " + album.count())
                .sorted()
                .toList();
    }

    private Album album(String title) {
        return catalog.albums().list().stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void foldersWithNamesOfTheirOwnAreAlbums() throws IOException {
        write(photos.resolve("2019/2019-08-12 Hochzeit Anna"), 4);
        write(photos.resolve("2019/2019-08-12 Hochzeit Anna/Kirche"), 3);
        write(photos.resolve("DCIM/100APPLE"), 3);
        write(photos.resolve("2019/2019-08"), 3);
        write(photos.resolve("Camera Roll"), 3);
        write(photos.resolve("Zwei"), 2);
        Files.createDirectories(photos.resolve("Leer/2019"));
        write(photos.resolve("Verborgen"), 3);
        Files.createFile(photos.resolve("Verborgen/.nomedia"));

        index(photos);

        assertThat(titles()).containsExactly("Hochzeit Anna 4", "Kirche 3");
        assertThat(album("Kirche").first()).contains(LocalDate.of(2019, 8, 12));
    }

    @Test
    void whatIsRenamedGoneOrNewIsSoAfterTheNextRun() throws IOException {
        write(photos.resolve("Harz"), 3);
        write(photos.resolve("Ostsee"), 3);
        index(photos);
        long harz = album("Harz").id();

        write(photos.resolve("Harz"), 2);
        Files.move(photos.resolve("Ostsee"), photos.resolve("Nordsee"));
        index(photos);

        assertThat(titles()).containsExactly("Harz 5", "Nordsee 3");
        assertThat(album("Harz").id()).isEqualTo(harz);
    }

    @Test
    void takeoutFromBefore2019TellsTitlesOneDeeper() throws IOException {
        Path folder = photos.resolve("Takeout/Google Fotos/Hochzeit Anna und");
        write(folder, 1);
        Files.writeString(folder.resolve("metadata.json"), """
                {"albumData": {"title": "Hochzeit Anna & Bob", "description": "In Lübeck", "access": "public"},
                 "media": [{"title": "a.jpg"}]}""");

        index(photos);

        assertThat(titles()).containsExactly("Hochzeit Anna & Bob 1");
        assertThat(album("Hochzeit Anna & Bob").shared()).isTrue();
    }

    @Test
    void takeoutTellsTitlesAndOtherFoldersStay() throws IOException {
        Path takeout = photos.resolve("Takeout/Google Photos");
        write(takeout.resolve("Hochzeit Anna und"), 1);
        Files.writeString(takeout.resolve("Hochzeit Anna und/Metadaten.json"), """
                {"title": "Hochzeit Anna & Bob", "description": "In Lübeck", "access": "protected",
                 "sharedAlbumComments": [{"text": "schön"}]}""");
        write(takeout.resolve("Photos from 2019"), 3);
        Files.writeString(takeout.resolve("Photos from 2019/metadata.json"), "{\"title\": \"Photos from 2019\"}");
        write(takeout.resolve("Kaputt"), 3);
        Files.writeString(takeout.resolve("Kaputt/metadata.json"), "{\"title\": ");
        Path other = photos.resolve("other/Harz");
        write(other, 3);

        index(photos);

        assertThat(titles()).containsExactly("Harz 3", "Hochzeit Anna & Bob 1", "Kaputt 3");
        Album told = album("Hochzeit Anna & Bob");
        assertThat(told.source()).isEqualTo("takeout");
        assertThat(told.description()).isEqualTo("In Lübeck");
        assertThat(told.shared()).isTrue();

        Files.delete(takeout.resolve("Hochzeit Anna und/Metadaten.json"));
        index(other);
        assertThat(titles()).as("only the other folder was looked at").contains("Hochzeit Anna & Bob 1");
        index(photos);
        assertThat(titles()).containsExactly("Harz 3", "Kaputt 3");
    }

    @Test
    void aTitleOfAnyLengthAndKindIsOneLine() throws IOException {
        write(photos.resolve("Takeout/a"), 1);
        Files.writeString(
                photos.resolve("Takeout/a/metadata.json"),
                "{\"title\": \"Anna\\n<b>\\u0000%s\", \"description\": 7}".formatted("x".repeat(100_000)));
        write(photos.resolve("Takeout/b"), 1);
        Files.writeString(photos.resolve("Takeout/b/metadata.json"), "[".repeat(200_000));
        write(photos.resolve("Takeout/c"), 1);
        Files.writeString(photos.resolve("Takeout/c/metadata.json"), " ".repeat(2 << 20) + "{\"title\": \"Spät\"}");

        index(photos);

        assertThat(catalog.albums().list()).singleElement().satisfies(album -> {
            assertThat(album.title()).startsWith("Anna <b> xxx").hasSizeLessThanOrEqualTo(200);
            assertThat(album.description()).isEqualTo("7");
        });
    }

    @Test
    void anAlbumIsToldUnderItsTitleWithoutWhatIsKeptOut() throws IOException {
        write(photos.resolve("2019-08-12 Hochzeit Anna"), 14);
        index(photos);
        Album album = album("Hochzeit Anna");
        List<AlbumAsset> assets = catalog.albums().get(album.id()).orElseThrow().assets();
        LocalDate day = LocalDate.of(2024, 6, 1);
        assertThat(new TellMemories(catalog, Locale.GERMAN).on(day))
                .extracting(Memory::title)
                .contains("Hochzeit Anna");
        long cover = album.cover();
        catalog.choices()
                .add(
                        Choice.Stance.NEVER,
                        new Subject.OfAsset(
                                catalog.assets().find(cover).orElseThrow().hash()),
                        "");

        Memory memory = new CreateMemory(catalog, Locale.GERMAN)
                .ofAlbum(album.id(), day)
                .orElseThrow();

        assertThat(memory.shots()).isNotEmpty().noneMatch(shot -> shot.assetId() == cover);
        assertThat(ShownAlbums.of(catalog).all()).singleElement().satisfies(shown -> {
            assertThat(shown.album().count()).isEqualTo(assets.size() - 1);
            assertThat(shown.album().cover()).isNotEqualTo(cover);
            assertThat(shown.assets()).extracting(AlbumAsset::assetId).doesNotContain(cover);
        });
        assertThat(ShownAlbums.of(catalog).find(album.id()))
                .isEqualTo(ShownAlbums.of(catalog).all().stream().findFirst());
        assertThat(new TellMemories(catalog, Locale.GERMAN)
                        .on(day).stream().filter(one -> one.id().equals(memory.id())))
                .as("asked for and told, but once")
                .hasSize(1);
    }

    @Test
    void anAlbumThatWasAskedForStaysAndIsToldAnewWhereItsFolderIsAnother() throws IOException {
        write(photos.resolve("Familie"), 3);
        index(photos);
        LocalDate day = LocalDate.of(2024, 6, 1);
        String id = new CreateMemory(catalog, Locale.GERMAN)
                .ofAlbum(album("Familie").id(), day)
                .orElseThrow()
                .id();
        TellMemories tell = new TellMemories(catalog, Locale.GERMAN);
        for (int i = 0; i < 2; i++) {
            assertThat(tell.on(day)).extracting(Memory::title).doesNotContain("Familie");
            assertThat(catalog.memories().find(id)).isPresent();
        }

        Files.move(photos.resolve("Familie"), photos.resolve("2019 Familie"));
        index(photos);
        assertThat(tell.on(day)).extracting(Memory::id).doesNotContain(id);
        assertThat(catalog.memories().all()).extracting(Memory::title).contains("Familie");
    }
}
