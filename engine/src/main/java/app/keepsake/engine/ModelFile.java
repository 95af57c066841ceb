package app.keepsake.engine;

import app.keepsake.engine.internal.format.ModelFileReader;
import app.keepsake.engine.internal.format.ModelFileWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The engine's own model format: one file with the graph and its weights, versioned and checksummed.
 *
 * <p>Little-endian. 32 bytes: {@code KEEPSAKE}, version (int), bytes of the header (int), bytes of the weights (long), CRC
 * 32C of the header and of the weights (ints). Then the header, JSON in UTF-8, padded with spaces to a multiple of 64
 * bytes from the file's beginning; then the weights, each at a multiple of 64 bytes.
 */
public final class ModelFile {
    /** How weights are stored. They are floats in memory either way. */
    public enum Precision {
        FLOAT32,
        /** IEEE half precision: half the size, about three decimal digits. */
        FLOAT16
    }

    private ModelFile() {}

    /**
     * Writes a model, over what is there.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Graph graph, Path file, Precision precision) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ModelFileWriter.bytes(graph, precision == Precision.FLOAT16);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /**
     * Maps a file into memory and reads it.
     *
     * @throws ModelException if the file is truncated, damaged or of a later version; names the file and the byte offset
     */
    public static Graph read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(file.toString(), channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /**
     * Reads a model that is in memory, such as a resource.
     *
     * @param source the name that errors give
     */
    public static Graph read(String source, ByteBuffer bytes) {
        return ModelFileReader.read(source, bytes);
    }
}
