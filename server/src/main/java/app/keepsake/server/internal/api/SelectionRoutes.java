package app.keepsake.server.internal.api;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.operations.choices.Aftermath;
import app.keepsake.operations.choices.ChoosePictures;
import app.keepsake.server.internal.disk.Originals;
import app.keepsake.server.internal.http.ZippedFiles;
import app.keepsake.server.internal.library.Downloads;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done with many pictures at once. */
final class SelectionRoutes {
    static final int MOST = 2000;

    private final Catalog catalog;
    private final Originals originals;
    private final Downloads downloads;
    private final Requests requests;
    private final ChoosePictures choosing;
    private final Undos undos = new Undos();

    SelectionRoutes(Catalog catalog, Originals originals, Downloads downloads, Requests requests, Aftermath aftermath) {
        this.catalog = catalog;
        this.originals = originals;
        this.downloads = downloads;
        this.requests = requests;
        this.choosing = new ChoosePictures(catalog, aftermath);
    }

    /** @param wanted whether the choice is made, or taken back */
    @SchemaName("SelectionChoice")
    record Wanted(List<Long> assets, String stance, boolean wanted) {}

    /**
     * Those of the pictures of which the opposite held before.
     *
     * @param undo by which that is taken back, for a while, also of what is hidden now; empty where nothing changed
     */
    record Changed(List<Long> assets, String undo) {}

    /** @param undo as it was told when the choice was made */
    @SchemaName("SelectionBack")
    record Back(String undo) {}

    /** Pictures to fetch. */
    @SchemaName("SelectionPictures")
    record Pictures(List<Long> assets) {}

    /** @param path where the archive can be fetched for some minutes */
    record Download(String path, int pictures) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(
                        "/api/selection/choices",
                        "Makes a choice about each of some pictures, or takes it back.",
                        Wanted.class,
                        Changed.class,
                        this::choose),
                Endpoint.post(
                        "/api/selection/undo",
                        "Takes a choice about some pictures back, once.",
                        Back.class,
                        Void.class,
                        this::takeBack),
                Endpoint.post(
                        "/api/selection/downloads",
                        "Prepares an archive of the files of some pictures.",
                        Pictures.class,
                        Download.class,
                        this::prepare),
                Endpoint.get(
                        "/api/selection/downloads/{download}",
                        "The archive, a ZIP, of those that may be seen still.",
                        byte[].class,
                        this::download));
    }

    /** @throws Problem when one is not there, or hidden, or there are too many */
    static List<Asset> visible(Context context, List<Long> wanted, Requests requests) {
        Set<Long> assets = new LinkedHashSet<>(wanted);
        if (assets.isEmpty() || assets.size() > MOST || assets.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid("Expected the numbers of 1 to %d pictures. Choose fewer at once.".formatted(MOST));
        }
        return assets.stream().map(asset -> requests.visible(context, asset)).toList();
    }

    private Changed choose(Context context) {
        Wanted wanted = Json.read(context.bodyAsBytes(), Wanted.class);
        List<Asset> assets = visible(context, wanted.assets(), requests);
        try {
            Choice.Stance stance = Choice.Stance.parse(wanted.stance());
            List<Asset> changed = choosing.choose(stance, assets, wanted.wanted());
            String undo = changed.isEmpty()
                    ? ""
                    : undos.keep(() -> {
                        List<Asset> ignored = choosing.choose(stance, changed, !wanted.wanted());
                    });
            return new Changed(changed.stream().map(Asset::id).toList(), undo);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Object takeBack(Context context) {
        String word = Json.read(context.bodyAsBytes(), Back.class).undo();
        undos.take(word)
                .orElseThrow(() -> Problem.notFound("something that can still be taken back", word))
                .takeBack();
        return null;
    }

    private Download prepare(Context context) {
        Pictures wanted = Json.read(context.bodyAsBytes(), Pictures.class);
        List<Long> assets = visible(context, wanted.assets(), requests).stream()
                .map(Asset::id)
                .toList();
        return new Download("/api/selection/downloads/" + downloads.put(assets), assets.size());
    }

    private @Nullable Object download(Context context) throws IOException {
        String name = context.pathParam("download");
        List<Long> assets = downloads
                .find(name)
                .orElseThrow(() -> Problem.notFound("an archive that was prepared within the last hour", name));
        List<ZippedFiles.Entry> entries = new ArrayList<>();
        for (long number : assets) {
            catalog.assets()
                    .find(number)
                    .ifPresent(asset -> entries.add(new ZippedFiles.Entry(
                            asset.facts().capturedAt(), () -> open(asset), requests.seen(context, asset))));
        }
        ZippedFiles.send(context, entries);
        return null;
    }

    private ZippedFiles.Opened open(Asset asset) throws IOException {
        Path file = originals.find(asset.id());
        return new ZippedFiles.Opened(String.valueOf(file.getFileName()), originals.open(file));
    }
}
