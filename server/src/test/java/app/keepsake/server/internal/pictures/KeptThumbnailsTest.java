package app.keepsake.server.internal.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptThumbnailsTest {
    private static final int READINGS = 3000;

    @TempDir
    Path folder;

    @Test
    void areListedWhileOthersAreMade() throws Exception {
        Path kept = Files.writeString(folder.resolve("kept.webp"), "small");
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> making = CompletableFuture.runAsync(() -> {
            try {
                for (int i = 0; !over.get(); i++) {
                    Files.delete(Files.writeString(folder.resolve("made-" + i % 10 + ".part"), "part"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            for (int i = 0; i < READINGS; i++) {
                assertThat(Thumbnails.kept(folder))
                        .extracting(Thumbnails.Kept::file)
                        .contains(kept);
            }
        } finally {
            over.set(true);
            making.get(60, TimeUnit.SECONDS);
        }
    }
}
