package app.keepsake.server.internal.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartingPlacesTest {
    @TempDir
    Path home;

    @Test
    void beginsWithThePicturesByTheNameThatTheDesktopGives() throws IOException {
        Path images = Files.createDirectory(home.resolve("Images"));
        Path films = Files.createDirectory(home.resolve("Mes films"));
        Files.createDirectory(home.resolve("Fotos"));
        Files.writeString(home.resolve("user-dirs.dirs"), """
                # Written by a desktop.
                XDG_DESKTOP_DIR="$HOME/Bureau"
                XDG_PICTURES_DIR="$HOME/Images"
                XDG_VIDEOS_DIR="%s"
                """.formatted(films));
        List<Path> mounts = List.of(
                Path.of("/"),
                Path.of("/proc"),
                Path.of("/run/user/1000"),
                Path.of("/boot/efi"),
                Path.of("/media/anna/STICK"),
                Path.of("/run/media/anna/CAMERA"),
                Path.of("/mnt/nas"),
                Path.of("/photos"),
                images);
        StartingPlaces places = new StartingPlaces(home, home, () -> mounts);
        assertThat(places.all())
                .extracting(Entry::name, Entry::sort)
                .startsWith(
                        tuple("Images", Entry.Sort.PICTURES),
                        tuple("Fotos", Entry.Sort.PICTURES),
                        tuple("Mes films", Entry.Sort.VIDEOS),
                        tuple(home.getFileName().toString(), Entry.Sort.HOME),
                        tuple("STICK", Entry.Sort.DISK),
                        tuple("CAMERA", Entry.Sort.DISK),
                        tuple("nas", Entry.Sort.DISK),
                        tuple("photos", Entry.Sort.DISK));
        assertThat(places.pictures()).containsExactly(images, home.resolve("Fotos"));
    }

    @Test
    void passesOverWhatTheDesktopCallsNoFolder() throws IOException {
        Files.writeString(home.resolve("user-dirs.dirs"), """
                XDG_PICTURES_DIR="$HOME/"
                XDG_VIDEOS_DIR="films"
                XDG_VIDEOS_DIR
                """);
        assertThat(new StartingPlaces(home, home, List::of).all())
                .extracting(Entry::sort)
                .doesNotContain(Entry.Sort.PICTURES, Entry.Sort.VIDEOS);
    }

    @Test
    void readsMountsWhoseNamesHaveBlanks() {
        assertThat(Mounts.parse("""
                /dev/sda1 / ext4 rw 0 0
                //nas/our\\040photos /mnt/our\\040photos\\134$1 cifs rw 0 0
                broken
                """)).containsExactly(Path.of("/"), Path.of("/mnt/our photos\\$1"));
    }
}
