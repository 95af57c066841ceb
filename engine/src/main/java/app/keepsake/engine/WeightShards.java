package app.keepsake.engine;

import java.io.IOException;

/** Gives the bytes of a binary file by the name that a manifest gives it, for example from the class path. */
@FunctionalInterface
public interface WeightShards {
    byte[] bytes(String name) throws IOException;
}
