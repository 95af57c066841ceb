package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.keepsake.testbed.Needs;
import app.keepsake.testbed.Pipes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that no camera wrote: each is refused in words, none is opened for long, none takes much memory. */
final class HostileFilesTest {
    private final PhotoDecoder decoder = PhotoDecoder.create();

    @TempDir
    Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /** Neither reading nor decoding it succeeds, and the message names it. */
    private AbstractThrowableAssert<?, ?> assertRefused(Path file) {
        assertThatThrownBy(() -> MediaReader.read(file)).isInstanceOf(MediaException.class);
        return assertUndecodable(file);
    }

    private AbstractThrowableAssert<?, ?> assertUndecodable(Path file) {
        return assertThatThrownBy(() -> decoder.decode(file, 100))
                .isInstanceOf(MediaException.class)
                .hasMessageStartingWith(file + ": expected ");
    }

    @Test
    void refusesWhatIsNoFileOfMedia() throws IOException {
        assertRefused(file("empty.jpg", new byte[0])).hasMessageContaining("empty file");
        assertRefused(folder).hasMessageContaining("folder");
        assertRefused(folder.resolve("none.jpg")).hasMessageContaining("nothing");
        assertRefused(Files.createSymbolicLink(folder.resolve("link.jpg"), folder.resolve("gone")))
                .hasMessageContaining("leads nowhere");
        byte[] text = "Dear diary,".getBytes(StandardCharsets.UTF_8);
        assertRefused(file("diary.jpg", text)).hasMessageContaining("44 65 61 72");
        assertRefused(file("one.png", new byte[] {(byte) 0x89})).hasMessageContaining("89");
    }

    /** Its first directory has so many entries that the place behind them is the last that numbers reach. */
    @Test
    void refusesATiffWithMoreEntriesThanCanBeCounted() throws IOException {
        ByteBuffer tiff = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(new byte[] {'I', 'I', 43, 0, 8, 0, 0, 0}).putLong(16).putLong(0x8666_6666_6666_6665L);
        assertRefused(file("endless.tif", tiff.array()));
    }

    @Test
    void refusesWhatItMayNotRead() throws Throwable {
        Path file = file("secret.jpg", Pictures.jpeg(Pictures.scene(32, 32), false));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        asAnybody(() -> assertRefused(file).hasMessageContaining("not permitted"));
    }

    /** Does something without the right to read every file, which root has. Linux takes it from a thread. */
    private static void asAnybody(Runnable work) throws Throwable {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> function = linker.defaultLookup().find("setfsuid");
        Needs.tool(function.isPresent(), "only Linux lets a thread have fewer rights");
        MethodHandle become = linker.downcallHandle(
                function.orElseThrow(), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        int before = (int) become.invokeExact(65_534);
        try {
            work.run();
        } finally {
            int ignored = (int) become.invokeExact(before);
        }
    }

    @Test
    void doesNotWaitForPipes() throws IOException {
        Path pipe = Pipes.make(folder.resolve("pipe.jpg"));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertRefused(pipe).hasMessageContaining("pipe");
        });
    }

    @Test
    void goesByContentNotByName() throws IOException {
        Path file = file("movie.mp4", Pictures.jpeg(Pictures.scene(64, 40), false));
        assertThat(MediaReader.read(file).type()).isEqualTo(MediaType.JPEG);
        assertThat(decoder.decode(file, 32).height()).isEqualTo(20);
        assertThatThrownBy(() -> VideoReader.open(file, 100))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("JPEG");
    }

    @Test
    void refusesEnormousPicturesByTheirHeaders() throws IOException {
        RgbImage small = Pictures.scene(64, 64);
        BufferedImage image = Pictures.buffered(small, BufferedImage.TYPE_3BYTE_BGR);
        byte[] jpeg = Pictures.jpeg(small, false);
        int frame = find(jpeg, 0xFF, 0xC0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_000).putShort(frame + 7, (short) 65_000);
        byte[] png = Pictures.encode("png", image);
        ByteBuffer.wrap(png).putInt(16, 2_000_000_000).putInt(20, 2_000_000_000);
        byte[] gif = Pictures.encode("gif", image);
        ByteBuffer.wrap(gif)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(6, (short) 65_535)
                .putShort(8, (short) 65_535);
        byte[] tiff = Pictures.encode("tiff", image);
        setTag(tiff, 0x0100, 60_000);
        setTag(tiff, 0x0101, 60_000);
        Map<String, byte[]> files = Map.of("jpeg", jpeg, "png", png, "gif", gif, "tiff", tiff);
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Path file = file("bomb." + each.getKey(), each.getValue());
            assertUndecodable(file).hasMessageContaining("200 million pixels");
        }
    }

    private static int find(byte[] bytes, int first, int second) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xFF) == first && (bytes[i + 1] & 0xFF) == second) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }

    private static void setTag(byte[] tiff, int tag, int value) {
        ByteBuffer bytes = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = bytes.getInt(4);
        for (int i = 0; i < bytes.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            if ((bytes.getShort(entry) & 0xFFFF) == tag) {
                bytes.putShort(entry + 2, (short) 4).putInt(entry + 8, value);
            }
        }
    }

    @Test
    void tellsHowMuchOfATruncatedJpegIsThere() throws IOException {
        byte[] jpeg = Pictures.jpeg(Pictures.scene(800, 600), false);
        Path half = file("half.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));
        assertUndecodable(half).hasMessageContaining("the upper ").hasMessageContaining("backup");
        assertThat(MediaReader.read(half).width()).isEqualTo(800);
        // Without the end marker nothing of the picture is missing.
        Path whole = file("whole.jpg", Arrays.copyOf(jpeg, jpeg.length - 2));
        assertThat(decoder.decode(whole, 100).height()).isEqualTo(75);
    }

    @Test
    void refusesHalfPictures() throws IOException {
        BufferedImage image = Pictures.buffered(Pictures.scene(400, 300), BufferedImage.TYPE_3BYTE_BGR);
        for (String format : List.of("png", "gif", "tiff")) {
            byte[] whole = Pictures.encode(format, image);
            assertUndecodable(file("half." + format, Arrays.copyOf(whole, whole.length / 2)));
        }
    }

    @Test
    void refusesHeifWithoutAllTiles() throws IOException {
        byte[] whole = Files.readAllBytes(SharedFiles.file("immich/IMG_2682.heic"));
        Path half = file("half.heic", Arrays.copyOf(whole, whole.length / 2));
        assertUndecodable(half).hasMessageContaining("tiles");
    }

    @Test
    void refusesTruncatedClips() throws IOException {
        Path movie = folder.resolve("movie.mp4");
        try (MovieWriter writer = MovieWriter.create(movie, new MovieFormat(64, 64, 25))) {
            writer.frame(RgbImage.black(64, 64));
            writer.finish();
        }
        byte[] bytes = Files.readAllBytes(movie);
        Path cut = file("cut.mp4", Arrays.copyOf(bytes, 200));
        assertRefused(cut);
        assertThatThrownBy(() -> VideoReader.open(cut, 64)).isInstanceOf(MediaException.class);
    }
}
