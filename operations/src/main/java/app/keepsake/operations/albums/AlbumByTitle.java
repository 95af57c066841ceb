package app.keepsake.operations.albums;

import app.keepsake.catalog.Album;
import app.keepsake.catalog.AlbumContents;
import app.keepsake.memories.ShownAlbums;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the album that somebody names, of those that may be shown. */
public final class AlbumByTitle {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int MOST_NAMED = 3;

    /** Titles of which more letters are others are not meant. */
    private static final double MOST_OTHER = 0.5;

    private final ShownAlbums albums;

    public AlbumByTitle(ShownAlbums albums) {
        this.albums = albums;
    }

    /**
     * The album of a title, in any letters and without regard to accents, or of a number.
     *
     * @throws IOException when there is none, naming those of the nearest titles, or when there are several, naming them
     */
    public Album find(String title) throws IOException {
        List<Album> all = albums.all().stream().map(AlbumContents::album).toList();
        String wanted = plain(title);
        for (Predicate<Album> condition : List.<Predicate<Album>>of(
                album -> album.title().equals(title.strip()),
                album -> plain(album.title()).equals(wanted),
                album -> Long.toString(album.id()).equals(wanted))) {
            List<Album> found = all.stream().filter(condition).toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
            if (found.size() > 1) {
                throw new IOException("%d albums are called \"%s\". Say which one by its number:%n%s"
                        .formatted(found.size(), title, lines(found)));
            }
        }
        throw new IOException(unknown(title, nearest(wanted, all), all.isEmpty()));
    }

    private static String unknown(String title, List<Album> nearest, boolean isEmpty) {
        if (isEmpty) {
            return "There is no album yet, and so none called \"%s\". Index a folder that has a name of its own first."
                    .formatted(title);
        }
        return nearest.isEmpty()
                ? "No album is called \"%s\". \"keepsake albums\" lists those that there are.".formatted(title)
                : "No album is called \"%s\". Perhaps one of these is meant:%n%s".formatted(title, lines(nearest));
    }

    private static String lines(List<Album> albums) {
        return albums.stream().map(AlbumByTitle::line).collect(Collectors.joining("\n"));
    }

    /** Its number, title, days and how many pictures it has. */
    public static String line(Album album) {
        String days = album.first()
                .map(first -> first.equals(album.last().orElse(first))
                        ? ", " + first
                        : ", " + first + " to " + album.last().orElse(first))
                .orElse("");
        String count = album.count() == 1 ? "1 picture" : album.count() + " pictures";
        return "%6d  %s%s, %s".formatted(album.id(), album.title(), days, count);
    }

    private static List<Album> nearest(String wanted, List<Album> all) {
        record Near(Album album, double distance) {}
        return all.stream()
                .map(album -> new Near(album, distance(wanted, plain(album.title()))))
                .filter(near -> near.distance <= MOST_OTHER)
                .sorted(Comparator.comparingDouble(Near::distance))
                .limit(MOST_NAMED)
                .map(Near::album)
                .toList();
    }

    /** Of letters the part that is another; nearly none when one text is a part of the other. */
    private static double distance(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 1;
        }
        int longer = Math.max(one.length(), other.length());
        if (one.contains(other) || other.contains(one)) {
            return (longer - Math.min(one.length(), other.length())) / (100.0 * longer);
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return (double) row[other.length()] / longer;
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
