package app.keepsake.engine;

import java.nio.file.Path;

/** The pretrained models that the build takes out of registry packages. */
final class TestModels {
    private TestModels() {}

    static Path file(String name) {
        return Path.of("target", "test-models", name);
    }
}
