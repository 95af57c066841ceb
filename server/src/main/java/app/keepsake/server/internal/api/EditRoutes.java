package app.keepsake.server.internal.api;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Edit;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.ShotEdit;
import app.keepsake.memories.Retelling;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.library.Settings;
import app.keepsake.operations.music.KeptMusic;
import app.keepsake.server.internal.api.MemoryRoutes.ShotView;
import app.keepsake.server.internal.disk.Disks;
import app.keepsake.server.internal.library.Films;
import app.keepsake.server.internal.library.MusicFolders;
import app.keepsake.server.internal.share.Shares;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import app.keepsake.server.internal.work.LiveFilmService;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the user changes of a memory: its words, its shots and its music. */
final class EditRoutes {
    private static final String EDIT = "/api/memories/{memory}/edit";

    private final Catalog catalog;
    private final Retelling memories;
    private final DurableFile<Settings> settings;
    private final KeptMusic kept;
    private final Films films;
    private final LiveFilmService liveFilms;
    private final Disks disks;
    private final Shares shares;
    private final Requests requests;

    EditRoutes(
            Catalog catalog,
            Retelling memories,
            DurableFile<Settings> settings,
            KeptMusic kept,
            Films films,
            LiveFilmService liveFilms,
            Disks disks,
            Shares shares,
            Requests requests) {
        this.catalog = catalog;
        this.memories = memories;
        this.settings = settings;
        this.kept = kept;
        this.films = films;
        this.liveFilms = liveFilms;
        this.disks = disks;
        this.shares = shares;
        this.requests = requests;
    }

    /**
     * A memory as it is, to be edited.
     *
     * @param edited whether anything was changed
     * @param toldTitle the title before any edit
     * @param toldSubtitle the subtitle before any edit
     * @param toldMood the mood that fits
     * @param mood of its film, empty for one that fits
     * @param piece of music, 0 for the first
     * @param music file of the user's own, empty for none
     * @param motions photos of which was said whether they move in its film
     * @param details what else was said of single shots
     * @param earlierLinks how many links keep showing the film as it was before it was changed
     */
    record Editing(
            boolean edited,
            String title,
            String subtitle,
            String toldTitle,
            String toldSubtitle,
            String toldMood,
            String mood,
            int piece,
            String music,
            List<ShotView> shots,
            List<Motion> motions,
            List<Detail> details,
            int earlierLinks) {}

    /** Whether a photo moves in the film of a memory, or stands still. */
    record Motion(long asset, boolean moves) {}

    /**
     * What was said of a shot.
     *
     * @param caption words over it; empty for none
     * @param captioned whether these are the user's, and not what Keepsake writes there
     * @param hold how long it stands: shorter, usual or longer
     */
    @SchemaName("EditDetail")
    record Detail(long asset, String caption, boolean captioned, String hold) {
        static Detail of(long asset, ShotEdit edit) {
            return new Detail(
                    asset,
                    edit.caption().orElse(""),
                    edit.caption().isPresent(),
                    edit.hold().name().toLowerCase(Locale.ROOT));
        }

        ShotEdit said() {
            ShotEdit.Hold told = Arrays.stream(ShotEdit.Hold.values())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(hold))
                    .findFirst()
                    .orElseThrow(
                            () -> Problem.invalid("Expected shorter, usual or longer, found \"%s\".".formatted(hold)));
            return new ShotEdit(captioned ? Optional.of(caption.strip()) : Optional.empty(), told);
        }
    }

    /**
     * A memory as it is to be. What is as it was told is no edit.
     *
     * @param title empty for its own
     * @param subtitle empty for none
     * @param mood of its film, empty for one that fits
     * @param piece of music, 0 for the first
     * @param music file of the user's own in a folder of music, one that is watched, or kept, empty for none
     * @param shots numbers of assets in the order of telling, empty for its own
     * @param motions photos that move or stand still, whatever is thought of them; without it, what was said stays
     * @param details what else is said of single shots; without it, what was said stays
     */
    record Wanted(
            String title,
            String subtitle,
            String mood,
            int piece,
            String music,
            List<Long> shots,
            Optional<List<Motion>> motions,
            Optional<List<Detail>> details) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(EDIT, "A memory as it is, to be edited.", Editing.class, this::editing),
                Endpoint.put(
                        EDIT,
                        "Changes a memory: its words, its shots, and the music of its film. Links keep showing the film as it was.",
                        Wanted.class,
                        Editing.class,
                        this::edit),
                Endpoint.delete(EDIT, "Takes all changes of a memory back.", this::reset));
    }

    private Editing editing(Context context) {
        liveFilms.warmUp();
        Memory memory = requests.memory(context);
        Memory told = catalog.memories().find(memory.id()).orElse(memory);
        Edit edit = memory.edit();
        return new Editing(
                !edit.isNone(),
                memory.title(),
                memory.subtitle(),
                told.title(),
                told.subtitle(),
                films.moodFor(told),
                edit.mood().orElse(""),
                edit.piece(),
                edit.music().map(Path::toString).orElse(""),
                MemoryRoutes.shots(memory, catalog),
                edit.moves().entrySet().stream()
                        .map(one -> new Motion(one.getKey(), one.getValue()))
                        .toList(),
                edit.details().entrySet().stream()
                        .map(one -> Detail.of(one.getKey(), one.getValue()))
                        .toList(),
                shares.earlier(memory));
    }

    private Editing edit(Context context) throws IOException {
        Memory memory = requests.memory(context);
        Wanted wanted = Json.read(context.bodyAsBytes(), Wanted.class);
        if (!wanted.mood().isEmpty()) {
            FilmRoutes.oneOf(films.moods(), wanted.mood());
        }
        Edit edit = edit(wanted, memory.edit());
        for (long asset : Stream.of(
                        edit.shots(), edit.moves().keySet(), edit.details().keySet())
                .flatMap(Collection::stream)
                .toList()) {
            if (catalog.assets().find(asset).isEmpty()) {
                throw Problem.invalid("Expected numbers of photos and clips, found %d.".formatted(asset));
            }
        }
        catalog.memories().find(memory.id()).ifPresent(told -> memories.edit(told, edit));
        return editing(context);
    }

    private Edit edit(Wanted wanted, Edit before) throws IOException {
        try {
            String music = wanted.music().strip();
            return new Edit(
                    Optional.of(wanted.title().strip()).filter(title -> !title.isEmpty()),
                    Optional.of(wanted.subtitle().strip()),
                    Optional.of(wanted.mood()).filter(mood -> !mood.isEmpty()),
                    wanted.piece(),
                    music.isEmpty() ? Optional.empty() : Optional.of(music(music, before)),
                    wanted.shots().stream().filter(Objects::nonNull).toList(),
                    wanted.motions().map(EditRoutes::moves).orElse(before.moves()),
                    wanted.details().map(EditRoutes::details).orElse(before.details()));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static Map<Long, Boolean> moves(List<Motion> motions) {
        Map<Long, Boolean> moves = new HashMap<>();
        motions.stream().filter(Objects::nonNull).forEach(one -> moves.put(one.asset(), one.moves()));
        return moves;
    }

    private static Map<Long, ShotEdit> details(List<Detail> told) {
        Map<Long, ShotEdit> details = new HashMap<>();
        told.stream().filter(Objects::nonNull).forEach(one -> details.put(one.asset(), one.said()));
        return details;
    }

    /** What is kept, or lies in a folder of music; what a command chose from elsewhere may stay. */
    private Path music(String text, Edit before) throws IOException {
        for (KeptMusic.Piece piece : kept.all()) {
            if (kept.file(piece).toString().equals(text)) {
                return kept.file(piece);
            }
        }
        Optional<Path> same = before.music().filter(file -> file.toString().equals(text));
        return same.isPresent() ? same.get() : new MusicFolders(settings.read().folders(), disks).find(text);
    }

    private @Nullable Object reset(Context context) {
        catalog.edits().put(requests.memory(context).id(), Edit.NONE);
        return null;
    }
}
