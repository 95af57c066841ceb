package app.keepsake.operations.index;

import app.keepsake.media.Inset;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.RgbImage;
import app.keepsake.media.VideoFrame;
import app.keepsake.media.VideoReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens files in a process of its own, whose memory and time are limited: those that are large, that no camera built, or
 * over which this process died before. One at a time; the process is started for the first, goes on to the next, and is
 * ended when a file takes too long, breaks it, or when none has come for a while. Safe for use by several threads.
 */
final class DecodingProcess implements Opening, AutoCloseable {
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Duration limit;
    private final Duration total;
    private final long memory;
    private @Nullable Conversation open;
    private int clips;

    /**
     * @param limit for one answer
     * @param total for all answers about a clip that is open
     * @param memory native bytes that the process may take
     */
    DecodingProcess(Duration limit, Duration total, long memory) {
        this.limit = limit;
        this.total = total;
        this.memory = memory;
    }

    @Override
    public MediaInfo info(Path file) throws MediaException {
        return askAnyone(
                file,
                Map.of("ask", "info"),
                answer -> JsonMapper.shared().readValue(answer.readNBytes(answer.readInt()), MediaInfo.class));
    }

    @Override
    public RgbImage photo(Path file, int longSide) throws MediaException {
        return askAnyone(file, Map.of("ask", "photo", "longSide", longSide), Conversation::image);
    }

    @Override
    public VideoReader clip(Path file, Optional<Inset> inset, int longSide) throws MediaException {
        turn.lock();
        try {
            int number = ++clips;
            Conversation with = conversation(file);
            RemoteClip clip = ask(
                    with,
                    file,
                    Map.of(
                            "ask",
                            "open",
                            "clip",
                            number,
                            "longSide",
                            longSide,
                            "offset",
                            inset.map(Inset::offset).orElse(0L),
                            "length",
                            inset.map(Inset::length).orElse(0L)),
                    answer -> new RemoteClip(with, file, number, answer.readInt(), answer.readInt()),
                    limit);
            // Held until the clip is closed: the process has no memory for other files meanwhile.
            turn.lock();
            return clip;
        } finally {
            turn.unlock();
        }
    }

    private <T> T askAnyone(Path file, Map<String, Object> question, Conversation.Answer<T> answer)
            throws MediaException {
        turn.lock();
        try {
            return ask(conversation(file), file, question, answer, limit);
        } finally {
            turn.unlock();
        }
    }

    private <T> T ask(
            Conversation with,
            Path file,
            Map<String, Object> question,
            Conversation.Answer<T> answer,
            Duration patience)
            throws MediaException {
        turn.lock();
        try {
            Map<String, Object> told = new LinkedHashMap<>(question);
            told.put("file", file.toString());
            return with.ask(file, JsonMapper.shared().writeValueAsString(told), answer, patience);
        } finally {
            if (!with.isAlive() && open == with) {
                open = null;
            }
            turn.unlock();
        }
    }

    private Conversation conversation(Path file) throws MediaException {
        Conversation known = open;
        if (known != null && known.isAlive()) {
            return known;
        }
        try {
            Conversation made = Conversation.start(memory);
            open = made;
            return made;
        } catch (IOException e) {
            throw new MediaException(
                    file, "a process that opens it", "the error \"" + e.getMessage() + "\"", "Run it again.");
        }
    }

    /** A clip that is open in the other process. */
    private final class RemoteClip implements VideoReader {
        private final Conversation with;
        private final Path file;
        private final int number;
        private final int width;
        private final int height;
        private Duration left = total;
        private boolean closed;

        RemoteClip(Conversation with, Path file, int number, int width, int height) {
            this.with = with;
            this.file = file;
            this.number = number;
            this.width = width;
            this.height = height;
        }

        @Override
        public int width() {
            return width;
        }

        @Override
        public int height() {
            return height;
        }

        @Override
        public void seek(Duration time) throws MediaException {
            askTheSame(Map.of("ask", "seek", "clip", number, "nanos", time.toNanos()), answer -> file);
        }

        @Override
        public Optional<VideoFrame> nextFrame() throws MediaException {
            return askTheSame(
                    Map.of("ask", "next", "clip", number),
                    answer -> answer.readBoolean()
                            ? Optional.of(
                                    new VideoFrame(Duration.ofNanos(answer.readLong()), Conversation.image(answer)))
                            : Optional.empty());
        }

        /** The clip went with the process that it was open in; another one knows nothing of it. */
        private <T> T askTheSame(Map<String, Object> question, Conversation.Answer<T> answer) throws MediaException {
            if (open != with || !with.isAlive()) {
                throw with.gone(file);
            }
            long begin = System.nanoTime();
            try {
                return ask(with, file, question, answer, left.compareTo(limit) < 0 ? left : limit);
            } finally {
                left = left.minusNanos(Math.min(System.nanoTime() - begin, left.toNanos()));
            }
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            try {
                Path ignored = askTheSame(Map.of("ask", "close", "clip", number), answer -> file);
            } catch (MediaException gone) {
                // With the process goes the clip.
                closed = true;
            } finally {
                turn.unlock();
            }
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            Conversation known = open;
            open = null;
            if (known != null) {
                known.close();
            }
        } finally {
            turn.unlock();
        }
    }
}
