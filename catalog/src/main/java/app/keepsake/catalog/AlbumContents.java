package app.keepsake.catalog;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * An album with what is to see of it.
 *
 * @param album its count, days and cover are those of the assets
 * @param assets by capture time (unknown first), then content; not empty
 */
public record AlbumContents(Album album, List<AlbumAsset> assets) {
    public AlbumContents {
        assets = List.copyOf(assets);
    }

    /** The same with some of its pictures; empty when none is left. */
    public Optional<AlbumContents> only(LongPredicate kept) {
        List<AlbumAsset> left =
                assets.stream().filter(one -> kept.test(one.assetId())).toList();
        return left.size() == assets.size() ? Optional.of(this) : of(album, left);
    }

    /**
     * Counts pictures, and finds their days and the cover: of equally good ones the first.
     *
     * @param album of which all else is kept
     * @return empty when there are no pictures
     */
    public static Optional<AlbumContents> of(Album album, List<AlbumAsset> assets) {
        return assets.stream()
                .max(Comparator.comparingDouble(AlbumAsset::worth))
                .map(best -> new AlbumContents(
                        new Album(
                                album.id(),
                                album.source(),
                                album.key(),
                                album.title(),
                                album.description(),
                                album.shared(),
                                assets.size(),
                                day(assets),
                                day(assets.reversed()),
                                best.assetId()),
                        assets));
    }

    private static Optional<LocalDate> day(List<AlbumAsset> assets) {
        return assets.stream().flatMap(one -> one.day().stream()).findFirst();
    }
}
