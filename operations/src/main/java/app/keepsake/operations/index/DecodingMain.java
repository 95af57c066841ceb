package app.keepsake.operations.index;

import app.keepsake.media.DecodingMemory;
import app.keepsake.media.Inset;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaReader;
import app.keepsake.media.PhotoDecoder;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoFrame;
import app.keepsake.media.VideoReader;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process that {@link DecodingProcess} starts: it opens files for it, one after the other, and ends at once when
 * nobody asks any more. Questions are lines of JSON, {@code {"ask": "info" | "photo" | "open" | "seek" | "next" | "close",
 * "file": ..., "longSide": ..., "clip": ..., "nanos": ..., "offset": ..., "length": ...}}. Each answer begins with a byte, {@link #FAILED}, {@link
 * #PASSING} or {@link #DONE}; behind the first two comes the reason.
 */
final class DecodingMain {
    static final int FAILED = 0;
    static final int PASSING = 1;
    static final int DONE = 2;

    private final Map<Integer, VideoReader> clips = new HashMap<>();
    private final PhotoDecoder photos;
    private final DataOutputStream out;

    private DecodingMain(long nativeBytes, DataOutputStream out) {
        // Half of what there is for pixels as they are stored, since they are scaled from there.
        this.photos = PhotoDecoder.create(DecodingMemory.of(nativeBytes / 2));
        this.out = out;
    }

    /** @param arguments the bytes of native memory that this process may take */
    public static void main(String[] arguments) throws IOException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // Whatever libraries say must not come between the answers.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        DecodingMain decoding = new DecodingMain(Long.parseLong(arguments[0]), out);
        BlockingQueue<String> questions = questions();
        try {
            while (true) {
                decoding.answer(JsonMapper.shared().readTree(questions.take()));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Read by a thread of their own, so that their end is heard in the middle of a picture that takes for ever. */
    private static BlockingQueue<String> questions() {
        BlockingQueue<String> questions = new LinkedBlockingQueue<>();
        Thread ignored = Thread.ofPlatform().name("questions").daemon().start(() -> {
            try (var lines =
                    new java.io.BufferedReader(new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    questions.add(line);
                }
            } catch (IOException e) {
                // Nobody is there any more, as at the end.
            }
            Runtime.getRuntime().halt(0);
        });
        return questions;
    }

    private void answer(JsonNode question) throws IOException {
        Path file = Path.of(question.path("file").asString(""));
        try {
            answer(question, file);
        } catch (MediaException e) {
            fail(e.isPassing(), e.reason());
        } catch (OutOfMemoryError e) {
            fail(true, MediaException.ofMemory(file).reason());
        } catch (RuntimeException | StackOverflowError e) {
            fail(false, Defect.in(file, e).reason());
        }
    }

    private void fail(boolean passing, String reason) throws IOException {
        out.writeByte(passing ? PASSING : FAILED);
        bytes(reason.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(JsonNode question, Path file) throws IOException {
        int clip = question.path("clip").asInt(0);
        switch (question.path("ask").asString("")) {
            case "info" -> {
                byte[] info = JsonMapper.shared().writeValueAsBytes(MediaReader.read(file));
                out.writeByte(DONE);
                bytes(info);
            }
            case "photo" -> {
                RgbImage image = photos.decode(file, question.path("longSide").asInt(1));
                out.writeByte(DONE);
                image(image);
            }
            case "open" -> {
                VideoReader reader = VideoReader.open(
                        file, inset(question), question.path("longSide").asInt(1));
                clips.put(clip, reader);
                out.writeByte(DONE);
                out.writeInt(reader.width());
                out.writeInt(reader.height());
            }
            case "seek" -> {
                Objects.requireNonNull(clips.get(clip))
                        .seek(Duration.ofNanos(question.path("nanos").asLong(0)));
                out.writeByte(DONE);
            }
            case "next" -> next(Objects.requireNonNull(clips.get(clip)).nextFrame());
            default -> {
                VideoReader reader = clips.remove(clip);
                if (reader != null) {
                    reader.close();
                }
                out.writeByte(DONE);
            }
        }
    }

    /** Where in the file a clip lies that is not the whole of it. */
    private static Optional<Inset> inset(JsonNode question) {
        long length = question.path("length").asLong(0);
        return length == 0
                ? Optional.empty()
                : Optional.of(new Inset(question.path("offset").asLong(0), length));
    }

    private void next(Optional<VideoFrame> frame) throws IOException {
        out.writeByte(DONE);
        out.writeBoolean(frame.isPresent());
        if (frame.isPresent()) {
            out.writeLong(frame.get().time().toNanos());
            image(frame.get().image());
        }
    }

    private void image(RgbImage image) throws IOException {
        out.writeInt(image.width());
        out.writeInt(image.height());
        out.write(image.pixels());
    }

    private void bytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
