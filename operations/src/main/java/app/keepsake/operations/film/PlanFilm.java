package app.keepsake.operations.film;

import app.keepsake.catalog.Appearance;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.film.FilmPlan;
import app.keepsake.film.FilmPlanner;
import app.keepsake.film.FilmRequest;
import app.keepsake.film.Mood;
import app.keepsake.music.MusicAnalysis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides what film a memory becomes. */
public final class PlanFilm {
    /** Far enough that no two memories get the same. */
    private static final int PIECES_APART = 0x9E3779B1;

    private final Catalog catalog;
    private final Locale locale;
    private final SeenPhotos photos = new SeenPhotos();

    /** @param locale of days in captions */
    public PlanFilm(Catalog catalog, Locale locale) {
        this.catalog = catalog;
        this.locale = locale;
    }

    /**
     * A film that was decided.
     *
     * @param filmed the memory with all that the film shows: also the clips of live photos, which are no shots of it. What
     *     may be shown is asked of these
     * @param appearances of the memory's shots, in order
     */
    public record Planned(FilmPlan plan, Memory filmed, List<Appearance> appearances) {}

    /** @throws IOException when nothing of the memory is there to be shown, or the music cannot be read */
    public Planned of(Memory memory, FilmWishes wishes) throws IOException {
        Mood mood = Mood.named(wishes.mood().orElseGet(() -> MoodFit.of(memory)));
        FilmShots found = FilmShots.of(
                memory, catalog, locale, new Movements(catalog, locale, memory.edit(), mood.cuts()), photos);
        if (found.shots().isEmpty()) {
            throw new IOException(
                    "\"%s\" cannot be shown: all %d files of it are gone. Connect the disk that holds them, or index the folder anew."
                            .formatted(memory.title(), memory.shots().size()));
        }
        FilmRequest request = new FilmRequest(
                        memory.title(),
                        memory.subtitle(),
                        found.shots(),
                        mood,
                        wishes.length(),
                        wishes.seed().orElseGet(() -> seed(memory)),
                        wishes.size(),
                        wishes.fps())
                .withRoute(FilmShots.route(memory, catalog))
                .withChapters(found.chapters())
                .withStands(found.stands());
        Optional<Path> music = wishes.music().or(() -> memory.edit().music());
        FilmPlan plan = FilmPlanner.plan(music.isEmpty() ? request : request.withMusic(MusicAnalysis.of(music.get())));
        return new Planned(plan, withClips(memory, found.clips()), appearances(plan, found.assets()));
    }

    private static List<Appearance> appearances(FilmPlan plan, List<Long> assets) {
        return plan.appearances().stream()
                .map(one -> new Appearance(assets.get(one.shot()), one.start(), one.end()))
                .toList();
    }

    private static Memory withClips(Memory memory, List<Long> clips) {
        Stream<Shot> added = clips.stream().map(clip -> new Shot(clip, Shot.Role.BODY, ""));
        List<Shot> shots = Stream.concat(memory.shots().stream(), added).toList();
        return clips.isEmpty() ? memory : memory.edited(memory.title(), memory.subtitle(), shots, memory.edit());
    }

    /** The same memory always gets the same film, unless the user wants another piece of music. */
    private static long seed(Memory memory) {
        return memory.id().hashCode() + (long) PIECES_APART * memory.edit().piece();
    }
}
