package app.keepsake.server.internal.api;

import app.keepsake.catalog.Catalog;
import app.keepsake.memories.Descriptions;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What pictures show, in words for who does not see them. */
final class DescriptionRoutes {
    private static final int MOST = 100;

    private final Catalog catalog;
    private final Supplier<Locale> locale;
    private final Requests requests;

    DescriptionRoutes(Catalog catalog, Supplier<Locale> locale, Requests requests) {
        this.catalog = catalog;
        this.locale = locale;
        this.requests = requests;
    }

    /** @param words such as "Anna at the beach, July 2023"; empty when nothing is known of it */
    @SchemaName("PictureDescribed")
    record Described(long asset, String words) {}

    /** Those that are there and may be seen, in the order asked for. */
    @SchemaName("PictureDescriptions")
    record All(List<Described> pictures) {}

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get(
                        "/api/descriptions",
                        "What pictures show, in the language of the settings; assets are at most %d numbers with commas between."
                                .formatted(MOST),
                        All.class,
                        this::all)
                .withQuery("assets"));
    }

    private All all(Context context) {
        String text = Optional.ofNullable(context.queryParam("assets")).orElse("");
        if (!text.matches("[0-9]{1,18}(,[0-9]{1,18}){0,%d}".formatted(MOST - 1))) {
            throw Problem.invalid("Expected at most %d numbers of pictures, like 12,13; found \"%s\"."
                    .formatted(MOST, text.substring(0, Math.min(MOST, text.length()))));
        }
        boolean proven = requests.isProven(context);
        List<Described> told = new ArrayList<>();
        Descriptions descriptions = new Descriptions(catalog.people().all(), locale.get());
        Arrays.stream(text.split(","))
                .mapToLong(Long::parseLong)
                .distinct()
                .mapToObj(catalog.assets()::find)
                .flatMap(Optional::stream)
                .forEach(asset -> {
                    boolean hidden = requests.isHidden(asset);
                    if (hidden && proven) {
                        context.header("Cache-Control", Requests.NEVER_KEPT);
                    }
                    if (!hidden || proven) {
                        catalog.assets()
                                .view(asset.id())
                                .ifPresent(view -> told.add(new Described(asset.id(), descriptions.of(view))));
                    }
                });
        return new All(told);
    }
}
