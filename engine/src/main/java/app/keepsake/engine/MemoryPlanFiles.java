package app.keepsake.engine;

import app.keepsake.engine.internal.plan.PlanFile;
import app.keepsake.engine.internal.plan.PlanPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Buffers and plans in files, and plans as pictures. */
public final class MemoryPlanFiles {
    private MemoryPlanFiles() {}

    /**
     * Reads a table of {@code id,lower,upper,size} rows with half-open lifetimes.
     *
     * @throws ModelException naming the line that is not one
     */
    public static List<LiveRange> readRanges(Path file) throws IOException {
        return PlanFile.read(file);
    }

    /** Writes the table that was read with a column {@code offset} more. */
    public static void write(MemoryPlan plan, Path file) throws IOException {
        PlanFile.write(plan, file);
    }

    /** A picture, time from left to right and addresses from bottom to top, coloured by group. */
    public static String svg(MemoryPlan plan) {
        return PlanPicture.svg(plan);
    }
}
