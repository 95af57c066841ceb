package app.keepsake.server.internal.api;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Edit;
import app.keepsake.operations.library.MediaNames;
import app.keepsake.operations.music.KeptMusic;
import app.keepsake.server.Errand;
import app.keepsake.server.internal.folders.FolderTree;
import app.keepsake.server.internal.folders.Wanted;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import app.keepsake.server.internal.work.Jobs;
import app.keepsake.server.internal.work.ServiceJob;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Music of the user's own for films, kept in the library. A process of its own opens it first, and says whether it is
 * music at all: a file may come from anywhere.
 */
final class MusicRoutes {
    private static final int CHUNK = 1 << 16;

    private final Catalog catalog;
    private final KeptMusic music;
    private final FolderTree tree;
    private final Jobs jobs;

    MusicRoutes(Catalog catalog, KeptMusic music, FolderTree tree, Jobs jobs) {
        this.catalog = catalog;
        this.music = music;
        this.tree = tree;
        this.jobs = jobs;
    }

    /**
     * A piece that is kept.
     *
     * @param file as an edit names it
     * @param seconds how long it is
     * @param beats whether it has a beat that films are cut to
     * @param perMinute how many of them; 0 where there are none
     * @param memories whose films play it
     */
    @SchemaName("MusicPiece")
    record PieceView(
            String id, String name, String file, double seconds, boolean beats, double perMinute, int memories) {}

    record All(List<PieceView> pieces) {}

    /** @param file of this machine, by its whole path */
    record Chosen(String file) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/music", "Music of the user's own that is kept.", All.class, context -> all()),
                Endpoint.post(
                        "/api/music",
                        "Keeps a piece that lies on this machine.",
                        Chosen.class,
                        PieceView.class,
                        this::choose),
                Endpoint.put(
                                "/api/music/sent",
                                "Keeps a piece that is sent.",
                                byte[].class,
                                PieceView.class,
                                this::send)
                        .withQuery("name"),
                Endpoint.delete(
                        "/api/music/{piece}",
                        "Forgets a piece. Films that played it get music that is composed for them.",
                        this::remove));
    }

    private All all() throws IOException {
        Map<Path, Integer> memories = new HashMap<>();
        catalog.edits()
                .all()
                .values()
                .forEach(edit -> edit.music().ifPresent(file -> memories.merge(file, 1, Integer::sum)));
        return new All(music.all().stream().map(piece -> view(piece, memories)).toList());
    }

    private PieceView view(KeptMusic.Piece piece, Map<Path, Integer> memories) {
        Path file = music.file(piece);
        return new PieceView(
                piece.id(),
                piece.name(),
                file.toString(),
                piece.seconds(),
                piece.beats(),
                piece.perMinute(),
                memories.getOrDefault(file, 0));
    }

    private PieceView choose(Context context) throws IOException {
        Path file = tree.file(Json.read(context.bodyAsBytes(), Chosen.class).file(), Wanted.MUSIC);
        return keep(file, file.getFileName().toString());
    }

    private PieceView send(Context context) throws IOException {
        String name = String.valueOf(context.queryParam("name"));
        if (!MediaNames.isMusic(name)) {
            throw Problem.invalid("Expected music (%s), found \"%s\". Choose another file."
                    .formatted(String.join(", ", MediaNames.musicEndings()), name));
        }
        Path sent = music.incoming();
        try {
            try (InputStream in = context.bodyInputStream();
                    OutputStream out = Files.newOutputStream(sent)) {
                copy(in, out);
            }
            return keep(sent, name);
        } finally {
            Files.deleteIfExists(sent);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long bytes = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            bytes += read;
            if (bytes > KeptMusic.MOST_BYTES) {
                throw new Problem(
                        413,
                        "too-large",
                        "Expected music of at most %d MB, found more. Choose a shorter piece."
                                .formatted(KeptMusic.MOST_BYTES >> 20));
            }
            out.write(chunk, 0, read);
        }
    }

    private PieceView keep(Path file, String name) {
        ServiceJob.Outcome outcome = jobs.run(
                new ServiceJob.Order(ServiceJob.Kind.MUSIC, "", false, new Errand.KeepMusic(file.toString(), name)));
        JsonNode told = Awaited.answer(outcome, "music", "It gave no answer. Try again.");
        return view(Json.read(Json.bytes(told), KeptMusic.Piece.class), Map.of());
    }

    private @Nullable Object remove(Context context) throws IOException {
        String id = context.pathParam("piece");
        KeptMusic.Piece piece = music.find(id).orElseThrow(() -> Problem.notFound("a piece of music", id));
        Path file = music.file(piece);
        for (Map.Entry<String, Edit> one : catalog.edits().all().entrySet()) {
            if (one.getValue().music().filter(file::equals).isPresent()) {
                catalog.edits().put(one.getKey(), one.getValue().to(Optional.empty()));
            }
        }
        boolean ignored = music.remove(id);
        return null;
    }
}
