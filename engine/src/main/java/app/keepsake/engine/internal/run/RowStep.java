package app.keepsake.engine.internal.run;

/** A step that can compute some rows of its output, from an input of which only the needed rows exist. */
interface RowStep extends Step {
    View input();

    View output();

    /** Rows are computed in groups of so many. */
    int rowsAtOnce();

    /** The first row of the input that a row of the output needs; may be negative. */
    int firstInput(int row);

    /** The row after the last that the rows before {@code row} need; may be beyond the input. */
    int lastInput(int row);

    /** Floats of working memory. */
    int workFloats();

    /**
     * Computes the rows from {@code first}, a multiple of {@link #rowsAtOnce}, up to {@code last}.
     *
     * @param fromAt where row 0 of the input would be; may be negative if that row is not there
     * @param toAt where row 0 of the output would be
     */
    void rows(int first, int last, float[] from, int fromAt, float[] to, int toAt, float[] work, int workAt);
}
