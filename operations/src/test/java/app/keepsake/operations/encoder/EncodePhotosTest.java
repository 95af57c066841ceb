package app.keepsake.operations.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.Findings;
import app.keepsake.catalog.Indexing;
import app.keepsake.memories.Meanings;
import app.keepsake.memories.SearchAnswer;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.operations.search.SearchLibrary;
import app.keepsake.operations.unread.ReadUnread;
import app.keepsake.simulator.Photo;
import app.keepsake.testbed.onnx.RandomClip;
import java.awt.Color;
import java.awt.Graphics2D;
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

/** From an encoder's files to what search finds by them. */
final class EncodePhotosTest {
    private static final Color[] COLOURS = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE, Color.BLACK, Color.ORANGE};

    private final ReadUnread.Listener nobody = new ReadUnread.Listener() {
        @Override
        public void unread(long photos) {}

        @Override
        public void read() {}
    };

    @TempDir
    Path folder;

    private Catalog catalog;
    private UseEncoder use;
    private Settings.Encoder set;
    private final List<Long> photos = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        catalog = Catalog.open(folder.resolve("catalog.db"));
        use = new UseEncoder(
                catalog, new DurableFile<>(folder.resolve("settings.json"), Settings.class, Settings.INITIAL));
        new RandomClip(2).write(folder.resolve("clip"), 16);
        set = use.set(folder.resolve("clip"));
        for (int i = 0; i < COLOURS.length; i++) {
            photos.add(add(picture(i), i + 1));
        }
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private Path picture(int number) throws IOException {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(COLOURS[number]);
        canvas.fillRect(0, 0, 320, 120);
        canvas.setColor(COLOURS[(number + 2) % COLOURS.length]);
        canvas.fillOval(60 + 20 * number, 60, 120, 140);
        Path file = folder.resolve(number + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

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

    private ReadUnread.Report look() throws IOException {
        try (EncodePhotos encoding = new EncodePhotos(catalog, set)) {
            return encoding.run(Duration.ofMinutes(5), () -> false, nobody);
        }
    }

    private SearchAnswer search(String words) throws IOException {
        try (EncodedTexts texts = new EncodedTexts(set)) {
            return new SearchLibrary(catalog, Locale.ENGLISH, Meanings.NONE, Optional.of(set.version()), texts)
                    .of(words, LocalDate.of(2024, 6, 1), 100)
                    .answer();
        }
    }

    @Test
    void whatIsMeantIsFoundAndWhatIsHiddenIsNot() throws IOException {
        assertThat(search("splashing").pictures()).isEmpty();
        assertThat(look()).isEqualTo(new ReadUnread.Report(COLOURS.length, COLOURS.length, 0));
        assertThat(look().read()).isZero();
        SearchAnswer answer = search("children splashing in a fountain");
        assertThat(answer.pictures()).isNotEmpty().isSubsetOf(photos);
        assertThat(answer.unknown()).isEmpty();
        assertThat(answer.byWords()).isZero();
        long best = answer.pictures().getFirst();
        hide(best);
        assertThat(search("children splashing in a fountain").pictures())
                .isNotEmpty()
                .doesNotContain(best);
        assertThat(search("fountain May 3rd").pictures()).allMatch(photos.get(2)::equals);
    }

    @Test
    void whatIsHiddenIsNotSeen() throws IOException {
        hide(photos.get(1));
        assertThat(look().read()).isEqualTo(COLOURS.length - 1);
        catalog.encodings()
                .each(set.version(), (asset, vector) -> assertThat(asset).isNotEqualTo(photos.get(1)));
    }

    @Test
    void aBrokenPhotoIsSeenOnceAndWithoutAnEncoderNothingIsLeft() throws IOException {
        add(Files.writeString(folder.resolve("broken.jpg"), "none"), 20);
        assertThat(look()).isEqualTo(new ReadUnread.Report(COLOURS.length + 1, COLOURS.length, 0));
        assertThat(look().read()).isZero();
        use.off();
        assertThat(catalog.encodings().count(set.version())).isZero();
        new RandomClip(4).write(folder.resolve("clip"), 16);
        set = use.set(folder.resolve("clip"));
        assertThat(look().read()).isEqualTo(COLOURS.length + 1);
    }

    private void hide(long asset) {
        AssetFacts facts = catalog.assets().find(asset).orElseThrow().facts();
        try (Indexing indexing = catalog.beginIndexing()) {
            indexing.updateFacts(asset, facts.withHidden(), "metadata 1");
        }
    }
}
