package app.keepsake.memories.internal.kinds;

import app.keepsake.memories.Item;
import app.keepsake.memories.LibraryAlbum;
import app.keepsake.memories.internal.rules.Rules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An event as its owner put it together in an album: under his title, and only of what he chose. On request an album of
 * any time is told.
 */
public final class OfAlbum implements Kind {
    public static final String KEY = "album";

    /** An album of a longer time is of a person or a theme, and no event. */
    private static final int LONGEST_DAYS = 31;

    private static final double WEIGHT = 1.3;

    /** What tells of the same event as an album is worth so much less beside it. */
    private static final double BESIDE = 0.5;

    private static final Set<String> EVENTS = Set.of("days", "trip", "last-weekend");

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<Draft> drafts(TellingContext context) {
        return context.analysis().library().albums().stream()
                .filter(album -> isOfPictures(album) && isOfOneEvent(album, context))
                .flatMap(album -> draft(album, context).stream())
                .filter(draft -> context.showable(draft).size() >= context.fewest())
                .toList();
    }

    /** Empty when nothing of it may be shown. */
    public static Optional<Draft> draft(LibraryAlbum album, TellingContext context) {
        List<Item> pool = context.pool(KEY, album.anchor(), album.items());
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Draft.of(KEY, album.anchor(), album.items(), pool)
                .slug(album.title())
                .titled(album.title(), context.period(pool))
                .because(context.words().text("because.album"))
                .weighing(WEIGHT));
    }

    /** Not of screenshots, receipts and the like. */
    private static boolean isOfPictures(LibraryAlbum album) {
        long mundane = album.items().stream()
                .filter(item -> item.mundane() >= Rules.LIKELY)
                .count();
        return 2 * mundane < album.items().size();
    }

    private static boolean isOfOneEvent(LibraryAlbum album, TellingContext context) {
        List<Item> dated = album.items().stream().filter(context::isDated).toList();
        return 2 * dated.size() > album.items().size()
                && dated.getLast().epochDay() - dated.getFirst().epochDay() < LONGEST_DAYS;
    }

    /** All drafts, with those worth less that tell of an event which an album tells of, too. */
    public static List<Draft> first(List<Draft> drafts) {
        List<Draft> albums =
                drafts.stream().filter(draft -> draft.kind().equals(KEY)).toList();
        if (albums.isEmpty()) {
            return drafts;
        }
        List<BitSet> pictures =
                albums.stream().map(album -> pictures(album.source())).toList();
        List<Draft> ranked = new ArrayList<>();
        for (Draft draft : drafts) {
            boolean beside = EVENTS.contains(draft.kind())
                    && IntStream.range(0, albums.size())
                            .anyMatch(i -> isOfTheSame(draft, albums.get(i), pictures.get(i)));
            ranked.add(beside ? draft.weighing(draft.weight() * BESIDE) : draft);
        }
        return List.copyOf(ranked);
    }

    /** Either most of its pictures are in the album, or the album is a choice from the same days. */
    private static boolean isOfTheSame(Draft draft, Draft album, BitSet pictures) {
        boolean sameDays = !draft.firstDay().isBefore(album.firstDay().minusDays(1))
                && !draft.lastDay().isAfter(album.lastDay().plusDays(1))
                && days(album) <= 2 * days(draft);
        if (sameDays) {
            return true;
        }
        long shared =
                draft.pool().stream().filter(item -> pictures.get(item.index())).count();
        return 2 * shared > draft.pool().size();
    }

    private static long days(Draft draft) {
        return draft.lastDay().toEpochDay() - draft.firstDay().toEpochDay() + 1;
    }

    private static BitSet pictures(List<Item> items) {
        BitSet pictures = new BitSet();
        items.forEach(item -> pictures.set(item.index()));
        return pictures;
    }
}
