package app.keepsake.operations.index;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an index run did.
 *
 * @param found photos and clips in the folders
 * @param unchanged of them, known and not looked into
 * @param moved of them, known by their content under another name
 * @param analysed of them, looked into
 * @param missing files that were there at the last run and are not now
 * @param knownProblems files that could not be read before, have not changed, and are not reported again
 * @param unreached of those found, files whose disk did not answer; another run looks at them
 * @param silent folders whose disks did not answer, by path
 * @param problems files that could not be read, reported for the first time, by path
 * @param passedOver how many files in the folders have each ending that is not read; in small letters, maybe empty
 * @param interrupted whether the run was stopped before its end; the next goes on from there
 * @param elapsed time
 */
public record IndexReport(
        int found,
        int unchanged,
        int moved,
        int analysed,
        int missing,
        int knownProblems,
        int unreached,
        List<Path> silent,
        List<Unreadable> problems,
        Map<String, Integer> passedOver,
        boolean interrupted,
        Duration elapsed) {
    public IndexReport {
        silent = List.copyOf(silent);
        problems = List.copyOf(problems);
        passedOver = Collections.unmodifiableMap(new TreeMap<>(passedOver));
    }

    /** A file that could not be read, and why. */
    public record Unreadable(Path file, String reason) {}

    /** Files looked into a second. */
    public double rate() {
        return analysed / Math.max(1e-3, elapsed.toNanos() / 1e9);
    }
}
