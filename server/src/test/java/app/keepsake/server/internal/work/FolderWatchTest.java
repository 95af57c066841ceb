package app.keepsake.server.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class FolderWatchTest {
    @TempDir
    Path root;

    private final Semaphore changes = new Semaphore(0);

    private Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    /** Writes new files until one is noticed: a watch begins a moment after it was asked for. */
    private boolean isNoticedIn(Path folder) throws IOException, InterruptedException {
        changes.drainPermits();
        for (int i = 0; i < 60; i++) {
            Files.writeString(folder.resolve(i + ".jpg"), "photo");
            if (changes.tryAcquire(500, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void noticesNewFilesInFoldersBelow() throws IOException, InterruptedException {
        Path below = folder("pictures/2024/May");
        try (FolderWatch watch = new FolderWatch()) {
            watch.watch(List.of(root.resolve("pictures")), changes::release);
            assertThat(isNoticedIn(below)).isTrue();
            assertThat(isNoticedIn(folder("pictures/2025"))).isTrue();
        }
    }

    @Test
    void watchesWhatItWasToldLast() throws IOException, InterruptedException {
        Path first = folder("first");
        Path second = folder("second");
        try (FolderWatch watch = new FolderWatch()) {
            watch.watch(List.of(first), changes::release);
            assertThat(isNoticedIn(first)).isTrue();
            Semaphore others = new Semaphore(0);
            watch.watch(List.of(second), others::release);
            changes.drainPermits();
            Files.writeString(first.resolve("unnoticed.jpg"), "photo");
            boolean noticed = false;
            for (int i = 0; i < 60 && !noticed; i++) {
                Files.writeString(second.resolve(i + ".jpg"), "photo");
                noticed = others.tryAcquire(500, TimeUnit.MILLISECONDS);
            }
            assertThat(noticed).isTrue();
            assertThat(changes.availablePermits()).isZero();
        }
    }

    @Test
    void aFolderThatComesIsWatchedThen() throws IOException, InterruptedException {
        Path disk = root.resolve("disk");
        try (FolderWatch watch = new FolderWatch()) {
            watch.watch(List.of(), changes::release);
            Files.createDirectories(disk);
            watch.watch(List.of(disk), changes::release);
            assertThat(isNoticedIn(disk)).isTrue();
        }
    }

    @Test
    void noticesNothingWhenItIsClosed() throws IOException, InterruptedException {
        Path folder = folder("pictures");
        FolderWatch watch = new FolderWatch();
        watch.watch(List.of(folder), changes::release);
        assertThat(isNoticedIn(folder)).isTrue();
        watch.close();
        changes.drainPermits();
        Files.writeString(folder.resolve("after.jpg"), "photo");
        assertThat(changes.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
    }
}
