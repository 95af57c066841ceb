package app.keepsake.catalog.internal;

import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Location;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Stage;
import app.keepsake.catalog.Tag;
import app.keepsake.catalog.Taken;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What decides whether an asset may be shown. Looking at it anew seldom changes any of it, and only then must be computed
 * anew what shows it.
 */
record Standing(
        boolean hidden,
        Optional<String> livePhoto,
        Optional<Taken> taken,
        Optional<Location> location,
        Optional<Place> place,
        List<Path> files,
        Set<OptionalLong> people,
        boolean settled,
        Set<Flag.Kind> flags,
        Set<String> tags) {
    /** Empty where there is no such asset. */
    static Optional<Standing> of(Session session, ContentHash hash) throws SQLException {
        Optional<AssetView> view = SqlAssets.view(session, hash);
        return view.map(Standing::of);
    }

    private static Standing of(AssetView view) {
        return new Standing(
                view.asset().facts().hidden(),
                view.asset().facts().livePhotoId(),
                view.asset().facts().taken(),
                view.asset().facts().location(),
                view.asset().facts().place(),
                view.files(),
                view.faces().stream().map(AssetFace::personId).collect(Collectors.toUnmodifiableSet()),
                view.versions().containsKey(Stage.PEOPLE),
                view.flags().stream()
                        .filter(flag -> flag.probability() >= Flag.LIKELY)
                        .map(Flag::kind)
                        .collect(Collectors.toUnmodifiableSet()),
                view.tags().stream()
                        .filter(tag -> tag.confidence() >= Tag.SURE)
                        .map(Tag::name)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Does work that concerns one asset, and notes when it stands otherwise after it. */
    static <T> T watched(Session session, ContentHash hash, SessionWork<T> work) throws SQLException {
        Optional<Standing> before = of(session, hash);
        T result = work.apply(session);
        if (before.isPresent() && !before.equals(of(session, hash))) {
            Showable.grow(session);
        }
        return result;
    }
}
