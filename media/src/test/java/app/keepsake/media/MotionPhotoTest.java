package app.keepsake.media;

import static app.keepsake.media.MotionPhotos.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seconds around a photo, in its file and beside it. */
final class MotionPhotoTest {
    private static final byte[] JPEG = MotionPhotos.jpeg();

    @TempDir
    Path folder;

    private byte[] clip = new byte[0];

    @BeforeEach
    void makeClip() throws IOException {
        clip = MotionPhotos.clip(folder);
    }

    private Path file(String name, byte[]... parts) throws IOException {
        return Files.write(folder.resolve(name), joined(parts));
    }

    private Movement movement(Path photo) throws MediaException {
        return MediaReader.read(photo).movement().orElseThrow(() -> new AssertionError("it does not move"));
    }

    /** The clip that is found is the clip that was put there, and plays. */
    private void assertMoves(Path photo, Duration still) throws IOException {
        Movement movement = movement(photo);
        assertThat(movement.still()).isEqualTo(still);
        assertThat(movement.width()).isEqualTo(160);
        assertThat(movement.hasAudio()).isTrue();
        Inset inset = movement.inset().orElseThrow();
        byte[] all = Files.readAllBytes(photo);
        assertThat(Arrays.copyOfRange(all, (int) inset.offset(), (int) inset.end()))
                .isEqualTo(clip);
        try (VideoReader reader = VideoReader.open(photo, movement.inset(), 1000)) {
            reader.seek(Duration.ofMillis(1010));
            VideoFrame frame = reader.nextFrame().orElseThrow();
            assertThat(frame.time().toMillis()).isBetween(990L, 1010L);
            assertThat(frame.image().pixels()[0] & 0xFF).isBetween(144, 156);
        }
        Sound sound = Sound.read(photo, movement.inset(), Duration.ofMillis(500), Duration.ofMillis(500));
        assertThat(sound.frames()).isEqualTo(Sound.RATE / 2);
        assertThat(PhotoDecoder.create().decode(photo, 320).width())
                .as("the picture is as before")
                .isEqualTo(320);
    }

    @Test
    void findsGooglesMotionPhotos() throws IOException {
        String attributes = "GCamera:MotionPhoto='1' GCamera:MotionPhotoPresentationTimestampUs='700000'";
        byte[] picture = MotionPhotos.withXmp(JPEG, attributes, MotionPhotos.items(0, clip.length));
        assertMoves(file("PXL_1.MP.jpg", picture, clip), Duration.ofMillis(700));
        byte[] gainMap = JPEG;
        byte[] bright = MotionPhotos.withXmp(JPEG, attributes, MotionPhotos.items(gainMap.length, clip.length));
        assertMoves(file("PXL_2.MP.jpg", bright, gainMap, clip), Duration.ofMillis(700));
    }

    @Test
    void findsMicroVideosAsXiaomiWritesThem() throws IOException {
        String attributes = "GCamera:MicroVideo='1' GCamera:MicroVideoOffset='" + clip.length
                + "' GCamera:MicroVideoPresentationTimestampUs='-1'";
        assertMoves(
                file("MVIMG_1.jpg", MotionPhotos.withXmp(JPEG, attributes, ""), clip),
                movement(folder.resolve("MVIMG_1.jpg")).length().dividedBy(2));
    }

    @Test
    void findsTheLengthThatOppoAdds() throws IOException {
        byte[] picture = MotionPhotos.withXmp(JPEG, "OpCamera:VideoLength='" + clip.length + "'", "");
        Path photo = file("IMG_1.jpg", picture, clip);
        assertMoves(photo, movement(photo).length().dividedBy(2));
    }

    @Test
    void findsSamsungsTrailer() throws IOException {
        Path photo = file("20240112_213853.jpg", MotionPhotos.samsung(JPEG, clip));
        assertMoves(photo, movement(photo).length().dividedBy(2));
    }

    @Test
    void findsHuaweisTrailer() throws IOException {
        String trailer = "%-20s%-20sLIVE_%-15d".formatted("v3_f21", "0:0", clip.length + 20);
        Path photo = file("IMG_2.jpg", JPEG, clip, trailer.getBytes(StandardCharsets.US_ASCII));
        assertMoves(photo, movement(photo).length().dividedBy(2));
    }

    @Test
    void findsTheBoxOfHeif() throws IOException {
        byte[] heif = Files.readAllBytes(SharedFiles.file("immich/IMG_2682.heic"));
        Path photo = file("20240112.heic", heif, MotionPhotos.box("mpvd", joined(clip, new byte[] {1, 2, 3})));
        Movement movement = movement(photo);
        assertThat(movement.inset()).contains(new Inset(heif.length + 8, clip.length));
        try (VideoReader reader = VideoReader.open(photo, movement.inset(), 1000)) {
            assertThat(reader.nextFrame()).isPresent();
        }
    }

    @Test
    void searchesWhereOnlyTheWordIsThere() throws IOException {
        byte[] picture = MotionPhotos.withXmp(JPEG, "GCamera:MotionPhoto='1'", MotionPhotos.items(0, 7));
        Path photo = file("edited.jpg", picture, clip, new byte[1000]);
        assertMoves(photo, movement(photo).length().dividedBy(2));
    }

    @Test
    void readsApplesTrackOfTheStill() throws IOException {
        // The encoder counts a movie's time in thousandths.
        byte[] live = MotionPhotos.withStillTime(clip, 1100);
        Path photo = file("IMG_5.jpg", JPEG);
        file("IMG_5.MOV", live);
        assertThat(movement(photo).still()).isEqualTo(Duration.ofMillis(1100));
        assertThat(movement(photo).inset()).isEmpty();
        byte[] wrong = MotionPhotos.withStillTime(clip, 60_000);
        file("IMG_5.MOV", wrong);
        assertThat(movement(photo).still())
                .as("behind the clip's end")
                .isEqualTo(movement(photo).length().dividedBy(2));
    }

    @Test
    void joinsStillsAndClipsOfOneName() throws IOException {
        String[][] pairs = {
            {"IMG_1.jpg", "IMG_1.MP4"}, {"IMG_2.jpg", "IMG_2.jpg.MP4"}, {"IMG_3.JPG", "IMG_3.mov"},
            {"IMG_4.jpg", "IMG_4.MP"}, {"IMG_5.jpeg", "IMG_5.MV"}, {"PXL_6.MP.jpg", "PXL_6.MP"}
        };
        for (int i = 0; i < pairs.length; i++) {
            Path still = file(pairs[i][0], JPEG, new byte[] {(byte) i});
            Path half = file(pairs[i][1], clip);
            MediaInfo told = MediaReader.read(still);
            assertThat(told.movement()).as(pairs[i][1]).isPresent();
            assertThat(told.livePhotoId()).as(pairs[i][1]).isPresent();
            assertThat(MediaReader.read(half).livePhotoId()).isEqualTo(told.livePhotoId());
            assertThat(MediaReader.clipBeside(still)).contains(half);
        }
        assertThat(MediaReader.read(folder.resolve("IMG_1.jpg")).livePhotoId())
                .as("other pictures are other pairs")
                .isNotEqualTo(MediaReader.read(folder.resolve("IMG_2.jpg")).livePhotoId());
    }

    @Test
    void leavesClipsAloneThatOnlyHaveThePhotosName() throws IOException {
        Path still = file("IMG_1.jpg", JPEG);
        Path longer = folder.resolve("IMG_1.MP4");
        try (MovieWriter writer = MovieWriter.create(longer, new MovieFormat(64, 64, 24))) {
            for (int i = 0; i < 24 * 7; i++) {
                writer.frame(RgbImage.black(64, 64));
            }
            writer.finish();
        }
        assertThat(MediaReader.read(still).movement()).as("of seven seconds").isEmpty();
        assertThat(MediaReader.read(longer).livePhotoId()).isEmpty();
        Path other = file("VID_20240107_110259.jpg", JPEG);
        Files.writeString(
                folder.resolve("VID_20240107_110259.jpg.json"), "{\"photoTakenTime\":{\"timestamp\":\"1577836800\"}}");
        Path half = file("VID_20240107_110259.MP4", dated(clip, 1_704_621_779));
        assertThat(MediaReader.read(other).movement()).as("of another year").isEmpty();
        assertThat(MediaReader.read(half).livePhotoId()).isEmpty();
        Files.writeString(
                folder.resolve("VID_20240107_110259.jpg.json"), "{\"photoTakenTime\":{\"timestamp\":\"1704621778\"}}");
        assertThat(MediaReader.read(other).movement()).as("of that second").isPresent();
    }

    @Test
    void bothHalvesGoByAllTimesThatTheClipTells() throws IOException {
        Path still = file("VID_1.jpg", JPEG);
        Files.writeString(folder.resolve("VID_1.jpg.json"), "{\"photoTakenTime\":{\"timestamp\":\"1577836800\"}}");
        byte[] date = MotionPhotos.box("date", "2024-01-07T11:02:59+0100".getBytes(StandardCharsets.US_ASCII));
        byte[] undated = clip.clone();
        undated[MotionPhotos.indexOf(undated, "udta")] = 'x';
        Path half = file("VID_1.MP4", MotionPhotos.inMovie(undated, MotionPhotos.box("udta", date)));
        assertThat(MediaReader.read(half).livePhotoId()).as("of another year").isEmpty();
        assertThat(MediaReader.read(still).movement()).as("of another year").isEmpty();
    }

    /** A clip whose header says when it was made. */
    private static byte[] dated(byte[] clip, long second) {
        byte[] dated = clip.clone();
        ByteBuffer.wrap(dated).putInt(MotionPhotos.indexOf(dated, "mvhd") + 8, (int) (second + 2_082_844_800L));
        return dated;
    }

    @Test
    void takesDamagedMovementsForNone() throws IOException {
        String attributes = "GCamera:MotionPhoto='1' GCamera:MotionPhotoPresentationTimestampUs='700000'";
        byte[] picture = MotionPhotos.withXmp(JPEG, attributes, MotionPhotos.items(0, clip.length));
        byte[] cut = Arrays.copyOf(clip, clip.length / 3);
        assertThat(MediaReader.read(file("cut.jpg", picture, cut)).movement()).isEmpty();
        byte[] noise = clip.clone();
        Arrays.fill(noise, MotionPhotos.indexOf(noise, "moov") + 4, noise.length, (byte) 7);
        assertThat(MediaReader.read(file("noise.jpg", picture, noise)).movement())
                .isEmpty();
        assertThat(MediaReader.read(file("none.jpg", picture)).movement()).isEmpty();
        byte[] wild = MotionPhotos.withXmp(JPEG, "GCamera:MicroVideo='1' GCamera:MicroVideoOffset='99999999999'", "");
        assertThat(MediaReader.read(file("wild.jpg", wild)).movement()).isEmpty();
        byte[] directory = MotionPhotos.samsung(JPEG, clip);
        ByteBuffer.wrap(directory).putInt(directory.length - 8, -1);
        assertThat(MediaReader.read(file("directory.jpg", directory)).movement())
                .isEmpty();
        assertThat(MediaReader.read(file("plain.jpg", JPEG, clip)).movement())
                .as("of which nothing tells")
                .isEmpty();
    }

    @Test
    void seesNothingOfTheFileBesidesTheClip() throws IOException {
        Path photo = file("a.jpg", JPEG, clip, clip);
        Optional<Inset> half = Optional.of(new Inset(JPEG.length, clip.length / 2));
        try (VideoReader reader = VideoReader.open(photo, half, 100)) {
            int frames = 0;
            while (reader.nextFrame().isPresent()) {
                frames++;
            }
            assertThat(frames).isLessThan(MotionPhotos.FRAMES);
        }
        Optional<Inset> beyond = Optional.of(new Inset(JPEG.length + clip.length, clip.length + 1L));
        assertThatThrownBy(() -> VideoReader.open(photo, beyond, 100))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> Sound.read(photo, beyond, Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> new Inset(-1, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
