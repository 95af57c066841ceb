package app.keepsake.operations.index;

import app.keepsake.media.MediaException;
import app.keepsake.media.RgbImage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Questions to one process that runs {@link DecodingMain}, and its answers. Not safe for several threads at a time. */
final class Conversation implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(2);

    /** Ends by signals that tell of a decoder's defect: illegal instruction, abort, bus, arithmetic, segment. */
    private static final Set<Integer> BROKEN = Set.of(132, 134, 135, 136, 139);

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("decoding limits").daemon().factory());

    private final Process process;
    private final DataInputStream answers;
    private final OutputStream questions;
    private ScheduledFuture<?> rest;
    private volatile boolean over;

    /** What a question had, if one took longer; the answer may have come at the same moment. */
    private volatile @Nullable Duration exceeded;

    /** Reads an answer. */
    interface Answer<T> {
        T read(DataInputStream answer) throws IOException;
    }

    private Conversation(Process process) {
        this.process = process;
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.questions = process.getOutputStream();
        this.rest = TIMER.schedule(this::close, IDLE.toSeconds(), TimeUnit.SECONDS);
    }

    /** @param memory native bytes that it may take, where the system can hold it to them */
    static Conversation start(long memory) throws IOException {
        List<String> words = new ArrayList<>(LimitedMemory.words(memory));
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                LimitedMemory.heapOption(memory),
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=20",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                DecodingMain.class.getName(),
                Long.toString(memory)));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return new Conversation(builder.start());
    }

    /** False at once when it is closed, though the process takes a moment to end. */
    boolean isAlive() {
        return !over && process.isAlive();
    }

    /** @throws MediaException why the file cannot be opened; the process may have ended over it */
    <T> T ask(Path file, String question, Answer<T> answer, Duration limit) throws MediaException {
        rest.cancel(false);
        ScheduledFuture<?> end = TIMER.schedule(
                () -> {
                    exceeded = limit;
                    close();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            questions.write((question + "\n").getBytes(StandardCharsets.UTF_8));
            questions.flush();
            int how = answers.readUnsignedByte();
            if (how == DecodingMain.DONE) {
                return answer.read(answers);
            }
            String reason = new String(answers.readNBytes(answers.readInt()), StandardCharsets.UTF_8);
            throw MediaException.withReason(file, reason, how == DecodingMain.PASSING);
        } catch (MediaException told) {
            throw told;
        } catch (IOException gone) {
            close();
            throw exceeded == null ? ended(file) : gone(file);
        } catch (RuntimeException | Error e) {
            // What is left of the answer must not be taken for the next one.
            close();
            throw e;
        } finally {
            end.cancel(false);
            rest = TIMER.schedule(this::close, IDLE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Why a file that was open here can no longer be asked about. */
    MediaException gone(Path file) {
        Duration limit = exceeded;
        return limit == null
                ? MediaException.ofMemory(file)
                : new MediaException(
                        file,
                        "a photo or clip that is opened in time",
                        "one that takes longer than the %d s that are left for it".formatted(limit.toSeconds()),
                        "Save it smaller, or leave it out.");
    }

    private MediaException ended(Path file) {
        int code;
        try {
            code = process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return MediaException.ofMemory(file);
        }
        return BROKEN.contains(code)
                ? new MediaException(
                        file,
                        "a photo or clip that can be decoded",
                        "one over which the decoder broke down (exit code %d)".formatted(code),
                        "Restore it from a backup, or leave it out.")
                : MediaException.ofMemory(file);
    }

    /** Of an answer: width, height, and interleaved red, green and blue. */
    static RgbImage image(DataInputStream answer) throws IOException {
        int width = answer.readInt();
        int height = answer.readInt();
        byte[] pixels = answer.readNBytes(Math.multiplyExact(3, Math.multiplyExact(width, height)));
        if (pixels.length != 3 * width * height) {
            throw new EOFException("The answer ended in the middle of a picture.");
        }
        return new RgbImage(width, height, pixels);
    }

    @Override
    public void close() {
        over = true;
        process.destroyForcibly();
    }
}
