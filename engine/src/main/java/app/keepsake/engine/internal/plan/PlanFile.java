package app.keepsake.engine.internal.plan;

import app.keepsake.engine.LiveRange;
import app.keepsake.engine.MemoryPlan;
import app.keepsake.engine.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tables of buffers: {@code id,lower,upper,size}, half-open lifetimes, as MiniMalloc's benchmarks have them. */
public final class PlanFile {
    private static final String HEADER = "id,lower,upper,size";

    private PlanFile() {}

    public static List<LiveRange> read(Path file) throws IOException {
        List<LiveRange> ranges = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            boolean header = number == 1 && line.strip().startsWith("id");
            if (!header && !line.isBlank()) {
                ranges.add(range(file, number, line));
            }
        }
        return ranges;
    }

    private static LiveRange range(Path file, int number, String line) {
        String[] cells = line.strip().split(",");
        try {
            if (cells.length >= 4) {
                int lower = Integer.parseInt(cells[1].strip());
                int upper = Integer.parseInt(cells[2].strip());
                return new LiveRange(cells[0].strip(), 0, lower, upper, Long.parseLong(cells[3].strip()));
            }
        } catch (NumberFormatException e) {
            throw problem(file, number, line);
        } catch (ModelException e) {
            throw new ModelException("%s, line %d: %s".formatted(file, number, e.getMessage()));
        }
        throw problem(file, number, line);
    }

    private static ModelException problem(Path file, int number, String line) {
        return new ModelException(
                "%s, line %d: expected %s with whole numbers, found '%s'.".formatted(file, number, HEADER, line));
    }

    public static void write(MemoryPlan plan, Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER + ",offset"));
        for (int i = 0; i < plan.ranges().size(); i++) {
            LiveRange range = plan.ranges().get(i);
            lines.add("%s,%d,%d,%d,%d"
                    .formatted(
                            range.id(),
                            range.lower(),
                            range.upper(),
                            range.size(),
                            plan.offsets().get(i)));
        }
        Files.write(file, lines);
    }
}
