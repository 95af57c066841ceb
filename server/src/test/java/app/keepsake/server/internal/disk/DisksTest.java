package app.keepsake.server.internal.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.keepsake.catalog.Catalog;
import app.keepsake.testbed.Patience;
import app.keepsake.testbed.Pipes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipe that nobody writes into holds whoever opens it, as a network disk does that is gone. */
final class DisksTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    Path root;

    @Test
    void aStalledFolderIsLeftAloneAndOthersAreNot() throws IOException, InterruptedException {
        Path gone = Files.createDirectory(root.resolve("gone"));
        Path there = Files.createDirectory(root.resolve("there"));
        Path pipe = Pipes.make(gone.resolve("pipe.jpg"));
        Path photo = Files.writeString(there.resolve("photo.jpg"), "photo");
        CountDownLatch read = new CountDownLatch(1);
        try (Disks disks = new Disks(() -> List.of(gone, there), SHORT, LONG)) {
            assertThatThrownBy(() -> disks.ask(pipe, () -> {
                        try (InputStream in = Files.newInputStream(pipe)) {
                            return in.read();
                        } finally {
                            read.countDown();
                        }
                    }))
                    .isInstanceOf(StalledDisk.class)
                    .hasMessageContaining(gone.toString());
            AtomicBoolean asked = new AtomicBoolean();
            assertThatThrownBy(() -> disks.ask(gone.resolve("other.jpg"), () -> asked.getAndSet(true)))
                    .isInstanceOf(StalledDisk.class);
            assertThat(asked).as("a folder that is left alone is not asked").isFalse();
            assertThat(disks.ask(photo, () -> Files.readString(photo))).isEqualTo("photo");
            try (OutputStream out = Files.newOutputStream(pipe)) {
                out.write(1);
            }
            assertThat(read.await(10, TimeUnit.SECONDS)).isTrue();
            // The disk has answered after all, and is asked again at once: the question's end is noted behind the
            // latch.
            assertThat(answers(disks, gone)).isTrue();
        }
    }

    private static boolean answers(Disks disks, Path folder) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            try {
                return disks.ask(folder, () -> Files.isDirectory(folder));
            } catch (IOException stalled) {
                Thread.sleep(20);
            }
        }
        return false;
    }

    /** A channel that a disk holds: it is closed when the disk has answered, and not before. */
    private static final class Held extends AbstractInterruptibleChannel {
        private final CountDownLatch answered;

        Held(CountDownLatch answered) {
            this.answered = answered;
        }

        Object read() throws IOException {
            try {
                begin();
                awaitUninterruptibly(answered);
                return this;
            } finally {
                end(true);
            }
        }

        @Override
        protected void implCloseChannel() {
            awaitUninterruptibly(answered);
        }

        private static void awaitUninterruptibly(CountDownLatch latch) {
            boolean interrupted = false;
            while (latch.getCount() > 0) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void nobodyWaitsForAChannelThatADiskHolds() {
        CountDownLatch answered = new CountDownLatch(1);
        Disks disks = new Disks(() -> List.of(root), SHORT, LONG);
        try {
            assertTimeoutPreemptively(TEN_SECONDS, () -> {
                assertThatThrownBy(() -> disks.ask(root, () -> new Held(answered).read()))
                        .isInstanceOf(StalledDisk.class);
                disks.close();
            });
        } finally {
            answered.countDown();
        }
    }

    @Test
    void whatWasOpenedIsClosedThoughTheFolderIsLeftAlone() throws Exception {
        Path photo = Files.writeString(root.resolve("photo.jpg"), "photo");
        CountDownLatch answered = new CountDownLatch(1);
        try (Disks disks = new Disks(() -> List.of(root), SHORT, LONG);
                Catalog catalog = Catalog.open(root.resolve("catalog.db"))) {
            Source source = new Originals(catalog, disks).open(photo);
            FileChannel channel = disks.ask(photo, () -> FileChannel.open(photo));
            assertThatThrownBy(() -> disks.ask(photo, () -> answered.await(10, TimeUnit.MINUTES)))
                    .isInstanceOf(StalledDisk.class);
            source.close();
            disks.later(photo, channel);
            Patience.until("it is closed", () -> !channel.isOpen());
        } finally {
            answered.countDown();
        }
    }

    @Test
    void manyThatAreHeldTakeFewThreads() throws IOException {
        Path pipe = Pipes.make(root.resolve("pipe.jpg"));
        try (Disks disks = new Disks(() -> List.of(root), Duration.ofMillis(5), Duration.ZERO)) {
            int before = Thread.getAllStackTraces().size();
            for (int i = 0; i < 40; i++) {
                assertThatThrownBy(() -> disks.ask(pipe, () -> Files.newInputStream(pipe)))
                        .isInstanceOf(StalledDisk.class);
            }
            assertThat(Thread.getAllStackTraces().size() - before).isLessThan(20);
        }
    }

    @Test
    void whatAQuestionThrowsIsThrown() {
        try (Disks disks = new Disks(() -> List.of(root), LONG, LONG)) {
            Path none = root.resolve("none");
            assertThatThrownBy(() -> disks.ask(none, () -> Files.size(none))).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> disks.ask(none, () -> {
                        throw new IllegalStateException("a defect");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
