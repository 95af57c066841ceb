package app.keepsake.operations.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.media.DecodingMemory;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.MovieWriter;
import app.keepsake.media.VideoFrame;
import app.keepsake.media.VideoReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that another process opens are what they are here; and it may hang, run out of memory or die. */
final class DecodingProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(100);
    private static final long MEMORY = 600L << 20;

    @TempDir
    Path folder;

    private final Opening here = new Here(DecodingMemory.unlimited());

    private Path photo() throws IOException {
        TestPhotos.write(folder, 1);
        return folder.resolve("0.jpg");
    }

    private Path clip() throws MediaException {
        Path clip = folder.resolve("clip.mp4");
        try (MovieWriter writer = MovieWriter.create(clip, new MovieFormat(320, 240, 25))) {
            for (int i = 0; i < 30; i++) {
                writer.frame(TestPhotos.picture(i).width() == 320 ? TestPhotos.picture(i) : grey(i));
            }
            writer.finish();
        }
        return clip;
    }

    private static app.keepsake.media.RgbImage grey(int level) {
        app.keepsake.media.RgbImage image = app.keepsake.media.RgbImage.black(320, 240);
        java.util.Arrays.fill(image.pixels(), (byte) (5 * level));
        return image;
    }

    @Test
    void tellsAndShowsTheSame() throws IOException {
        Path photo = photo();
        Path clip = clip();
        try (DecodingProcess apart = new DecodingProcess(LIMIT, LIMIT, MEMORY)) {
            assertThat(apart.info(photo)).isEqualTo(here.info(photo));
            assertThat(apart.info(clip)).isEqualTo(here.info(clip));
            assertThat(apart.photo(photo, 100).pixels())
                    .isEqualTo(here.photo(photo, 100).pixels());
            try (VideoReader one = apart.clip(clip, 160);
                    VideoReader other = here.clip(clip, 160);
                    VideoReader again = apart.clip(clip, 80)) {
                assertThat(one.width()).isEqualTo(other.width());
                assertThat(again.height()).isEqualTo(60);
                one.seek(Duration.ofMillis(500));
                other.seek(Duration.ofMillis(500));
                VideoFrame frame = one.nextFrame().orElseThrow();
                VideoFrame expected = other.nextFrame().orElseThrow();
                assertThat(frame.time()).isEqualTo(expected.time());
                assertThat(frame.image().pixels()).isEqualTo(expected.image().pixels());
            }
        }
    }

    @Test
    void tellsWhyAFileCannotBeOpened() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jpg"), "this is no photo");
        Path photo = photo();
        try (DecodingProcess apart = new DecodingProcess(LIMIT, LIMIT, MEMORY)) {
            assertThatThrownBy(() -> apart.info(text))
                    .isInstanceOf(MediaException.class)
                    .hasMessageStartingWith(text + ": expected ");
            assertThat(apart.info(photo).width()).isPositive();
        }
    }

    @Test
    void aFileThatTakesTooMuchMemoryIsTriedAnotherTime() throws IOException {
        Path large = folder.resolve("large.png");
        ImageIO.write(new BufferedImage(9000, 9000, BufferedImage.TYPE_4BYTE_ABGR), "png", large.toFile());
        Path photo = photo();
        try (DecodingProcess apart = new DecodingProcess(LIMIT, LIMIT, 240L << 20)) {
            assertThatThrownBy(() -> apart.photo(large, 9000))
                    .isInstanceOfSatisfying(
                            MediaException.class, e -> assertThat(e.isPassing()).isTrue());
            assertThat(apart.photo(photo, 100).width()).isEqualTo(100);
        }
    }

    @Test
    void aFileThatTakesTooLongEndsTheProcessAndNoMore() throws IOException {
        Path photo = photo();
        try (DecodingProcess apart = new DecodingProcess(Duration.ofMillis(1), LIMIT, MEMORY)) {
            assertThatThrownBy(() -> apart.photo(photo, 100))
                    .isInstanceOf(MediaException.class)
                    .hasMessageContaining("takes longer");
        }
    }

    @Test
    void aProcessThatDiesIsReplaced() throws IOException {
        Path photo = photo();
        Path clip = clip();
        Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
        try (DecodingProcess apart = new DecodingProcess(LIMIT, LIMIT, MEMORY)) {
            try (VideoReader reader = apart.clip(clip, 100)) {
                ProcessHandle.current()
                        .children()
                        .filter(child -> !before.contains(child))
                        .forEach(child -> {
                            child.destroyForcibly();
                            child.onExit().join();
                        });
                assertThatThrownBy(reader::nextFrame)
                        .isInstanceOfSatisfying(
                                MediaException.class,
                                e -> assertThat(e.isPassing()).isTrue());
                assertThatThrownBy(() -> reader.seek(Duration.ZERO))
                        .isInstanceOfSatisfying(
                                MediaException.class,
                                e -> assertThat(e.isPassing()).isTrue());
            }
            assertThat(apart.photo(photo, 100).width()).isEqualTo(100);
        }
    }

    @Test
    void anAnswerThatIsReadInPartIsTheLast() throws IOException {
        Path photo = photo();
        String question = "{\"ask\":\"photo\",\"longSide\":100,\"file\":\"%s\"}".formatted(photo);
        for (Throwable defect : List.of(new OutOfMemoryError("none left"), new IllegalStateException("a defect"))) {
            try (Conversation conversation = Conversation.start(MEMORY)) {
                assertThat(conversation
                                .ask(photo, question, Conversation::image, LIMIT)
                                .width())
                        .isEqualTo(100);
                assertThatThrownBy(() -> conversation.ask(
                                photo,
                                question,
                                answer -> {
                                    int ignored = answer.readInt();
                                    if (defect instanceof Error error) {
                                        throw error;
                                    }
                                    throw (RuntimeException) defect;
                                },
                                LIMIT))
                        .isSameAs(defect);
                assertThat(conversation.isAlive()).isFalse();
            }
        }
    }

    @Test
    void whoWasTooSlowIsNotAskedAgain() throws IOException {
        Path photo = photo();
        try (Conversation conversation = Conversation.start(MEMORY)) {
            assertThatThrownBy(() -> conversation.ask(
                            photo,
                            "{\"ask\":\"info\",\"file\":\"%s\"}".formatted(photo),
                            answer -> photo,
                            Duration.ofMillis(1)))
                    .hasMessageContaining("takes longer");
            assertThat(conversation.isAlive()).isFalse();
            assertThat(conversation.gone(photo)).hasMessageContaining("takes longer");
        }
    }

    @Test
    void allFramesTogetherHaveALimit() throws IOException {
        Path clip = clip();
        try (DecodingProcess apart = new DecodingProcess(LIMIT, Duration.ofMillis(1), MEMORY);
                VideoReader reader = apart.clip(clip, 160)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 30; i++) {
                            reader.seek(Duration.ZERO);
                        }
                    })
                    .isInstanceOf(MediaException.class)
                    .hasMessageContaining("takes longer");
        }
    }
}
