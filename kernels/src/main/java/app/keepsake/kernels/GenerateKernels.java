package app.keepsake.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the vector kernels into a folder of sources, which is the only argument. They are generated because C2 keeps
 * vectors in registers only inside one large method: every accumulator needs a name of its own and no helper may be
 * called.
 */
public final class GenerateKernels {
    private GenerateKernels() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0], KernelClass.PACKAGE.split("\\."));
        Files.createDirectories(folder);
        for (KernelClass kernels : all()) {
            write(folder.resolve(kernels.name() + ".java"), kernels.source());
        }
    }

    static List<KernelClass> all() {
        return List.of(TileKernels.all(), WinogradKernels.all(), DepthwiseKernels.all(), NarrowKernels.all());
    }

    /** Leaves an unchanged file alone, so that nothing is compiled again. */
    private static void write(Path file, String text) throws IOException {
        if (Files.notExists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
