package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.group.Years;
import app.keepsake.memories.internal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is shown again and again: food, beaches, snow, sunsets, mountains, concerts, sports. */
public final class Themes implements Kind {
    /** A theme and the tags that belong to it. */
    private record Theme(String key, Set<String> tags) {
        boolean isShownBy(Item item) {
            return item.tags().stream().anyMatch(tags::contains);
        }
    }

    private static final List<Theme> THEMES = List.of(
            new Theme("food", Set.of("food", "pizza", "cake", "sandwich", "donut", "meal")),
            new Theme("beach", Set.of("beach", "coast", "surfboard", "sea")),
            new Theme("snow", Set.of("snow", "skis", "snowboard")),
            new Theme("sunset", Set.of("sunset", "golden hour")),
            new Theme("mountain", Set.of("mountain")),
            new Theme("concert", Set.of("concert", "stage")),
            new Theme("sports", Set.of("sports", "sports ball", "tennis racket", "baseball bat", "skateboard")));

    private static final double NEARLY_ALL = 0.7;
    private static final int FEWEST_DAYS = 4;
    private static final int FEWEST = 12;
    private static final double WEIGHT = 0.95;

    @Override
    public String key() {
        return "theme";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        for (Theme theme : THEMES) {
            List<Item> source = context.analysis().where("theme " + theme.key(), theme::isShownBy);
            draftOf(theme, "", source, context).ifPresent(drafts::add);
            Years.of(source).forEach((year, items) -> {
                if (year < context.today().getYear() && items.size() < source.size()) {
                    draftOf(theme, " " + year, items, context).ifPresent(drafts::add);
                }
            });
        }
        return drafts;
    }

    /** All themes, as words know them after "theme.". */
    static List<String> keys() {
        return THEMES.stream().map(Theme::key).toList();
    }

    static boolean isShown(String key, Item item) {
        return THEMES.stream().anyMatch(theme -> theme.key().equals(key) && theme.isShownBy(item));
    }

    /** The theme of nearly all pictures of a pool, as words know it after "theme.". */
    static Optional<String> shownBy(List<Item> pool) {
        return THEMES.stream()
                .filter(theme -> pool.stream().filter(theme::isShownBy).count() >= NEARLY_ALL * pool.size())
                .map(Theme::key)
                .findFirst();
    }

    private Optional<Draft> draftOf(Theme theme, String year, List<Item> source, TellingContext context) {
        boolean isEnough = source.size() >= FEWEST
                && source.stream()
                                .mapToLong(Item::epochDay)
                                .distinct()
                                .limit(FEWEST_DAYS)
                                .count()
                        == FEWEST_DAYS;
        if (!isEnough) {
            return Optional.empty();
        }
        Words words = context.words();
        String name = words.text("theme." + theme.key());
        return context.draft(key(), theme.key() + year, source)
                .map(draft -> draft.slug(context.slug("theme." + theme.key()))
                        .titled(name + year, words.period(draft.firstDay(), draft.lastDay()))
                        .because(words.text("because.tag", name, source.size()))
                        .weighing(WEIGHT));
    }
}
