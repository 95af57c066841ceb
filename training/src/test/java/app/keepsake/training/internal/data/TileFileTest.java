package app.keepsake.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TileFileTest {
    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasWritten() throws IOException {
        Pixels photo = Pictures.noise(200, 160, 1);
        FaceBox face = new FaceBox(60, 50, 30, 40, true, 0.75f);
        FaceBox other = new FaceBox(100, 60, 20, 25, false, Float.NaN);
        TileCutter cutter = new TileCutter(new LabelledPhoto(Path.of("a.jpg"), List.of(face, other)), photo, 7, true);
        Tile anchored = cutter.aroundFaces().getFirst();
        Tile random = cutter.atRandom(1, new SplittableRandom(3)).getFirst();
        Path file = folder.resolve("tiles");
        try (TileFile.Writer writer = new TileFile.Writer(file)) {
            writer.write(anchored);
            writer.write(random);
        }

        try (TileFile tiles = TileFile.open(file)) {
            assertThat(tiles.count()).isEqualTo(2);
            assertThat(tiles.isAnchored(0)).isTrue();
            assertThat(tiles.isAnchored(1)).isFalse();
            assertThat(tiles.isHeldOut(0)).isTrue();
            Tile read = tiles.read(0);
            assertThat(read.photo()).isEqualTo(7);
            assertThat(read.faces()).isEqualTo(anchored.faces());
            assertThat(read.rgb()).isEqualTo(anchored.rgb());
        }
    }

    @Test
    void anAnchoredTileShowsItsFaceInTheMiddle() {
        FaceBox face = new FaceBox(60, 50, 30, 40, true, 0.75f);
        Pixels photo = Pictures.noise(200, 160, 1);
        Tile tile = new TileCutter(new LabelledPhoto(Path.of("a.jpg"), List.of(face)), photo, 0, false)
                .aroundFaces()
                .getFirst();

        FaceBox seen = tile.faces().getFirst();
        assertThat(seen.centreX()).isEqualTo(Tile.SIDE / 2f);
        assertThat(seen.centreY()).isEqualTo(Tile.SIDE / 2f);
        assertThat((double) seen.size()).isCloseTo(TileCutter.ANCHOR_SIZE, offset(1e-3));
    }

    @Test
    void saysWhatIsWrongWithACutFile() throws IOException {
        Path file = Files.write(folder.resolve("tiles"), new byte[1000]);

        assertThatThrownBy(() -> TileFile.open(file)).hasMessageContaining("not a whole number of tiles");
    }
}
