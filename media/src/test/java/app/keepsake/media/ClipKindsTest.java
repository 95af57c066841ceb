package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.testbed.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clips of camcorders, older phones and other programs, as FFmpeg's own program writes them. */
final class ClipKindsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "clip.avi, AVI, -c:v mpeg4 -c:a mp2",
        "camera.avi, AVI, -c:v mjpeg -c:a pcm_s16le",
        "clip.mts, MPEG_TS, -c:v mpeg2video -c:a ac3 -f mpegts -mpegts_m2ts_mode 1",
        "long.m2ts, MPEG_TS, -c:v mpeg2video -g 250 -c:a mp2 -f mpegts",
        "clip.mpg, MPEG_PS, -c:v mpeg2video -c:a mp2",
        "clip.mkv, MATROSKA, -c:v mpeg4 -c:a aac",
        "clip.wmv, ASF, -c:v wmv2 -c:a wmav2",
        "clip.dv, DV, -target pal-dv",
        "clip.mov, QUICKTIME, -c:v prores_ks -c:a pcm_s16le",
        "clip.3gp, MP4, -c:v mpeg4 -c:a aac"
    })
    void readsAndSeeks(String name, MediaType type, String options) throws Exception {
        Path clip = made(name, options);
        MediaInfo info = MediaReader.read(clip);
        assertThat(info.type()).isEqualTo(type);
        assertThat(info.type().isVideo()).isTrue();
        assertThat(info.hasAudio()).isTrue();
        assertThat(info.duration()).isBetween(Duration.ofMillis(1900), Duration.ofMillis(2300));
        try (VideoReader reader = VideoReader.open(clip, 160)) {
            for (double time : new double[] {0, 1, 0.5, 1.9}) {
                reader.seek(Duration.ofMillis((long) (1000 * time)));
                VideoFrame frame = reader.nextFrame().orElseThrow();
                assertThat(frame.time().toMillis() / 1000.0).isBetween(time - 0.1, time + 0.1);
                assertThat(frame.image().width()).isEqualTo(160);
            }
        }
        assertThat(Sound.read(clip, Duration.ZERO, Duration.ofSeconds(1)).frames())
                .isGreaterThan(Sound.RATE / 2);
    }

    @Test
    void readsWhatAPhoneWrote() throws MediaException {
        MediaInfo info = MediaReader.read(SharedCases.file("clip-extensions-left-alone/h264.3gp"));
        assertThat(info.type()).isEqualTo(MediaType.MP4);
        assertThat(info.width()).isEqualTo(160);
    }

    private Path made(String name, String options) throws IOException, InterruptedException {
        Path clip = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of(
                "ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc=size=320x240:rate=25:duration=2"));
        words.addAll(List.of("-f", "lavfi", "-i", "sine=duration=2"));
        words.addAll(List.of(options.split(" ", -1)));
        words.add(clip.toString());
        int end;
        try {
            end = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException none) {
            end = 127;
        }
        Needs.tool(end == 0 && Files.exists(clip), "FFmpeg's program with the encoders for " + name);
        return clip;
    }
}
