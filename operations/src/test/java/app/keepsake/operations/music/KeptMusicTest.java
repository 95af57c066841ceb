package app.keepsake.operations.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.catalog.ContentHash;
import app.keepsake.media.Sound;
import app.keepsake.media.WaveWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptMusicTest {
    @TempDir
    Path folder;

    private KeptMusic music;

    @BeforeEach
    void open() throws IOException {
        music = new KeptMusic(Files.createDirectory(folder.resolve("library")));
    }

    /** A click each half second. */
    private Path clicks(String name, int seconds) throws IOException {
        float[] samples = new float[2 * Sound.RATE * seconds];
        for (int at = 0; at < samples.length; at++) {
            int since = at / 2 % (Sound.RATE / 2);
            samples[at] = (float) (0.8 * Math.exp(-since / 800.0) * Math.sin(since / 9.0));
        }
        Path file = folder.resolve(name);
        WaveWriter.write(new Sound(samples), file);
        return file;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("library/music"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void isCalledByItsContentAndKnowsItsBeat() throws IOException {
        Path file = clicks("song.wav", 20);
        KeptMusic.Piece piece = music.keep(file, "../Anna's  song\n.wav");
        assertThat(piece.id()).isEqualTo(ContentHash.of(file).toString());
        assertThat(piece.name()).isEqualTo("../Anna's  song");
        assertThat(piece.seconds()).isBetween(19.9, 20.1);
        assertThat(piece.beats()).isTrue();
        assertThat(piece.perMinute()).isBetween(118.0, 122.0);
        assertThat(files()).containsExactly(piece.id() + ".json", piece.id() + ".wav");
        assertThat(music.file(piece)).hasSameBinaryContentAs(file);
        assertThat(music.all()).containsExactly(piece);
        assertThat(music.keep(file, "other.wav")).as("the same again").isEqualTo(piece);
    }

    @Test
    void whatIsNoMusicIsRefusedAndLeavesNothing() throws IOException {
        Path text = Files.writeString(folder.resolve("song.mp3"), "#EXTM3U\n/etc/passwd\n");
        assertThatThrownBy(() -> music.keep(text, "song.mp3"))
                .hasMessageStartingWith("song.mp3: ")
                .hasMessageNotContaining("incoming");
        Path brief = clicks("brief.wav", 2);
        assertThatThrownBy(() -> music.keep(brief, "brief.wav")).hasMessageContaining("at least 6 seconds");
        assertThatThrownBy(() -> music.keep(brief, "brief.txt")).hasMessageContaining("expected music");
        Path large = folder.resolve("large.wav");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(KeptMusic.MOST_BYTES + 1);
        }
        assertThatThrownBy(() -> music.keep(large, "large.wav")).hasMessageContaining("200 MB");
        assertThat(files()).isEmpty();
        assertThat(music.all()).isEmpty();
    }

    @Test
    void isForgotten() throws IOException {
        KeptMusic.Piece piece = music.keep(clicks("song.wav", 8), "song.wav");
        assertThat(music.remove("../" + piece.id())).isFalse();
        assertThat(music.remove(piece.id())).isTrue();
        assertThat(music.all()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void damagedNotesAreNoMusic() throws IOException {
        KeptMusic.Piece piece = music.keep(clicks("song.wav", 8), "song.wav");
        Path note = folder.resolve("library/music").resolve(piece.id() + ".json");
        Files.writeString(note, Files.readString(note).replace("\"wav\"", "\"wav/../../catalog.db\""));
        assertThat(music.all()).isEmpty();
        assertThat(music.keep(folder.resolve("song.wav"), "song.wav")).isEqualTo(piece);
    }
}
