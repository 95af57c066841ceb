package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.internal.analysis.LibraryAnalysis;
import app.keepsake.memories.internal.words.Words;
import java.util.List;

/**
 * What days of a library are like, to tell which stand out: those with many more pictures than usual; in a small
 * library, where all days may have about as many, also those away from home, with favourites, or with people together.
 */
record UsualDays(LibraryAnalysis analysis, double many, Size size) {
    private static final double MORE_THAN_USUAL = 2.5;
    private static final int DAYS_OF_SMALL_LIBRARY = 60;
    /** So few that nothing is usual yet; nor is it in a small library that does not show where one lives. */
    private static final int FEW_DAYS = 8;
    /** So many favourites, or pictures of people together, make a day of a small library stand out. */
    private static final int SOME = 3;

    enum Size {
        A_FEW_DAYS,
        SMALL,
        LARGE
    }

    static UsualDays of(LibraryAnalysis analysis) {
        int[] counts = analysis.days().stream().mapToInt(List::size).sorted().toArray();
        boolean isSmall = counts.length < DAYS_OF_SMALL_LIBRARY;
        boolean isNothingUsual =
                counts.length < FEW_DAYS || (isSmall && !analysis.homes().isAnyKnown());
        Size size = isNothingUsual ? Size.A_FEW_DAYS : isSmall ? Size.SMALL : Size.LARGE;
        return new UsualDays(analysis, counts.length == 0 ? 0 : MORE_THAN_USUAL * counts[counts.length / 2], size);
    }

    boolean standsOut(List<Item> day) {
        return day.size() >= many
                || switch (size) {
                    case A_FEW_DAYS -> true;
                    case SMALL -> isAway(day) || favourites(day) >= SOME || together(day) >= SOME;
                    case LARGE -> false;
                };
    }

    /** Why some days that stand out do so, one sentence. */
    String reason(List<Item> pictures, Words words) {
        if (pictures.size() >= many) {
            return words.text("because.days", pictures.size());
        }
        if (isAway(pictures)) {
            return words.text("because.day.away", pictures.size());
        }
        if (favourites(pictures) >= SOME) {
            return words.text("because.day.favourites", favourites(pictures));
        }
        return together(pictures) >= SOME
                ? words.text("because.day.together", together(pictures))
                : words.text("because.period", pictures.size());
    }

    /** Of several pictures that tell where they were taken, none at home. */
    private boolean isAway(List<Item> pictures) {
        return pictures.stream().allMatch(analysis::mayBeAway)
                && pictures.stream().filter(item -> item.location() != null).count() >= SOME;
    }

    private static long favourites(List<Item> pictures) {
        return pictures.stream().filter(Item::favourite).count();
    }

    private static long together(List<Item> pictures) {
        return pictures.stream().filter(item -> item.people().size() > 1).count();
    }
}
