package app.keepsake.operations.texts;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.catalog.WrittenLine;
import app.keepsake.media.MediaException;
import app.keepsake.memories.Meanings;
import app.keepsake.memories.SearchAnswer;
import app.keepsake.operations.search.SearchLibrary;
import app.keepsake.operations.unread.ReadUnread;
import app.keepsake.simulator.Photo;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadTextsTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Meanings NONE = (phrase, tags) -> Optional.of(List.of());

    @TempDir
    Path folder;

    private Catalog catalog;
    private final List<Path> opened = new ArrayList<>();

    @BeforeEach
    void open() {
        catalog = Catalog.open(folder.resolve("catalog.db"));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private final ReadUnread.Listener nobody = new ReadUnread.Listener() {
        @Override
        public void unread(long photos) {}

        @Override
        public void read() {}
    };

    /** Reads the words of a text file. */
    private final TextReading plain = new TextReading() {
        @Override
        public String version() {
            return "plain 1";
        }

        @Override
        public List<WrittenLine> lines(Path photo) throws IOException {
            opened.add(photo.getFileName());
            String text = Files.readString(photo);
            if (text.equals("broken")) {
                throw new MediaException(photo, "a photo", "none", "Restore it.");
            }
            return text.isBlank() ? List.of() : List.of(new WrittenLine(text, 1, new Box(0, 0, 1, 1)));
        }
    };

    private long add(Path file, int day) throws IOException {
        try (Indexing indexing = catalog.beginIndexing()) {
            return indexing.add(
                            file,
                            new FileStamp(1, 1, 0),
                            ContentHash.of(file),
                            Photo.of(day, LocalDateTime.of(2024, 5, day, 12, 0)).facts(),
                            "metadata 1",
                            Findings.NONE)
                    .id();
        }
    }

    private long text(String name, String text, int day) throws IOException {
        return add(Files.writeString(folder.resolve(name), text), day);
    }

    private ReadUnread.Report read() {
        return new ReadTexts(catalog, plain).run(LONG, () -> false, nobody);
    }

    private SearchAnswer search(String words) {
        return new SearchLibrary(catalog, Locale.ENGLISH, NONE)
                .of(words, LocalDate.of(2024, 6, 1), 100)
                .answer();
    }

    @Test
    void readsTheNewestFirstAndEachOnce() throws IOException {
        text("old.jpg", "Gasthof Adler", 1);
        text("new.jpg", "", 3);
        assertThat(read()).isEqualTo(new ReadUnread.Report(2, 1, 0));
        assertThat(opened).containsExactly(Path.of("new.jpg"), Path.of("old.jpg"));
        text("newest.jpg", "Kino", 5);
        assertThat(read()).isEqualTo(new ReadUnread.Report(1, 1, 0));
    }

    @Test
    void endsWhenItsTimeIsOverAndGoesOnLater() throws IOException {
        text("a.jpg", "Eins", 1);
        text("b.jpg", "Zwei", 2);
        assertThat(new ReadTexts(catalog, plain).run(Duration.ZERO, () -> false, nobody))
                .isEqualTo(new ReadUnread.Report(0, 0, 2));
        assertThat(new ReadTexts(catalog, plain).run(LONG, () -> !opened.isEmpty(), nobody))
                .isEqualTo(new ReadUnread.Report(1, 1, 1));
        assertThat(read().left()).isZero();
    }

    @Test
    void whatIsHiddenIsNeitherReadNorFound() throws IOException {
        long shown = text("shown.jpg", "Gasthof Adler", 1);
        long hidden = text("hidden.jpg", "Gasthof Krone", 2);
        read();
        assertThat(search("gasthof").pictures()).containsExactlyInAnyOrder(shown, hidden);
        hide(hidden);
        assertThat(search("gasthof").pictures()).containsExactly(shown);
        assertThat(search("krone").unknown()).containsExactly("krone");
        opened.clear();
        hide(text("secret.jpg", "Gasthof Hirsch", 3));
        assertThat(read()).isEqualTo(new ReadUnread.Report(0, 0, 0));
        assertThat(opened).isEmpty();
    }

    /** As its sidecar says from now on. */
    private void hide(long asset) {
        AssetFacts facts = catalog.assets().find(asset).orElseThrow().facts();
        try (Indexing indexing = catalog.beginIndexing()) {
            indexing.updateFacts(asset, facts.withHidden(), "metadata 1");
        }
    }

    @Test
    void aBrokenPhotoIsReadOnceAndOneThatIsNotThereIsTriedAgain() throws IOException {
        text("broken.jpg", "broken", 1);
        long gone = text("gone.jpg", "Bahnhof", 2);
        Files.delete(folder.resolve("gone.jpg"));
        assertThat(read()).isEqualTo(new ReadUnread.Report(1, 0, 1));
        Files.writeString(folder.resolve("gone.jpg"), "Bahnhof");
        assertThat(read()).isEqualTo(new ReadUnread.Report(1, 1, 0));
        assertThat(search("bahnhof").pictures()).containsExactly(gone);
    }

    @Test
    void findsASignByItsWordsWhateverTheirCaseAndAccents() throws IOException {
        long sign = add(drawn("sign.png", "Bäckerei Müller"), 1);
        add(drawn("empty.png", ""), 2);
        try (PhotoTexts networks = new PhotoTexts()) {
            assertThat(new ReadTexts(catalog, networks).run(LONG, () -> false, nobody))
                    .isEqualTo(new ReadUnread.Report(2, 1, 0));
        }
        for (String words : List.of("Müller", "BACKEREI", "baeckerei mueller", "\"bäckerei müller\"")) {
            assertThat(search(words).pictures()).as(words).containsExactly(sign);
        }
        assertThat(search("müller").parts())
                .extracting(SearchAnswer.Part::sort)
                .containsExactly(SearchAnswer.Sort.TEXT);
    }

    private Path drawn(String name, String words) throws IOException {
        BufferedImage image = new BufferedImage(900, 500, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(new Color(240, 230, 200));
        g.fillRect(0, 0, 900, 500);
        g.setColor(new Color(90, 30, 20));
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 60));
        g.drawString(words, 150, 260);
        g.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
