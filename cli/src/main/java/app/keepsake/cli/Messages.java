package app.keepsake.cli;

import app.keepsake.catalog.DiskFull;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** One clear line for an exception that reaches the user. */
final class Messages {
    private Messages() {}

    static String of(Throwable problem) {
        return DiskFull.in(problem)
                .orElseGet(() -> isBare(problem) ? atPath((FileSystemException) problem) : said(problem));
    }

    /** Whether it is one of Java's own, which say no more than a path. */
    private static boolean isBare(Throwable problem) {
        return problem instanceof FileSystemException file && file.getReason() == null && file.getFile() != null;
    }

    private static String atPath(FileSystemException problem) {
        return problem.getFile()
                + switch (problem) {
                    case AccessDeniedException denied ->
                        ": expected to be allowed to read and write it, found that it is somebody else's or protected."
                                + " Give it to who runs Keepsake, and try again.";
                    case NoSuchFileException missing ->
                        ": expected a file or folder, found none. Look whether its disk is there.";
                    case NotDirectoryException file -> ": expected a folder, found that it is not a directory.";
                    case FileAlreadyExistsException there -> ": there is something already.";
                    default ->
                        ": the system refused it (%s)."
                                .formatted(problem.getClass().getSimpleName());
                };
    }

    private static String said(Throwable problem) {
        String text = problem.getMessage();
        return text == null || text.isBlank()
                ? "Unexpected %s. With --verbose it tells where."
                        .formatted(problem.getClass().getSimpleName())
                : text;
    }
}
