package app.keepsake.catalog;

/** The way back from something that was said. Safe for use by several threads. */
@FunctionalInterface
public interface Undo {
    /**
     * Takes back what was said, as far as nobody has said anything else of the same meanwhile.
     * Durable when the method returns; a second time it does nothing.
     */
    void takeBack();
}
