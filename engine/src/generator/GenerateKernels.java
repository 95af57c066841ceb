import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the vector kernels: {@code java GenerateKernels.java folder}. They are generated because C2 keeps vectors in
 * registers only inside one large method: every accumulator needs a name of its own and no helper may be called.
 */
public final class GenerateKernels {
    private GenerateKernels() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0], "app", "keepsake", "engine", "internal", "kernel");
        Files.createDirectories(folder);
        write(folder, "Tiles", new TileKernels());
        write(folder, "Winograd", new WinogradKernels());
        write(folder, "Depthwise", new DepthwiseKernels());
        write(folder, "Narrow", new NarrowKernels());
    }

    /** Leaves an unchanged file alone, so that nothing is compiled again. */
    private static void write(Path folder, String name, KernelSource source) throws IOException {
        Path file = folder.resolve(name + ".java");
        String text = source.text();
        if (Files.notExists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
