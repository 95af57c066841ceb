package app.keepsake.memories;

import app.keepsake.catalog.AlbumAsset;
import app.keepsake.catalog.AlbumContents;
import app.keepsake.catalog.Catalog;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Albums as they may be shown: of each the pictures that a memory could show, by what choices, flags and sidecars say at
 * this moment. One of which nothing is left, or whose title or description names somebody who is hidden, is not told. Safe
 * for use by several threads.
 */
public final class ShownAlbums {
    private final Catalog catalog;
    private final MayShow mayShow;

    /** @param mayShow remembers what may be shown */
    public ShownAlbums(Catalog catalog, MayShow mayShow) {
        this.catalog = catalog;
        this.mayShow = mayShow;
    }

    /** For one caller at a time. */
    public static ShownAlbums of(Catalog catalog) {
        return new ShownAlbums(catalog, new MayShow(catalog, Locale.getDefault()));
    }

    /** In the order of {@link app.keepsake.catalog.Albums#list}. */
    public List<AlbumContents> all() {
        return shown(catalog.albums().contents());
    }

    /** Empty too when nothing of it may be shown. */
    public Optional<AlbumContents> find(long id) {
        return catalog.albums()
                .get(id)
                .flatMap(contents -> shown(List.of(contents)).stream().findFirst());
    }

    private List<AlbumContents> shown(List<AlbumContents> albums) {
        MayShow.Present rules = mayShow.now();
        Set<Long> assets = new HashSet<>();
        for (AlbumContents contents : albums) {
            contents.assets().stream().map(AlbumAsset::assetId).forEach(assets::add);
        }
        Set<Long> against = rules.against(assets).keySet();
        return albums.stream()
                .filter(contents -> !rules.namesTheHidden(contents.album().title())
                        && !rules.namesTheHidden(contents.album().description()))
                .flatMap(contents -> contents.only(asset -> !against.contains(asset)).stream())
                .toList();
    }
}
