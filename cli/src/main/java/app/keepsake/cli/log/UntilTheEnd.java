package app.keepsake.cli.log;

import java.util.logging.LogManager;

/** A log that ends with the process, not when that begins to end: what is told then counts most. */
public final class UntilTheEnd {
    private UntilTheEnd() {}

    /** To be called before anything that logs. */
    public static void rule() {
        System.setProperty("java.util.logging.manager", Manager.class.getName());
    }

    /** Made by the platform. */
    public static final class Manager extends LogManager {
        @Override
        public void reset() {
            // The platform asks for this when it begins to end. Whoever keeps files ends them.
        }
    }
}
