package app.keepsake.server.internal.api;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Subject;
import app.keepsake.catalog.Taken;
import app.keepsake.server.internal.disk.Originals;
import app.keepsake.server.internal.http.RangedFile;
import app.keepsake.server.internal.library.Snapshot;
import app.keepsake.server.internal.library.Snapshots;
import app.keepsake.server.internal.library.TimelineMonth;
import app.keepsake.server.internal.pictures.Thumbnails;
import app.keepsake.server.internal.wire.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Photos and clips: the timeline, single ones, and small pictures of them. */
final class PictureRoutes {
    private static final Map<String, String> TYPES = Map.of(
            "JPEG", "image/jpeg",
            "PNG", "image/png",
            "WEBP", "image/webp",
            "HEIF", "image/heic",
            "TIFF", "image/tiff",
            "GIF", "image/gif",
            "MP4", "video/mp4",
            "QUICKTIME", "video/quicktime");

    private final Catalog catalog;
    private final Snapshots snapshots;
    private final Thumbnails thumbnails;
    private final Originals originals;
    private final Requests requests;
    private final LivePhotos livePhotos;

    PictureRoutes(Catalog catalog, Snapshots snapshots, Thumbnails thumbnails, Originals originals, Requests requests) {
        this.catalog = catalog;
        this.snapshots = snapshots;
        this.thumbnails = thumbnails;
        this.originals = originals;
        this.requests = requests;
        this.livePhotos = new LivePhotos(catalog);
    }

    /**
     * What is in a month, or a year ("1985") or years ("1983_1986") of which no more is known.
     *
     * @param cover the picture that stands for it
     * @param days the latest first
     * @param shapes of each picture a character, the newest first: the ratio of its width to its height, from "#" for
     *     1:4 to "~" for 8:1 in even steps of its logarithm
     */
    record Month(String month, int count, long cover, List<Day> days, String shapes) {}

    /**
     * @param day "2024-05-03", or the month where no more is known
     * @param places where most were taken, at most two
     */
    record Day(String day, int count, List<String> places) {}

    /** All months, the newest first. */
    record Timeline(int total, List<Month> months) {}

    /**
     * The pictures of a month, the newest first.
     *
     * @param marks of each a digit: 1 for a clip, 2 for a photo that moves, 4 for a favourite, added
     * @param seconds how long each lasts; 0 for photos
     */
    record MonthFull(String month, List<Long> assets, String marks, List<Integer> seconds) {}

    /**
     * One photo or clip.
     *
     * @param format its container, such as "JPEG"
     * @param takenAt as exactly as it is known, as {@link Taken} has it in text
     * @param favourite whether it is one, by its file or by what the user said
     * @param never whether the user said that no memory may show it
     * @param moving of a photo, what of the seconds around it can be played
     */
    record Picture(
            long id,
            String hash,
            boolean clip,
            String format,
            int width,
            int height,
            double seconds,
            Optional<String> takenAt,
            String place,
            String camera,
            String file,
            boolean favourite,
            boolean never,
            Optional<LivePhotos.Moving> moving,
            List<Long> people) {}

    /**
     * @param total of those that may be listed, of which {@code pictures} are some
     * @param hidden how many more there are, of which nothing is told until the password is given again
     */
    record KeptOutPage(int total, List<Out> pictures, int hidden) {}

    /** A picture that memories may not show. */
    record Out(long asset, String hash, String reason, boolean hidden) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/api/timeline",
                        "The months, and what is needed to lay their pictures out.",
                        Timeline.class,
                        this::timeline),
                Endpoint.get("/api/timeline/{month}", "The pictures of a month.", MonthFull.class, this::month),
                Endpoint.get(
                        "/api/assets/{asset}",
                        "One photo or clip.",
                        Picture.class,
                        context -> picture(requests.assetView(context))),
                Endpoint.get(
                                "/api/assets/{asset}/thumbnail",
                                "A small picture of it as WebP; size is grid or view.",
                                byte[].class,
                                this::thumbnail)
                        .withQuery("size"),
                Endpoint.get("/api/assets/{asset}/original", "Its file as it is.", byte[].class, this::original),
                Endpoint.get(
                                "/api/kept-out",
                                "What memories may not show, and why, from a position on.",
                                KeptOutPage.class,
                                this::keptOut)
                        .withQuery("from"));
    }

    private Timeline timeline(Context context) {
        List<Month> months = new ArrayList<>();
        snapshots
                .latest()
                .months()
                .forEach((month, all) -> months.add(new Month(
                        month,
                        all.count(),
                        all.cover(),
                        all.days().stream()
                                .map(day -> new Day(day.day(), day.count(), day.places()))
                                .toList(),
                        all.shapes())));
        return new Timeline(months.stream().mapToInt(Month::count).sum(), months);
    }

    private MonthFull month(Context context) {
        String month = context.pathParam("month");
        TimelineMonth all = snapshots.latest().months().get(month);
        if (all == null) {
            throw Problem.notFound("a month with pictures, like 2024-05", month);
        }
        return new MonthFull(
                month,
                Arrays.stream(all.ids()).boxed().toList(),
                all.marks(),
                Arrays.stream(all.seconds()).boxed().toList());
    }

    private Picture picture(AssetView view) {
        AssetFacts facts = view.asset().facts();
        Set<Choice.Stance> said = catalog
                .choices()
                .about(new Subject.OfAsset(view.asset().hash()))
                .stream()
                .map(Choice::stance)
                .collect(Collectors.toSet());
        return new Picture(
                view.asset().id(),
                view.asset().hash().toString(),
                facts.clip(),
                facts.format(),
                facts.width(),
                facts.height(),
                facts.duration().toMillis() / 1000.0,
                facts.knownTaken().map(Taken::toText),
                facts.place().map(place -> place.name()).orElse(""),
                facts.camera().orElse(""),
                view.files().stream().findFirst().map(Path::toString).orElse(""),
                facts.favourite() || said.contains(Choice.Stance.FAVOURITE),
                said.contains(Choice.Stance.NEVER),
                livePhotos.of(view),
                view.faces().stream()
                        .filter(face -> face.personId().isPresent())
                        .map(face -> face.personId().getAsLong())
                        .distinct()
                        .toList());
    }

    private @Nullable Object thumbnail(Context context) throws IOException {
        Asset asset = requests.asset(context);
        String word = Optional.ofNullable(context.queryParam("size")).orElse("grid");
        FilmRoutes.oneOf(List.of("grid", "view"), word);
        Thumbnails.Size size = Thumbnails.Size.valueOf(word.toUpperCase(Locale.ROOT));
        Path file = thumbnails
                .find(asset, size)
                .orElseGet(() -> made(() -> thumbnails.of(requests.assetView(context), size)));
        RangedFile.send(
                context,
                file,
                Thumbnails.TYPE,
                asset.hash() + "-" + word,
                requests.keeping(asset),
                requests.seen(context, asset));
        return null;
    }

    /** Makes a small picture. */
    interface Making {
        Path make() throws IOException;
    }

    static Path made(Making making) {
        try {
            return making.make();
        } catch (IOException e) {
            throw new Problem(404, "no-picture", String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Object original(Context context) throws IOException {
        Asset asset = requests.asset(context);
        Path file = originals.find(asset.id());
        String type = TYPES.getOrDefault(asset.facts().format(), "application/octet-stream");
        RangedFile.send(
                context,
                () -> originals.open(file),
                type,
                asset.hash().toString(),
                requests.keeping(asset),
                requests.seen(context, asset));
        return null;
    }

    private KeptOutPage keptOut(Context context) {
        List<Snapshot.Out> all = snapshots.latest().keptOut();
        boolean proven = requests.isProven(context);
        List<Snapshot.Out> listed =
                all.stream().filter(out -> proven || !out.hidden()).toList();
        if (listed.stream().anyMatch(Snapshot.Out::hidden)) {
            context.header("Cache-Control", Requests.NEVER_KEPT);
        }
        List<Out> page = listed.stream()
                .skip(number(context.queryParam("from")))
                .limit(100)
                .map(this::view)
                .toList();
        return new KeptOutPage(listed.size(), page, all.size() - listed.size());
    }

    private Out view(Snapshot.Out out) {
        Optional<Asset> asset = catalog.assets().find(out.assetId());
        return new Out(out.assetId(), asset.map(one -> one.hash().toString()).orElse(""), out.reason(), out.hidden());
    }

    private static int number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw Problem.invalid("Expected a position from 0 on, found \"%s\".".formatted(text));
        }
        return Integer.parseInt(text);
    }
}
