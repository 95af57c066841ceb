package app.keepsake.media.internal.program;

import app.keepsake.media.CodedPictures;
import app.keepsake.media.MediaException;
import app.keepsake.media.MovieFormat;
import app.keepsake.media.PictureEncoder;
import app.keepsake.media.RgbImage;
import app.keepsake.media.internal.ffmpeg.CodedStream;
import app.keepsake.media.internal.ffmpeg.Planes;
import app.keepsake.media.internal.ffmpeg.Yuv420;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * A run of pictures that a process encodes. Whoever waits for it fails when it ends early, is {@linkplain #abandon()
 * abandoned}, or takes no picture for some minutes, which is the end of it.
 */
final class ProgramRun implements PictureEncoder {
    private static final Logger LOG = System.getLogger(ProgramRun.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST_WORDS = 4000;
    private static final String REMEDY =
            "Films can be made without it: say --encoder openh264, or encoder = openh264 in keepsake.properties.";

    /** Platform threads: a virtual one that reads a pipe holds its carrier. */
    private static final Executor READERS =
            reading -> Thread.ofPlatform().name("encoder").daemon().start(reading);

    private final Path program;
    private final MovieFormat format;
    private final int delay;
    private final Process process;
    private final CompletableFuture<byte[]> coded;
    private final CompletableFuture<byte[]> words;
    private final OutputStream input;
    private final Yuv420 converter;
    private final byte[] picture;
    private final Planes planes;
    private int frames;

    /**
     * @param command writes a NUT file to its standard output
     * @param delay of the stream that it makes
     */
    ProgramRun(List<String> command, MovieFormat format, int delay) throws MediaException {
        this.program = Path.of(command.getFirst());
        this.format = format;
        this.delay = delay;
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            // Writes a report into the folder it runs in, where somebody set it.
            builder.environment().remove("FFREPORT");
            this.process = builder.start();
        } catch (IOException e) {
            throw new MediaException(program, "a program that starts", "the error \"" + e.getMessage() + "\"", REMEDY);
        }
        this.coded = CompletableFuture.supplyAsync(() -> all(process.getInputStream(), Integer.MAX_VALUE), READERS);
        this.words = CompletableFuture.supplyAsync(() -> all(process.getErrorStream(), MOST_WORDS), READERS);
        this.input = process.getOutputStream();
        this.converter = new Yuv420(format.width(), format.height());
        this.picture = new byte[format.width() * format.height() * 3 / 2];
        this.planes = Planes.in(picture, format.width(), format.height());
    }

    /** All that a stream gives, of which the first bytes are kept. */
    private static byte[] all(InputStream stream, int kept) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[1 << 16];
        try (stream) {
            for (int n = stream.read(part); n >= 0; n = stream.read(part)) {
                all.write(part, 0, Math.min(n, kept - all.size()));
            }
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void frame(RgbImage image) throws MediaException {
        converter.convert(image, planes);
        try (Deadline ignored = new Deadline(process, PATIENCE)) {
            input.write(picture);
            frames++;
        } catch (IOException e) {
            throw failed("the end of it");
        }
    }

    @Override
    public CodedPictures finish() throws MediaException {
        try (Deadline ignored = new Deadline(process, PATIENCE)) {
            input.close();
            byte[] bytes = coded.join();
            if (process.waitFor() != 0) {
                throw failed("the exit code " + process.exitValue());
            }
            CodedPictures made = CodedStream.read(program, bytes, format, delay);
            if (made.frames() != frames) {
                throw failed("%d pictures for %d".formatted(made.frames(), frames));
            }
            tell(Level.DEBUG);
            return made;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("an interrupt");
        } catch (IOException | CompletionException e) {
            throw e instanceof MediaException media ? media : failed("the end of it");
        }
    }

    private MediaException failed(String found) {
        process.destroyForcibly();
        tell(Level.WARNING);
        return new MediaException(program, "a program that encodes", found, REMEDY);
    }

    private void tell(Level level) {
        String said = new String(words.exceptionally(e -> new byte[0]).join(), StandardCharsets.UTF_8).strip();
        if (!said.isEmpty()) {
            LOG.log(level, "{0} said: {1}", program, said);
        }
    }

    @Override
    public void abandon() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
