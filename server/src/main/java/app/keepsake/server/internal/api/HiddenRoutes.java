package app.keepsake.server.internal.api;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Subject;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;

/** What the user hid by itself, so that it can be brought back. */
final class HiddenRoutes {
    private final Catalog catalog;
    private final Requests requests;

    HiddenRoutes(Catalog catalog, Requests requests) {
        this.catalog = catalog;
        this.requests = requests;
    }

    /**
     * @param pictures the last hidden first
     * @param untold how many there are of which nothing is told until the password is given again
     */
    record Hidden(List<Long> pictures, int untold) {}

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get(
                "/api/hidden",
                "Photos and clips that were hidden one by one, and are shown nowhere else.",
                Hidden.class,
                this::hidden));
    }

    private Hidden hidden(Context context) {
        List<Long> pictures = catalog.choices().all().reversed().stream()
                .filter(choice -> choice.stance() == Choice.Stance.HIDE)
                .flatMap(choice -> choice.subject() instanceof Subject.OfAsset(ContentHash hash)
                        ? catalog.assets().find(hash).stream()
                        : Stream.empty())
                .map(Asset::id)
                .toList();
        if (!requests.isProven(context)) {
            return new Hidden(List.of(), pictures.size());
        }
        context.header("Cache-Control", Requests.NEVER_KEPT);
        return new Hidden(pictures, 0);
    }
}
