package app.keepsake.server.internal.api;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetFile;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Location;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Movement;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Taken;
import app.keepsake.catalog.WrittenLine;
import app.keepsake.memories.Retelling;
import app.keepsake.memories.ShownAlbums;
import app.keepsake.server.internal.disk.Originals;
import app.keepsake.server.internal.http.RangedFile;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of one picture that is seen large, and the seconds around it. */
final class AboutRoutes {
    private static final int MOST_MEMORIES = 12;

    /** What the catalog calls a source, as the API has it. */
    private static final Map<String, String> SOURCES = Map.of(
            "you", "you",
            "EXIF", "camera",
            "QuickTime", "camera",
            "live photo", "camera",
            "XMP", "program",
            "IPTC", "program",
            "PNG", "program",
            "photo server", "server",
            "Takeout", "takeout",
            "file name", "name");

    private final Catalog catalog;
    private final Retelling memories;
    private final ShownAlbums albums;
    private final Originals originals;
    private final LivePhotos livePhotos;
    private final Requests requests;

    AboutRoutes(Catalog catalog, Retelling memories, ShownAlbums albums, Originals originals, Requests requests) {
        this.catalog = catalog;
        this.memories = memories;
        this.albums = albums;
        this.originals = originals;
        this.livePhotos = new LivePhotos(catalog);
        this.requests = requests;
    }

    /** @param name empty for who has none */
    @SchemaName("AboutSomeone")
    record Someone(long id, String name) {}

    @SchemaName("AboutAlbum")
    record InAlbum(long id, String title) {}

    @SchemaName("AboutMemory")
    record InMemory(String id, String title, String subtitle, long cover) {}

    /** In degrees. */
    @SchemaName("AboutSpot")
    record Spot(double latitude, double longitude) {}

    /**
     * All that is known of a picture; what is not is empty, or 0.
     *
     * @param taken as exactly as it is known, as {@link Taken} has it in text
     * @param offset of that time from UTC, such as "+02:00"
     * @param source what tells when it was taken: "you", "camera", "program", "server", "takeout", "name", or "file" for
     *     when the file was last changed
     * @param doubt why that may be wrong, as {@code /api/dates} calls it
     * @param country its ISO code
     * @param aperture f-number
     * @param exposure in seconds
     * @param focalLength in millimetres
     * @param bytes of its file
     * @param files all that hold it
     * @param text what is written in it, line by line
     */
    record About(
            String taken,
            String offset,
            String source,
            String doubt,
            String place,
            String region,
            String country,
            Optional<Spot> spot,
            String camera,
            String lens,
            double aperture,
            double exposure,
            int iso,
            double focalLength,
            String format,
            long bytes,
            List<String> files,
            List<Someone> people,
            List<String> text,
            List<InAlbum> albums,
            List<InMemory> memories) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/assets/{asset}/about", "All that is known of a picture.", About.class, this::about),
                Endpoint.get(
                        "/api/assets/{asset}/movement",
                        "The seconds around a photo that its camera kept, as a clip.",
                        byte[].class,
                        this::movement));
    }

    private About about(Context context) {
        AssetView view = requests.assetView(context);
        AssetFacts facts = view.asset().facts();
        List<AssetFile> files = catalog.files().holding(view.asset().id());
        return new About(
                facts.taken().map(Taken::toText).orElse(""),
                facts.utcOffset().map(Object::toString).orElse(""),
                facts.timeSource()
                        .map(source -> SOURCES.getOrDefault(source, "file"))
                        .orElse(""),
                facts.dating()
                        .doubt()
                        .map(doubt -> doubt.name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                facts.place().map(Place::name).orElse(""),
                facts.place().map(Place::region).orElse(""),
                facts.place().map(Place::countryCode).orElse(""),
                facts.location().map(AboutRoutes::spot),
                facts.camera().orElse(""),
                facts.exposure().lens().orElse(""),
                facts.exposure().aperture(),
                facts.exposure().seconds(),
                facts.exposure().iso(),
                facts.exposure().focalLength(),
                facts.format(),
                files.stream()
                        .mapToLong(file -> file.stamp().size())
                        .findFirst()
                        .orElse(0),
                view.files().stream().map(Path::toString).toList(),
                people(view),
                catalog.texts().of(view.asset().id()).stream()
                        .map(WrittenLine::text)
                        .toList(),
                albums(view.asset().id()),
                memories(view.asset().id()));
    }

    private static Spot spot(Location location) {
        return new Spot(location.latitude(), location.longitude());
    }

    private List<Someone> people(AssetView view) {
        return view.faces().stream()
                .map(AssetFace::personId)
                .flatMapToLong(OptionalLong::stream)
                .distinct()
                .boxed()
                .flatMap(id -> catalog.people().find(id).stream())
                .map(person -> new Someone(person.id(), person.name().orElse("")))
                .toList();
    }

    private List<InAlbum> albums(long asset) {
        return albums.all().stream()
                .filter(contents -> contents.assets().stream().anyMatch(one -> one.assetId() == asset))
                .map(contents ->
                        new InAlbum(contents.album().id(), contents.album().title()))
                .toList();
    }

    private List<InMemory> memories(long asset) {
        return memories.all().stream()
                .filter(memory -> memory.shots().stream().anyMatch(shot -> shot.assetId() == asset))
                .limit(MOST_MEMORIES)
                .map(AboutRoutes::inMemory)
                .toList();
    }

    private static InMemory inMemory(Memory memory) {
        return new InMemory(memory.id(), memory.title(), memory.subtitle(), MemoryRoutes.cover(memory));
    }

    private @Nullable Object movement(Context context) throws IOException {
        AssetView view = requests.assetView(context);
        Asset photo = view.asset();
        Movement movement = photo.facts()
                .movement()
                .filter(same -> livePhotos.of(view).isPresent())
                .orElseThrow(() -> Problem.notFound("a photo that moves", photo.id()));
        Asset shown = movement.isInside() ? photo : livePhotos.clip(photo).orElseThrow();
        Path file = originals.find(shown.id());
        List<BooleanSupplier> seen = Stream.of(photo, shown)
                .distinct()
                .map(asset -> requests.seen(context, asset))
                .toList();
        RangedFile.send(
                context,
                () -> movement.isInside()
                        ? originals.open(file).part(movement.offset(), movement.bytes())
                        : originals.open(file),
                "video/mp4",
                shown.hash() + "-movement",
                requests.keeping(photo),
                () -> seen.stream().allMatch(BooleanSupplier::getAsBoolean));
        return null;
    }
}
