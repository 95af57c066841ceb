package app.keepsake.server.internal.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.keepsake.server.internal.disk.StalledDisk;
import app.keepsake.server.internal.wire.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FolderTreeTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void resolve() throws IOException {
        // The folder for temporary files is itself a link on some systems.
        root = temporary.toRealPath();
    }

    private FolderTree tree() {
        return new FolderTree(new StartingPlaces(root, root, List::of), List::of, root, LONG);
    }

    private static void isRefused(ThrowingCallable asked, String code) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void listsFoldersByNameAndNothingElse() throws IOException {
        Files.createDirectory(root.resolve("b"));
        Files.createDirectory(root.resolve("A"));
        Files.createDirectory(root.resolve(".hidden"));
        Files.createFile(Files.createDirectory(root.resolve("private")).resolve(".nomedia"));
        Files.writeString(root.resolve("letter.txt"), "dear");
        Files.writeString(root.resolve("photo.jpg"), "photo");
        Files.writeString(root.resolve("takeout-001.zip"), "zip");
        try (FolderTree tree = tree()) {
            Listing listing = tree.list(root.toString(), Wanted.FOLDERS);
            assertThat(listing.entries()).extracting(Entry::name).containsExactly("A", "b");
            assertThat(listing.parent()).isEqualTo(root.getParent().toString());
            assertThat(listing.more()).isFalse();
            assertThat(tree.list(root.toString(), Wanted.ZIP).entries())
                    .extracting(Entry::name, Entry::sort)
                    .containsExactly(
                            tuple("A", Entry.Sort.FOLDER),
                            tuple("b", Entry.Sort.FOLDER),
                            tuple("takeout-001.zip", Entry.Sort.FILE));
        }
    }

    @Test
    void tellsWhereLinksLead() throws IOException {
        Path there = Files.createDirectories(root.resolve("there/inside"));
        Files.createSymbolicLink(root.resolve("link"), there);
        Files.createSymbolicLink(root.resolve("nowhere"), root.resolve("gone"));
        Files.createSymbolicLink(root.resolve("circle"), root.resolve("circle"));
        Files.createSymbolicLink(root.resolve("system"), Path.of("/dev"));
        try (FolderTree tree = tree()) {
            assertThat(tree.list(root.toString(), Wanted.FOLDERS).entries())
                    .extracting(Entry::name, Entry::leadsTo)
                    .containsExactly(tuple("link", there.toString()), tuple("there", ""));
            Listing behind = tree.list(root.resolve("link").toString(), Wanted.FOLDERS);
            assertThat(behind.folder()).isEqualTo(there.toString());
            assertThat(behind.asked()).isEqualTo(root.resolve("link").toString());
            isRefused(() -> tree.list(root.resolve("circle").toString(), Wanted.FOLDERS), "unreadable");
            isRefused(() -> tree.list(root.resolve("system").toString(), Wanted.FOLDERS), "system");
        }
    }

    @Test
    void saysWhyAFolderCannotBeOpened() throws IOException {
        Path file = Files.writeString(root.resolve("photo.jpg"), "photo");
        try (FolderTree tree = tree()) {
            isRefused(() -> tree.list(root.resolve("gone").toString(), Wanted.FOLDERS), "gone");
            isRefused(() -> tree.list(file.toString(), Wanted.FOLDERS), "file");
            isRefused(() -> tree.list("/proc/self", Wanted.FOLDERS), "system");
            isRefused(() -> tree.list("/tmp/../proc/self", Wanted.FOLDERS), "system");
        }
    }

    @Test
    void saysThatAFolderMayNotBeRead() throws IOException {
        Path closed = Files.createDirectory(root.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try (FolderTree tree = tree()) {
            Assumptions.assumeFalse(Files.isReadable(closed), "the administrator may read all folders");
            isRefused(() -> tree.list(closed.toString(), Wanted.FOLDERS), "unreadable");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"photos", "../photos", "-rf", "~anna/photos", "a\0b"})
    void takesWholePathsOnly(String text) {
        try (FolderTree tree = tree()) {
            isRefused(() -> tree.list(text, Wanted.FOLDERS), "invalid");
        }
    }

    @Test
    void knowsTheHomeByItsSign() throws IOException {
        Files.createDirectory(root.resolve("photos"));
        try (FolderTree tree = tree()) {
            assertThat(tree.list("~/photos", Wanted.FOLDERS).folder())
                    .isEqualTo(root.resolve("photos").toString());
            assertThat(tree.list(" ~ ", Wanted.FOLDERS).folder()).isEqualTo(root.toString());
        }
    }

    @Test
    void listsNoMoreThanAPersonReads() throws IOException {
        for (int i = 0; i < FolderTree.MOST + 1; i++) {
            Files.createDirectory(root.resolve("folder " + i));
        }
        try (FolderTree tree = tree()) {
            Listing listing = tree.list(root.toString(), Wanted.FOLDERS);
            assertThat(listing.entries()).hasSize(FolderTree.MOST);
            assertThat(listing.more()).isTrue();
        }
    }

    @Test
    void aDiskThatDoesNotAnswerHoldsBackNoOther() throws IOException {
        Path stalled = Files.createDirectory(root.resolve("stalled"));
        Path there = Files.createDirectory(root.resolve("there"));
        Files.createSymbolicLink(there.resolve("link"), stalled);
        CountDownLatch answered = new CountDownLatch(1);
        try (FolderTree tree =
                new FolderTree(new StartingPlaces(root, root, List::of), () -> List.of(stalled), root, SHORT)) {
            assertThatThrownBy(() -> tree.ask(stalled, () -> answered.await(1, TimeUnit.MINUTES)))
                    .isInstanceOf(StalledDisk.class);
            assertThatThrownBy(() -> tree.list(stalled.toString(), Wanted.FOLDERS))
                    .as("it is left alone for a while")
                    .isInstanceOf(StalledDisk.class);
            assertThat(tree.list(there.toString(), Wanted.FOLDERS).entries())
                    .as("a link to it is not followed")
                    .isEmpty();
        } finally {
            answered.countDown();
        }
    }

    @Test
    void countsPicturesRoughly() throws IOException {
        Path deep = Files.createDirectories(root.resolve("a/b"));
        Files.createFile(root.resolve("1.jpg"));
        Files.createFile(root.resolve(".2.jpg"));
        Files.createFile(root.resolve("letter.txt"));
        Files.createFile(deep.resolve("3.MP4"));
        Files.createFile(Files.createDirectory(root.resolve(".trash")).resolve("4.jpg"));
        Files.createSymbolicLink(root.resolve("link"), root);
        try (FolderTree tree = tree()) {
            assertThat(tree.count(root.toString())).isEqualTo(new PictureCount(2, false));
        }
        assertThat(PictureCount.of(deep, 0, LONG.toNanos())).isEqualTo(new PictureCount(0, true));
        assertThat(PictureCount.of(deep, 10, -1)).isEqualTo(new PictureCount(0, true));
    }
}
