package app.keepsake.server.internal.api;

import app.keepsake.catalog.Album;
import app.keepsake.catalog.AlbumAsset;
import app.keepsake.catalog.AlbumContents;
import app.keepsake.memories.ShownAlbums;
import app.keepsake.server.internal.wire.Problem;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Albums, with what may be shown of them. */
final class AlbumRoutes {
    private final ShownAlbums albums;

    AlbumRoutes(ShownAlbums albums) {
        this.albums = albums;
    }

    /**
     * An album without its pictures.
     *
     * @param shared whether its owner shared it elsewhere
     * @param firstDay of its pictures, if any has a date
     */
    record Card(
            long id,
            String title,
            String description,
            boolean shared,
            int count,
            Optional<String> firstDay,
            Optional<String> lastDay,
            long cover) {}

    /** The latest first. */
    record All(List<Card> albums) {}

    /** An album with its pictures, the earliest first. */
    record Full(Card card, List<Long> assets) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/albums", "All albums of which something may be shown.", All.class, this::all),
                Endpoint.get("/api/albums/{album}", "One album with its pictures.", Full.class, this::one));
    }

    private All all(Context context) {
        return new All(albums.all().stream()
                .map(AlbumContents::album)
                .map(AlbumRoutes::card)
                .toList());
    }

    private Full one(Context context) {
        AlbumContents contents = find(albums, context);
        return new Full(
                card(contents.album()),
                contents.assets().stream().map(AlbumAsset::assetId).toList());
    }

    /** The album that a path names. */
    static AlbumContents find(ShownAlbums albums, Context context) {
        long id = Requests.number(context, "album");
        return albums.find(id).orElseThrow(() -> Problem.notFound("an album", id));
    }

    private static Card card(Album album) {
        return new Card(
                album.id(),
                album.title(),
                album.description(),
                album.shared(),
                album.count(),
                album.first().map(LocalDate::toString),
                album.last().map(LocalDate::toString),
                album.cover());
    }
}
