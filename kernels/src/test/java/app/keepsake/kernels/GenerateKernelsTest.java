package app.keepsake.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerateKernelsTest {
    /** What the kernels use of the engine. */
    private static final String VECTORS = """
            package app.keepsake.engine.internal.kernel;

            import jdk.incubator.vector.FloatVector;
            import jdk.incubator.vector.VectorSpecies;

            final class Vectors {
                static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
                static final int LANES = SPECIES.length();
            }
            """;

    @TempDir
    Path folder;

    @Test
    void writesWhatCompiles() throws IOException {
        GenerateKernels.main(new String[] {folder.toString()});
        Path vectors = folder.resolve("app/keepsake/engine/internal/kernel/Vectors.java");
        Files.writeString(vectors, VECTORS);
        List<Path> sources = new ArrayList<>(files());

        assertThat(sources).hasSize(5);
        assertThat(compile(sources)).isEmpty();
    }

    /** The compiler's errors. */
    private String compile(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "--add-modules", "jdk.incubator.vector", "-proc:none", "-nowarn", "-d", folder.resolve("classes") + "");
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> files = manager.getJavaFileObjectsFromPaths(sources);
            boolean compiles =
                    compiler.getTask(said, manager, null, options, null, files).call();
            return compiles ? "" : said.toString();
        }
    }

    @Test
    void writesTheSameEachTime() throws IOException {
        GenerateKernels.main(new String[] {folder.resolve("once").toString()});
        GenerateKernels.main(new String[] {folder.resolve("again").toString()});

        Map<Path, String> once = texts(folder.resolve("once"));
        assertThat(once).hasSize(4).isEqualTo(texts(folder.resolve("again")));
    }

    @Test
    void leavesAnUnchangedFileAlone() throws IOException {
        GenerateKernels.main(new String[] {folder.toString()});
        FileTime longAgo = FileTime.fromMillis(0);
        for (Path file : files()) {
            Files.setLastModifiedTime(file, longAgo);
        }
        Path changed = files().get(0);
        String text = Files.readString(changed);
        Files.writeString(changed, "old");

        GenerateKernels.main(new String[] {folder.toString()});

        assertThat(Files.readString(changed)).isEqualTo(text);
        for (Path file : files().subList(1, 4)) {
            assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
        }
    }

    private List<Path> files() throws IOException {
        return List.copyOf(texts(folder).keySet()).stream().map(folder::resolve).toList();
    }

    private static Map<Path, String> texts(Path folder) throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file), Files.readString(file));
            }
        }
        return texts;
    }
}
