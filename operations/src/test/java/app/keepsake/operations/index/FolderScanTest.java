package app.keepsake.operations.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.operations.disk.DiskWatch;
import app.keepsake.testbed.Needs;
import app.keepsake.testbed.Pipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderScanTest {
    private static final DiskWatch DISKS = new DiskWatch(List.of(), lost -> {});

    @TempDir
    Path folder;

    @Test
    void findsPhotosAndClipsBelowTheFolderInOrder() throws IOException {
        touch("b/2.MOV");
        touch("a/1.jpg");
        touch("a/notes.txt");
        assertThat(names()).containsExactly("a/1.jpg", "b/2.MOV");
    }

    @Test
    void leavesOutWhatTheOwnerHid() throws IOException {
        touch(".trash/1.jpg");
        touch("private/.nomedia");
        touch("private/deeper/2.jpg");
        touch("shown/.3.jpg");
        touch("own/4.jpg");
        touch("shown/5.jpg");
        FolderScan scan = FolderScan.of(folder, folder.resolve("own"), DISKS);
        assertThat(scan.files()).extracting(ScannedFile::path).containsExactly(folder.resolve("shown/5.jpg"));
    }

    @Test
    void looksIntoAFolderThatIsNamedWithADotWhenAskedTo() throws IOException {
        touch(".camera/1.jpg");
        FolderScan scan = FolderScan.of(folder.resolve(".camera"), folder.resolve("none"), DISKS);
        assertThat(scan.files()).hasSize(1);
    }

    @Test
    void doesNotFollowLinksToFoldersSoThatCirclesEnd() throws IOException {
        touch("a/1.jpg");
        Files.createSymbolicLink(folder.resolve("a/again"), folder);
        assertThat(names()).containsExactly("a/1.jpg");
    }

    @Test
    void reportsAPipeInsteadOfWaitingForIt() throws Exception {
        Path pipe = Pipes.make(folder.resolve("pipe.jpg"));
        FolderScan scan = FolderScan.of(folder, folder.resolve("none"), DISKS);
        assertThat(scan.files()).isEmpty();
        assertThat(scan.unreadable().get(pipe)).contains("special file");
    }

    @Test
    void reportsALinkToNothing() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("gone.jpg"), folder.resolve("nothing"));
        assertThat(FolderScan.of(folder, folder.resolve("none"), DISKS).unreadable())
                .containsKey(link);
    }

    @Test
    void countsWhatItPassesOverByEnding() throws IOException {
        for (String name :
                List.of("1.3gp", "2.MTS", "3.mkv", "4.avi", "5.webm", "6.MP", "7.avif", "8.bmp", "9.wmv", "10.DNG")) {
            touch(name);
        }
        touch("1.xmp");
        touch("a/1.psd");
        touch("a/2.PSD");
        touch("a/notes");
        touch(".hidden.psd");
        FolderScan scan = FolderScan.of(folder, folder.resolve("none"), DISKS);
        assertThat(scan.files()).hasSize(10);
        assertThat(scan.passedOver()).containsExactlyInAnyOrderEntriesOf(Map.of("psd", 2, "", 1));
    }

    @Test
    void tellsOfEachNameThatIsNoText() throws Exception {
        touch("caf\u00E9.jpg");
        // The shell takes bytes as they are.
        String names = "cd \"$1\" && : > \"$(printf 'caf\\351.jpg')\" && : > \"$(printf 'caf\\350.jpg')\""
                + " && : > \"$(printf 'caf\\351.txt')\" && mkdir \"$(printf '\\304')\" && : > \"$(printf '\\304')/1.jpg\"";
        int end = new ProcessBuilder("/bin/sh", "-c", names, "sh", folder.toString())
                .redirectErrorStream(true)
                .start()
                .waitFor();
        Needs.tool(end == 0, "a disk that takes any bytes for names");
        FolderScan scan = FolderScan.of(folder, folder.resolve("none"), DISKS);
        assertThat(scan.files()).extracting(ScannedFile::path).containsExactly(folder.resolve("caf\u00E9.jpg"));
        assertThat(scan.unnamed().values())
                .anyMatch(reason -> reason.contains("\"caf%E9.jpg\" in the folder " + folder + ". Rename it"))
                .anyMatch(reason -> reason.contains("\"caf%E8.jpg\""))
                .anyMatch(reason -> reason.contains("\"%C4\""))
                .hasSize(3);
        assertThat(scan.unreadable()).isEmpty();
        assertThat(scan.passedOver()).containsExactly(Map.entry("txt", 1));
    }

    @Test
    void stampsAPhotoWithItsNewestSidecar() throws IOException {
        touch("IMG_1.jpg");
        Files.setLastModifiedTime(touch("IMG_1.xmp"), FileTime.fromMillis(3_000));
        Files.setLastModifiedTime(touch("IMG_1.jpg.supplemental-metadata.json"), FileTime.fromMillis(5_000));
        touch("other.jpg");
        List<ScannedFile> files =
                FolderScan.of(folder, folder.resolve("none"), DISKS).files();
        assertThat(files).extracting(ScannedFile::sidecarMillis).containsExactly(5_000L, 0L);
    }

    @Test
    void stampsAClipWithItsStillAndAStillWithItsClip() throws IOException {
        Files.setLastModifiedTime(touch("IMG_1.MP4"), FileTime.fromMillis(7_000));
        Files.setLastModifiedTime(touch("IMG_2.HEIC.MP4"), FileTime.fromMillis(8_000));
        touch("IMG_2.HEIC");
        Files.setLastModifiedTime(touch("IMG_1.HEIC"), FileTime.fromMillis(3_000));
        Files.setLastModifiedTime(touch("IMG_10.HEIC"), FileTime.fromMillis(5_000));
        assertThat(FolderScan.of(folder, folder.resolve("none"), DISKS).files())
                .filteredOn(file -> file.path().endsWith("IMG_1.MP4"))
                .extracting(ScannedFile::sidecarMillis)
                .containsExactly(3_000L);
        assertThat(FolderScan.of(folder, folder.resolve("none"), DISKS).files())
                .filteredOn(file -> file.path().toString().endsWith(".HEIC"))
                .extracting(ScannedFile::sidecarMillis)
                .containsExactly(7_000L, 0L, 8_000L);
    }

    @Test
    void saysWhatToDoWhenThereIsNoSuchFolder() {
        assertThatThrownBy(() -> FolderScan.of(folder.resolve("none"), folder, DISKS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none")
                .hasMessageContaining("Name an existing folder");
    }

    private List<String> names() throws IOException {
        return FolderScan.of(folder, folder.resolve("none"), DISKS).files().stream()
                .map(file -> folder.relativize(file.path()).toString())
                .toList();
    }

    private Path touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }
}
