package app.keepsake.operations.takeout;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of unpacking ZIPs.
 *
 * @param folders with photos and clips, one an export
 * @param unpacked files that were written
 * @param present files that were there from an earlier run
 * @param bytes that were written
 * @param problems what could not be read; the rest was
 * @param interrupted whether the run was stopped before its end; the next goes on from there
 */
public record UnpackReport(
        List<Path> folders, int unpacked, int present, long bytes, List<Problem> problems, boolean interrupted) {
    public UnpackReport {
        folders = List.copyOf(folders);
        problems = List.copyOf(problems);
    }
}
