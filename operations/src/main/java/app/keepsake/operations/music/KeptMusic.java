package app.keepsake.operations.music;

import app.keepsake.catalog.ContentHash;
import app.keepsake.media.MediaException;
import app.keepsake.music.MusicAnalysis;
import app.keepsake.music.MusicSummary;
import app.keepsake.operations.library.MediaNames;
import app.keepsake.operations.library.StoredJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Music of the user's own in the library's folder "music": each piece a file that is called by its content, and beside it
 * what is known of it. Whatever a file was called is words, and never a path. Thread-safe.
 */
public final class KeptMusic {
    /** Larger files are refused. */
    public static final long MOST_BYTES = 200L << 20;

    private static final int LONGEST_NAME = 120;
    private static final int CHUNK = 1 << 16;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NOTE = Pattern.compile("[0-9a-f]{64}\\.json");

    private final Path folder;

    /** @param root the library's folder */
    public KeptMusic(Path root) {
        this.folder = root.toAbsolutePath().normalize().resolve("music");
    }

    /**
     * A piece.
     *
     * @param id of its content
     * @param name what it is called, without an ending
     * @param ending of its file
     * @param seconds how long it is
     * @param beats whether it has a beat that films can be cut to
     * @param perMinute how many of them; 0 where there are none
     */
    public record Piece(String id, String name, String ending, double seconds, boolean beats, double perMinute) {
        public Piece {
            if (!ID.matcher(id).matches() || !MediaNames.isMusic("." + ending)) {
                throw new IllegalArgumentException("Expected a piece of music, found %s.%s.".formatted(id, ending));
            }
        }
    }

    /** All of them, by name. */
    public List<Piece> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path note : files.filter(
                            file -> NOTE.matcher(file.getFileName().toString()).matches())
                    .toList()) {
                try {
                    Piece piece = StoredJson.read(Files.readAllBytes(note), Piece.class);
                    if (note.equals(note(piece.id())) && Files.isRegularFile(file(piece))) {
                        pieces.add(piece);
                    }
                } catch (IllegalArgumentException damaged) {
                    // A piece of which nothing is known is none: who adds it again mends it.
                    continue;
                }
            }
        }
        pieces.sort(
                Comparator.comparing(Piece::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Piece::id));
        return pieces;
    }

    public Optional<Piece> find(String id) throws IOException {
        return all().stream().filter(piece -> piece.id().equals(id)).findFirst();
    }

    /** Where a piece is. */
    public Path file(Piece piece) {
        return folder.resolve(piece.id() + "." + piece.ending());
    }

    private Path note(String id) {
        return folder.resolve(id + ".json");
    }

    /**
     * Where to write what somebody sends, until it is looked at by {@link #keep}.
     *
     * @return a file that is not there, in a folder that is
     */
    public Path incoming() throws IOException {
        return Files.createDirectories(folder).resolve(".incoming-" + UUID.randomUUID());
    }

    /**
     * Copies a piece here, if it is one: it is decoded, so that only a process that may die does this.
     *
     * @param file only read
     * @param name what it was called, with its ending
     * @throws IOException when it is too large, no music, too short, or cannot be read or written
     */
    public Piece keep(Path file, String name) throws IOException {
        if (!MediaNames.isMusic(name)) {
            throw new IOException("%s: expected music (%s), found something else. Choose another file."
                    .formatted(name, String.join(", ", MediaNames.musicEndings())));
        }
        Path part = incoming();
        try {
            String id = copied(file, name, part);
            Optional<Piece> known = find(id);
            if (known.isPresent()) {
                return known.get();
            }
            MusicSummary heard = heard(part, name);
            Piece piece = new Piece(
                    id, title(name), MediaNames.ending(name), heard.seconds(), heard.beats(), heard.beatsPerMinute());
            Files.move(part, file(piece), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Path note = Files.write(incoming(), StoredJson.bytes(piece));
            Files.move(note, note(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return piece;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static MusicSummary heard(Path part, String name) throws IOException {
        try {
            return MusicAnalysis.summary(part);
        } catch (MediaException e) {
            throw new IOException(name + ": " + e.reason(), e);
        }
    }

    private static String copied(Path file, String name, Path part) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = Files.newOutputStream(part)) {
            byte[] chunk = new byte[CHUNK];
            long bytes = 0;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    throw new IOException("%s: expected music of at most %d MB, found more. Choose a shorter piece."
                            .formatted(name, MOST_BYTES >> 20));
                }
                out.write(chunk, 0, read);
            }
        }
        return ContentHash.of(part).toString();
    }

    /** A name on one line. */
    private static String title(String name) {
        String bare = name.substring(0, name.lastIndexOf('.'))
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return bare.substring(0, Math.min(LONGEST_NAME, bare.length()));
    }

    /** Forgets a piece; false when there is none. */
    public boolean remove(String id) throws IOException {
        Optional<Piece> known = find(id);
        if (known.isPresent()) {
            Files.deleteIfExists(note(id));
            Files.deleteIfExists(file(known.get()));
        }
        return known.isPresent();
    }
}
