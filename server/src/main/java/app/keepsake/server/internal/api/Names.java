package app.keepsake.server.internal.api;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import app.keepsake.server.internal.wire.Problem;
import io.javalin.http.Context;
import java.util.function.Function;

/** What the parameters in a path name. */
final class Names {
    /** For what no browser may keep. */
    static final String NEVER_KEPT = "no-store";

    private Names() {}

    static long number(Context context, String parameter) {
        try {
            return Long.parseLong(context.pathParam(parameter));
        } catch (NumberFormatException e) {
            throw Problem.notFound("a number", context.pathParam(parameter));
        }
    }

    /** @throws Problem also when it is hidden, and the password was not given again */
    static Asset asset(Context context, Service service) {
        return visible(context, service, number(context, "asset"));
    }

    /** @throws Problem as {@link #asset} does */
    static Asset visible(Context context, Service service, long number) {
        Asset asset = found(
                number,
                "a photo or clip",
                id -> service.catalog().assets().find(id).orElse(null));
        if (service.isHidden(asset)) {
            allowHidden(context, service);
        }
        return asset;
    }

    /**
     * Answers with something hidden, which no browser may keep.
     *
     * @throws Problem when the password was not given again
     */
    static void allowHidden(Context context, Service service) {
        if (!isProven(context, service)) {
            throw new Problem(403, "hidden", "This is hidden. Give the password again to see it.");
        }
        context.header("Cache-Control", NEVER_KEPT);
    }

    /** Whether what is hidden may be told. */
    static boolean isProven(Context context, Service service) {
        return service.access().isProven(context.cookie(DoorRoutes.COOKIE));
    }

    /** All that is known of it, which takes several times as long to find. */
    static AssetView assetView(Context context, Service service) {
        Asset asset = asset(context, service);
        return found(
                asset.id(),
                "a photo or clip",
                id -> service.catalog().assets().view(id).orElse(null));
    }

    static Person person(Context context, Service service) {
        return found(
                number(context, "person"),
                "a person",
                id -> service.catalog().people().find(id).orElse(null));
    }

    static Memory memory(Context context, Service service) {
        return found(
                context.pathParam("memory"),
                "a memory",
                id -> service.memories().find(id).orElse(null));
    }

    private static <K, V> V found(K name, String what, Function<K, @org.jspecify.annotations.Nullable V> look) {
        V value = look.apply(name);
        if (value == null) {
            throw Problem.notFound(what, name);
        }
        return value;
    }
}
