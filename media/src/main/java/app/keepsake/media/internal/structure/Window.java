package app.keepsake.media.internal.structure;

import app.keepsake.media.Inset;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file, or bytes that are held, at any place through a small window. Numbers have their highest byte first. Not
 * thread-safe.
 */
public final class Window implements AutoCloseable {
    private static final int WIDTH = 1 << 14;

    private final @Nullable FileChannel channel;
    /** Of the first byte that is seen, in the file. */
    private final long base;

    private final long size;
    private final ByteBuffer window;
    private long start;

    private Window(@Nullable FileChannel channel, long base, long size, ByteBuffer window) {
        this.channel = channel;
        this.base = base;
        this.size = size;
        this.window = window;
    }

    /** Looks at bytes that are held already. */
    public static Window of(byte[] bytes) {
        return new Window(null, 0, bytes.length, ByteBuffer.wrap(bytes));
    }

    /** Opens a regular file. */
    public static Window open(Path file) throws IOException {
        return open(file, Optional.empty());
    }

    /**
     * Opens a part of a regular file, and nothing else of it: offsets count from the part's beginning.
     *
     * @param inset the part; empty for the whole
     * @throws EOFException when the file ends before the part does
     */
    public static Window open(Path file, Optional<Inset> inset) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            long whole = channel.size();
            if (inset.isPresent() && inset.get().end() > whole) {
                throw new EOFException("Expected a clip up to byte %d, found a file of %d."
                        .formatted(inset.get().end(), whole));
            }
            return new Window(
                    channel,
                    inset.map(Inset::offset).orElse(0L),
                    inset.map(Inset::length).orElse(whole),
                    ByteBuffer.allocate(WIDTH).limit(0));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Of what is seen, in bytes. */
    public long size() {
        return size;
    }

    public int u8(long at) throws IOException {
        return window.get(reach(at, Byte.BYTES)) & 0xFF;
    }

    public int u16(long at) throws IOException {
        return window.getShort(reach(at, Short.BYTES)) & 0xFFFF;
    }

    public long u32(long at) throws IOException {
        return window.getInt(reach(at, Integer.BYTES)) & 0xFFFFFFFFL;
    }

    public long u64(long at) throws IOException {
        return window.getLong(reach(at, Long.BYTES));
    }

    /** Four letters. */
    public String name(long at) throws IOException {
        return new String(bytes(at, 4), StandardCharsets.ISO_8859_1);
    }

    /** Whether these bytes stand there; false behind the end. */
    public boolean holds(long at, byte[] expected) throws IOException {
        if (at > size - expected.length) {
            return false;
        }
        return Arrays.equals(bytes(at, expected.length), expected);
    }

    /** A copy of some bytes; the caller sees to it that they are not too many. */
    public byte[] bytes(long at, int length) throws IOException {
        check(at, length);
        byte[] copy = new byte[length];
        if (channel == null || length <= WIDTH) {
            window.get(reach(at, length), copy);
        } else {
            fill(ByteBuffer.wrap(copy), at);
        }
        return copy;
    }

    /** Files tell lengths, too, that are less than nothing as numbers here. */
    private void check(long at, int length) throws EOFException {
        if (at < 0 || length < 0 || at > size - length) {
            throw new EOFException("Expected %d bytes at %d, found a file of %d.".formatted(length, at, size));
        }
    }

    /** The place in the window at which so many bytes from an offset on stand. */
    private int reach(long at, int length) throws IOException {
        check(at, length);
        if (at < start || at + length > start + window.limit()) {
            window.clear().limit((int) Math.min(WIDTH, size - at));
            fill(window, at);
            window.flip();
            start = at;
        }
        return (int) (at - start);
    }

    private void fill(ByteBuffer into, long from) throws IOException {
        FileChannel file = Objects.requireNonNull(channel, "what is held stands in the window");
        long at = base + from;
        while (into.hasRemaining()) {
            int read = file.read(into, at);
            if (read < 0) {
                throw new EOFException("The file became shorter while it was read.");
            }
            at += read;
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
