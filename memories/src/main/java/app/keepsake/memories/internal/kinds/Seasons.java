package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Location;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A spring, summer, autumn or winter that is over (whole months, as weather services count). */
public final class Seasons implements Kind {
    private static final List<String> NAMES = List.of("winter", "spring", "summer", "autumn");
    private static final int FEWEST_DAYS = 6;
    private static final int FEWEST = 24;
    private static final int SAMPLE = 500;

    @Override
    public String key() {
        return "season";
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        List<Draft> drafts = new ArrayList<>();
        List<Item> items = context.analysis().items();
        if (items.isEmpty()) {
            return drafts;
        }
        YearMonth month = YearMonth.from(items.getFirst().day());
        month = month.minusMonths(month.getMonthValue() % 3);
        while (month.plusMonths(3).atDay(1).isBefore(context.today())) {
            ofSeason(month, context).ifPresent(drafts::add);
            month = month.plusMonths(3);
        }
        return drafts;
    }

    private Optional<Draft> ofSeason(YearMonth first, TellingContext context) {
        LocalDate begin = first.atDay(1);
        LocalDate end = first.plusMonths(2).atEndOfMonth();
        List<Item> source = context.analysis().between(begin.toEpochDay(), end.toEpochDay());
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
        int number = first.getMonthValue() % 12 / 3;
        String season = NAMES.get(isSouthern(source) ? (number + 2) % 4 : number);
        String year = begin.getYear() == end.getYear()
                ? Integer.toString(begin.getYear())
                : begin.getYear() + "/" + (end.getYear() % 100 < 10 ? "0" : "") + end.getYear() % 100;
        return context.draft(key(), begin.toString(), source)
                .map(draft -> draft.between(begin, end)
                        .slug(season)
                        .titled(words.text("season." + season, year), words.period(begin, end))
                        .because(words.text("because.period", draft.pool().size())));
    }

    /** By where most of some of the pictures were taken. */
    private static boolean isSouthern(List<Item> items) {
        int north = 0;
        int south = 0;
        int step = 1 + items.size() / SAMPLE;
        for (int i = 0; i < items.size(); i += step) {
            Location location = items.get(i).location();
            if (location != null) {
                north += location.latitude() >= 0 ? 1 : 0;
                south += location.latitude() < 0 ? 1 : 0;
            }
        }
        return south > north;
    }
}
