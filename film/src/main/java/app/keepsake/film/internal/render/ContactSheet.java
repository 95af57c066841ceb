package app.keepsake.film.internal.render;

import app.keepsake.film.FilmPlan;
import app.keepsake.film.internal.picture.Shrink;
import app.keepsake.film.timeline.Clip;
import app.keepsake.film.timeline.Track.Placed;
import app.keepsake.film.timeline.Transition;
import app.keepsake.media.RgbImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** A film at a glance: its takes and what stands between them, small, in rows. */
public final class ContactSheet {
    private static final int COLUMNS = 4;
    private static final int GAP = 6;
    private static final byte GROUND = 20;

    private ContactSheet() {}

    /**
     * Draws one.
     *
     * @param width of the sheet in pixels
     * @param count about how many frames
     */
    public static RgbImage of(FilmPlan plan, Photos photos, int width, int count) {
        List<Integer> chosen = choose(plan, count);
        int cellWidth = (width - (COLUMNS + 1) * GAP) / COLUMNS;
        int cellHeight = (int) Math.round(cellWidth / plan.request().size().aspect());
        int rows = (chosen.size() + COLUMNS - 1) / COLUMNS;
        RgbImage sheet = RgbImage.black(width, rows * (cellHeight + GAP) + GAP);
        Arrays.fill(sheet.pixels(), GROUND);
        List<RgbImage> frames = new ArrayList<>();
        Stills.frames(plan, photos, chosen, frame -> frames.add(Shrink.to(frame, cellWidth, cellHeight)));
        for (int i = 0; i < frames.size(); i++) {
            int left = GAP + i % COLUMNS * (cellWidth + GAP);
            int top = GAP + i / COLUMNS * (cellHeight + GAP);
            for (int y = 0; y < cellHeight; y++) {
                System.arraycopy(
                        frames.get(i).pixels(),
                        3 * y * cellWidth,
                        sheet.pixels(),
                        3 * ((top + y) * width + left),
                        3 * cellWidth);
            }
        }
        return sheet;
    }

    /** The title, takes in their middle and passages a little past theirs but for dips, evenly through the film and in whole rows. */
    private static List<Integer> choose(FilmPlan plan, int count) {
        TreeSet<Integer> all = new TreeSet<>();
        List<Placed> items = plan.timeline().track("picture").placed();
        for (int i = 0; i < items.size(); i++) {
            Placed placed = items.get(i);
            if (placed.item() instanceof Clip) {
                all.add((int) ((placed.start().value() + placed.end().value()) / 2));
                boolean seen = placed.after()
                        .filter(passage -> passage.kind() != Transition.Kind.DIP)
                        .isPresent();
                if (seen && i + 2 < items.size()) {
                    all.add((int) placed.end().value());
                }
            }
        }
        List<Integer> frames = new ArrayList<>(all);
        List<Integer> result = new ArrayList<>();
        int most = Math.min(count, frames.size());
        int shown = most > COLUMNS ? most - most % COLUMNS : most;
        for (int i = 0; i < shown; i++) {
            result.add(frames.get((int) ((long) i * frames.size() / shown)));
        }
        return result;
    }
}
