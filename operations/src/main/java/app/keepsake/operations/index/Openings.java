package app.keepsake.operations.index;

import app.keepsake.media.DecodingMemory;
import app.keepsake.media.Inset;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaLimits;
import app.keepsake.vision.VisionAnalyser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Chooses where a file is opened: in this process, or, when it is large, odd, or was the last thing that another process
 * did, in one of its own that may take more memory and may die. Safe for use by several threads.
 */
final class Openings implements AutoCloseable {
    /** Beside the networks' weights, so that all stays within half a gibibyte. */
    private static final long DECODING_BYTES = 64L << 20;

    /** Of what is opened here, no part needs more than the whole is held within, and a little beside it. */
    static final long LARGEST_BLOCK = DECODING_BYTES + DECODING_BYTES / 4;

    private static final Duration LIMIT = Duration.ofSeconds(120);

    /** A clip of which each frame takes nearly as long would hold up all others for hours. */
    private static final Duration TOTAL = Duration.ofMinutes(10);

    private final DecodingMemory memory = DecodingMemory.of(DECODING_BYTES);
    private final Opening here = new Here(memory);
    private final DecodingProcess apart = new DecodingProcess(LIMIT, TOTAL, LimitedMemory.ofMachine());

    /** What is done with an open file. */
    interface Work<T> {
        T with(Opening opening) throws MediaException;
    }

    /**
     * Does something with a file.
     *
     * @param careful whether a process of its own opens it in any case
     * @throws MediaException also for what libraries throw over it, and when memory does not suffice
     */
    <T> T open(Path file, boolean careful, Work<T> work) throws MediaException {
        return open(file, Optional.empty(), careful, work);
    }

    /** The same with a clip that may be a part of a file. */
    <T> T open(Path file, Optional<Inset> inset, boolean careful, Work<T> work) throws MediaException {
        long weight = careful ? MediaLimits.UNUSUAL : weight(file, inset);
        if (weight > DECODING_BYTES) {
            return work(file, apart, work);
        }
        try {
            return work(file, here, work);
        } catch (MediaException e) {
            if (!e.isPassing()) {
                throw e;
            }
        }
        // Another file may have taken the memory, or this one wants more than it says.
        return work(file, apart, work);
    }

    /** Holds memory for a clip while it is open in this process. */
    DecodingMemory.Held hold(Opening opening, Path clip) throws MediaException {
        return hold(opening, clip, Optional.empty());
    }

    /** The same for one that may be a part of a file. */
    DecodingMemory.Held hold(Opening opening, Path clip, Optional<Inset> inset) throws MediaException {
        return opening == here ? memory.hold(weight(clip, inset)) : () -> {};
    }

    /** Others may have the memory that a thread has, which a disk holds. */
    void lost(Thread thread) {
        memory.lost(thread);
    }

    private static long weight(Path file, Optional<Inset> inset) throws MediaException {
        try {
            return inset.isEmpty()
                    ? MediaLimits.weigh(file, VisionAnalyser.LONG_SIDE)
                    : MediaLimits.weigh(file, inset.get());
        } catch (OutOfMemoryError e) {
            return MediaLimits.UNUSUAL;
        } catch (RuntimeException | StackOverflowError e) {
            throw Defect.in(file, e);
        }
    }

    private static <T> T work(Path file, Opening opening, Work<T> work) throws MediaException {
        try {
            return work.with(opening);
        } catch (OutOfMemoryError e) {
            throw MediaException.ofMemory(file);
        } catch (RuntimeException | StackOverflowError e) {
            throw Defect.in(file, e);
        }
    }

    @Override
    public void close() {
        apart.close();
    }
}
