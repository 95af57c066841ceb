package app.keepsake.memories;

import app.keepsake.simulator.Habits;
import app.keepsake.simulator.Photo;
import app.keepsake.simulator.Photo.Spot;
import app.keepsake.simulator.Simulator;
import app.keepsake.simulator.Story;
import java.util.List;
import java.util.Map;

/** Libraries to tell memories of. */
public final class Libraries {
    private Libraries() {}

    /** Of photos, with nobody's name known. */
    public static Library of(List<Photo> photos) {
        Library.Builder builder = new Library.Builder(List.of());
        photos.forEach(photo -> builder.add(photo.view()));
        return builder.build();
    }

    /**
     * Of about so many simulated assets.
     *
     * @param whereabouts where pictures were taken indeed, by number
     */
    public record Life(Library library, Map<Long, Spot> whereabouts) {}

    public static Life lived(Story story, int count, Habits habits, long seed) {
        Library.Builder builder = new Library.Builder(Story.people());
        Map<Long, Spot> whereabouts = Simulator.live(story, count, habits, seed, builder::add);
        return new Life(builder.build(), whereabouts);
    }
}
