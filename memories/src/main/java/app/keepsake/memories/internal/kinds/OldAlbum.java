package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Scans and prints, ten years at a time: they are dated as well as anybody knows, which is seldom to the day. */
public final class OldAlbum implements Kind {
    private static final int DECADE = 10;
    private static final double WEIGHT = 1.15;

    @Override
    public String key() {
        return "old-album";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        List<Item> prints = context.analysis().where("prints", Item::print);
        if (prints.isEmpty()) {
            return drafts;
        }
        int first = prints.getFirst().day().getYear() / DECADE * DECADE;
        int last = prints.getLast().day().getYear();
        Words words = context.words();
        for (int year = first; year <= last; year += DECADE) {
            String decade = Integer.toString(year);
            long from = LocalDate.of(year, 1, 1).toEpochDay();
            long to = LocalDate.of(year + DECADE, 1, 1).toEpochDay() - 1;
            List<Item> source =
                    prints.stream().filter(item -> item.isWithin(from, to)).toList();
            context.draft(key(), decade, source)
                    .map(draft -> draft.slug(context.slug("old-album.slug"))
                            .titled(
                                    words.text("old-album.title", decade),
                                    words.period(draft.firstDay(), draft.lastDay()))
                            .because(words.text("because.old-album", source.size()))
                            .weighing(WEIGHT))
                    .ifPresent(drafts::add);
        }
        return drafts;
    }
}
