package app.keepsake.operations.takeout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** One ZIP of an export, of which anything may be untrue. Of its members, only those with harmless names are told. */
final class ZipPart implements AutoCloseable {
    private static final int MOST_MEMBERS = 500_000;
    /** What systems keep for themselves, such as {@code ._photo.jpg}; it is passed over in folders, too. */
    private static final Pattern HIDDEN = Pattern.compile("(?:^|/)(?:\\.[^./][^/]*|\\.\\.[^/]+)(?:/|$)");

    private static final int DEEPEST = 12;
    /** Bytes; systems take 255, and a file that is begun has a name of its own. */
    private static final int LONGEST_NAME = 240;

    /** No still or clip of this size was ever packed so well. */
    private static final long LARGE = 64L << 20;

    private static final int MOST_PACKED = 200;

    private final Path file;
    private final ZipFile zip;
    private final List<Member> members = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private ZipPart(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /** A file in a ZIP. */
    record Member(ZipEntry entry) {
        /** Folders and name, separated by slashes. */
        String path() {
            return entry.getName();
        }

        long size() {
            return entry.getSize();
        }
    }

    /** @throws IOException when it is none, damaged or encrypted; the message says what to do */
    static ZipPart open(Path file) throws IOException {
        if (ExportName.isTar(file)) {
            throw new IOException("expected a ZIP, found a TGZ, which can only be read from its beginning to its end."
                    + " Unpack it with tar -xzf, and name the folder; or let Google Takeout make ZIPs.");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("expected a ZIP, found %s. Check its name."
                    .formatted(Files.isDirectory(file) ? "a folder" : "nothing"));
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            boolean encrypted = String.valueOf(e.getMessage()).contains("encrypted");
            throw new IOException(
                    encrypted
                            ? "expected a ZIP that is open, found one with a password. Unpack it, and name the folder."
                            : "expected a whole ZIP, found a damaged one (%s). Download this part again."
                                    .formatted(e.getMessage()),
                    e);
        }
        ZipPart part = new ZipPart(file, zip);
        if (zip.size() > MOST_MEMBERS) {
            part.close();
            throw new IOException("expected at most %d files in a ZIP, found %d. Let Google Takeout make smaller ZIPs."
                    .formatted(MOST_MEMBERS, zip.size()));
        }
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(part::consider);
        return part;
    }

    private void consider(ZipEntry entry) {
        if (HIDDEN.matcher(entry.getName()).find()) {
            return;
        }
        if (!isHarmless(entry.getName())) {
            refuse(entry, "expected a name of folders and a file, found one that leads elsewhere. It was left out.");
        } else if (entry.getSize() > LARGE && entry.getSize() / MOST_PACKED > entry.getCompressedSize()) {
            refuse(
                    entry,
                    "expected a photo or clip, found %d MB that were packed into %d kB. It was left out."
                            .formatted(entry.getSize() >> 20, entry.getCompressedSize() >> 10));
        } else {
            members.add(new Member(entry));
        }
    }

    /** Names never become paths that lead out of a folder, nor to hidden files. */
    private static boolean isHarmless(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length > DEEPEST) {
            return false;
        }
        for (String part : parts) {
            if (part.isBlank()
                    || part.startsWith(".")
                    || part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME
                    || part.chars().anyMatch(letter -> letter < ' ' || letter == '\\' || letter == 0xFFFD)) {
                return false;
            }
        }
        return true;
    }

    private void refuse(ZipEntry entry, String reason) {
        problems.add(new Problem(file, entry.getName().replaceAll("\\p{Cntrl}", "?"), reason));
    }

    Path file() {
        return file;
    }

    List<Member> members() {
        return members;
    }

    List<Problem> problems() {
        return problems;
    }

    /** What a member holds, unpacked while it is read. */
    InputStream open(Member member) throws IOException {
        return zip.getInputStream(member.entry());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
