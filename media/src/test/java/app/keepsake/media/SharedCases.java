package app.keepsake.media;

import app.keepsake.testbed.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Small files that programs once got wrong, beside the checkout, which not everyone has. */
final class SharedCases {
    private SharedCases() {}

    /** A file of a case, or a skipped test. */
    static Path file(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path cases = at.resolveSibling("shared").resolve("data/cases");
            if (Files.isDirectory(cases)) {
                Path file = cases.resolve(name);
                Needs.data(Files.exists(file), name + " is not among the shared cases.");
                return file;
            }
        }
        return Assumptions.abort("The folder shared/data/cases with small files is not beside this checkout.");
    }
}
