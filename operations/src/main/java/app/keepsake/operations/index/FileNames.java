package app.keepsake.operations.index;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names whose bytes are no text in the encoding that the system says it uses, as on disks of older systems. Java can list
 * such files, but a name that was written down does not lead back to its file, and may be another file's, too.
 */
final class FileNames {
    /** Stands for what is no text. */
    private static final char REPLACEMENT = '\uFFFD';

    private FileNames() {}

    /** Whether the path, once it is text, is not the same path any more. */
    static boolean isLost(Path path) {
        String text = path.toString();
        if (text.indexOf(REPLACEMENT) < 0) {
            return false;
        }
        try {
            return !path.getFileSystem().getPath(text).equals(path);
        } catch (InvalidPathException notEvenAName) {
            return true;
        }
    }

    /** The problem in words, with the bytes that are no text in hexadecimal digits behind percent signs. */
    static String reason(Path path) {
        String encoding = System.getProperty("sun.jnu.encoding", "unknown");
        String address = path.toUri().getRawPath();
        String bytes = address.replaceAll("/+$", "");
        String remedy = encoding.equals("UTF-8")
                ? "Rename it, or all in that folder at once, with a program such as convmv."
                : "Start Keepsake with LANG=C.UTF-8, or rename it.";
        return "expected a name in %s, found \"%s\" in the folder %s. %s"
                .formatted(encoding, bytes.substring(bytes.lastIndexOf('/') + 1), path.getParent(), remedy);
    }
}
