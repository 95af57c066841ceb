package app.keepsake.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** FFmpeg's program that comes with the library, as a judge of what encoders made. */
final class ShippedProgram {
    private static final Pattern LIKENESS = Pattern.compile("SSIM Y:([0-9.]+)");

    private ShippedProgram() {}

    /** The mean structural similarity of two films' luma, 0 to 1. */
    static double likeness(Path film, Path master) throws IOException, InterruptedException {
        String said =
                said(List.of("-i", film.toString(), "-i", master.toString(), "-lavfi", "ssim", "-f", "null", "-"));
        Matcher found = LIKENESS.matcher(said);
        if (!found.find()) {
            throw new IOException("FFmpeg's program gave no likeness: " + said);
        }
        return Double.parseDouble(found.group(1));
    }

    /** Bytes of a film's coded pictures, without its sound. */
    static long pictureBytes(Path film) throws IOException, InterruptedException {
        Path pictures = Files.createTempFile("keepsake-pictures", ".bin");
        try {
            String ignored = said(List.of(
                    "-y", "-i", film.toString(), "-map", "0:v", "-c", "copy", "-f", "rawvideo", pictures.toString()));
            return Files.size(pictures);
        } finally {
            Files.delete(pictures);
        }
    }

    private static String said(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-hide_banner", "-nostdin"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(
                    "Expected FFmpeg's program, which comes with its library, to work, found: %s. On Debian and Ubuntu it needs the packages libva2 and libva-drm2."
                            .formatted(said));
        }
        return said;
    }
}
