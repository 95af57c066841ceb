package app.keepsake.operations.takeout;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * Puts the photos, clips and sidecars of ZIPs into folders of the library, one an export: parts come together, so that a
 * sidecar lies beside its photo whichever part it was in. What is there is not written again. Why they are unpacked at
 * all, says docs/decisions/107-takeout-zips.md.
 */
public final class UnpackTakeout {
    /** The disk is not filled up to its end. */
    private static final long SPARE_BYTES = 1L << 30;

    private static final int CHUNK = 1 << 16;

    private final Path target;
    private final BooleanSupplier stop;
    private final List<Problem> problems = new ArrayList<>();
    private int unpacked;
    private int present;
    private long bytes;

    /**
     * @param library the library's folder
     * @param stop asked often; what was written stays
     */
    public UnpackTakeout(Path library, BooleanSupplier stop) {
        this.target = library.resolve("takeout");
        this.stop = stop;
    }

    /** Whether a path is that of a packed export and not of a folder. */
    public static boolean isPacked(Path path) {
        return ExportName.isPacked(path) && Files.isRegularFile(path);
    }

    /**
     * Unpacks; what is damaged is told and passed over.
     *
     * @throws IOException when the disk has no room for it, or cannot be written to; the message says what to do
     */
    public UnpackReport unpack(List<Path> zips) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Map.Entry<String, Set<Path>> export : ExportName.exports(zips).entrySet()) {
            Path folder = target.resolve(export.getKey());
            unpack(export.getValue(), folder);
            if (Files.isDirectory(folder)) {
                folders.add(folder);
            }
        }
        return new UnpackReport(folders, unpacked, present, bytes, problems, stop.getAsBoolean());
    }

    private void unpack(Set<Path> zips, Path folder) throws IOException {
        try (OpenParts opened = new OpenParts()) {
            opened.open(zips);
            problems.addAll(opened.problems());
            List<ZipPart> parts = opened.all();
            List<String> all = parts.stream()
                    .flatMap(part -> part.members().stream().map(ZipPart.Member::path))
                    .toList();
            Set<String> wanted = ExportFiles.of(all).folders();
            hasRoom(parts, wanted, folder);
            for (ZipPart part : parts) {
                for (ZipPart.Member member : part.members()) {
                    if (stop.getAsBoolean()) {
                        return;
                    }
                    if (ExportFiles.isWanted(member.path(), wanted)) {
                        unpack(part, member, folder);
                    }
                }
            }
        }
    }

    private void hasRoom(List<ZipPart> parts, Set<String> wanted, Path folder) throws IOException {
        long lacking = 0;
        for (ZipPart part : parts) {
            for (ZipPart.Member member : part.members()) {
                boolean needed = ExportFiles.isWanted(member.path(), wanted)
                        && !Files.exists(folder.resolve(member.path()), LinkOption.NOFOLLOW_LINKS);
                lacking += needed ? Math.max(0, member.size()) : 0;
            }
        }
        if (lacking == 0) {
            return;
        }
        Files.createDirectories(folder);
        long free = Files.getFileStore(folder).getUsableSpace();
        if (lacking + SPARE_BYTES > free) {
            throw new IOException(
                    ("%s: expected %d GB of free space for the photos in the ZIPs, found %d GB. Make room, or"
                                    + " unpack them to a larger disk yourself and index that folder.")
                            .formatted(folder, (lacking + SPARE_BYTES >> 30) + 1, free >> 30));
        }
    }

    private void unpack(ZipPart part, ZipPart.Member member, Path folder) throws IOException {
        Path file = folder.resolve(member.path());
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.size(file) == member.size()) {
                present++;
            } else {
                problems.add(new Problem(
                        part.file(),
                        member.path(),
                        "expected one file of this name, found another one in another part. The first was kept."));
            }
            return;
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Path begun = file.resolveSibling(".unpacking");
        try {
            String damage = copy(part, member, begun);
            if (damage.isEmpty()) {
                Files.setLastModifiedTime(begun, member.entry().getLastModifiedTime());
                Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
                unpacked++;
                bytes += member.size();
            } else {
                problems.add(new Problem(
                        part.file(),
                        member.path(),
                        "expected a whole file, found %s. Download this part again.".formatted(damage)));
            }
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    /** What is wrong with it; empty if nothing. More than was told is never written. */
    private static String copy(ZipPart part, ZipPart.Member member, Path begun) throws IOException {
        CRC32 sum = new CRC32();
        long written = 0;
        try (OutputStream out = Files.newOutputStream(begun)) {
            byte[] chunk = new byte[CHUNK];
            try (InputStream in = part.open(member)) {
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    written += read;
                    if (written > member.size()) {
                        return "more than the %d bytes that are told".formatted(member.size());
                    }
                    sum.update(chunk, 0, read);
                    out.write(chunk, 0, read);
                }
            } catch (ZipException | EOFException damaged) {
                return "a damaged one (" + damaged.getMessage() + ")";
            }
        }
        return written != member.size() || sum.getValue() != member.entry().getCrc()
                ? "another content than was packed"
                : "";
    }
}
