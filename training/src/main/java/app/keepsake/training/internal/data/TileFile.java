package app.keepsake.training.internal.data;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Tiles in one memory-mapped file, so that a data set larger than the heap is read at random. Each record has a fixed
 * length: a header of {@value #HEADER} bytes (photo, flags, faces; big-endian) and the pixels. Reading is safe for use
 * by several threads.
 */
public final class TileFile implements AutoCloseable {
    private static final int HEADER = 640;
    private static final int MOST_FACES = 24;
    private static final long RECORD = HEADER + Tile.BYTES;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Arena arena = Arena.ofShared();
    private final MemorySegment bytes;

    private TileFile(FileChannel channel) throws IOException {
        bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }

    public static TileFile open(Path file) throws IOException {
        long length = Files.size(file);
        if (length % RECORD != 0) {
            throw new IOException(
                    "%s is not a whole number of tiles of %d bytes (%d bytes in all). Delete it; it is written anew."
                            .formatted(file, RECORD, length));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new TileFile(channel);
        }
    }

    public int count() {
        return Math.toIntExact(bytes.byteSize() / RECORD);
    }

    public boolean isHeldOut(int index) {
        return (bytes.get(INT, index * RECORD + 4) & 1) != 0;
    }

    public boolean isAnchored(int index) {
        return (bytes.get(INT, index * RECORD + 4) & 2) != 0;
    }

    public Tile read(int index) {
        long at = index * RECORD;
        int faces = bytes.get(INT, at + 8);
        List<FaceBox> boxes = new ArrayList<>(faces);
        for (int i = 0; i < faces; i++) {
            long from = at + 12 + 24L * i;
            boxes.add(new FaceBox(
                    bytes.get(FLOAT, from),
                    bytes.get(FLOAT, from + 4),
                    bytes.get(FLOAT, from + 8),
                    bytes.get(FLOAT, from + 12),
                    bytes.get(INT, from + 16) != 0,
                    bytes.get(FLOAT, from + 20)));
        }
        byte[] rgb = bytes.asSlice(at + HEADER, Tile.BYTES).toArray(ValueLayout.JAVA_BYTE);
        return new Tile(bytes.get(INT, at), isHeldOut(index), isAnchored(index), boxes, rgb);
    }

    @Override
    public void close() {
        arena.close();
    }

    /** Writes a tile file, or goes on at its end. */
    public static final class Writer implements AutoCloseable {
        private final DataOutputStream out;

        public Writer(Path file) throws IOException {
            out = new DataOutputStream(new BufferedOutputStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 20));
        }

        public void write(Tile tile) throws IOException {
            List<FaceBox> faces =
                    tile.faces().subList(0, Math.min(MOST_FACES, tile.faces().size()));
            out.writeInt(tile.photo());
            out.writeInt((tile.heldOut() ? 1 : 0) | (tile.anchored() ? 2 : 0));
            out.writeInt(faces.size());
            for (FaceBox face : faces) {
                out.writeFloat(face.x());
                out.writeFloat(face.y());
                out.writeFloat(face.width());
                out.writeFloat(face.height());
                out.writeInt(face.certain() ? 1 : 0);
                out.writeFloat(face.teacher());
            }
            out.write(new byte[HEADER - 12 - 24 * faces.size()]);
            out.write(tile.rgb());
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
