package app.keepsake.memories.internal.kinds;

import app.keepsake.catalog.Location;
import app.keepsake.memories.Item;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A spring, summer, autumn or winter that is over (whole months, as weather services count). */
public final class Seasons implements Kind {
    private static final List<String> NAMES = List.of("winter", "spring", "summer", "autumn");
    private static final int FEWEST_DAYS = 6;
    private static final int FEWEST = 24;
    private static final int MIDDLE = 45;

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
        String season = NAMES.get(isSouthern(begin.plusDays(MIDDLE), context) ? (number + 2) % 4 : number);
        String year = begin.getYear() == end.getYear()
                ? Integer.toString(begin.getYear())
                : begin.getYear() + "/" + (end.getYear() % 100 < 10 ? "0" : "") + end.getYear() % 100;
        return context.draft(key(), begin.toString(), source)
                .map(draft -> draft.between(begin, end)
                        .slug(season)
                        .titled(words.text("season." + season, year), words.period(begin, end))
                        .because(words.text("because.period", draft.pool().size())));
    }

    /** By where one lives, for a summer in the south is the winter of those at home; else by most days of the library. */
    private static boolean isSouthern(LocalDate day, TellingContext context) {
        List<Location> homes = context.analysis().homes().around(day.toEpochDay());
        if (!homes.isEmpty()) {
            return homes.getFirst().latitude() < 0;
        }
        int surplus = 0;
        for (List<Item> ofDay : context.analysis().days()) {
            Location location = ofDay.stream()
                    .map(Item::location)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            surplus += location == null ? 0 : location.latitude() < 0 ? 1 : -1;
        }
        return surplus > 0;
    }
}
