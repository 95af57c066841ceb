package app.keepsake.server.internal.api;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import io.javalin.http.Context;
import java.util.function.Function;

/** What the parameters in a path name. */
final class Names {
    private Names() {}

    static long number(Context context, String parameter) {
        try {
            return Long.parseLong(context.pathParam(parameter));
        } catch (NumberFormatException e) {
            throw Problem.notFound("a number", context.pathParam(parameter));
        }
    }

    /** @throws Problem also when it is hidden, and the password was not given again */
    static AssetView asset(Context context, Service service) {
        AssetView view = found(
                number(context, "asset"),
                "a photo or clip",
                id -> service.catalog().assets().view(id).orElse(null));
        boolean hidden = view.asset().facts().hidden();
        if (hidden && !service.access().isProven(context.cookie(SettingRoutes.COOKIE))) {
            throw new Problem(403, "hidden", "This is hidden. Give the password again to see it.");
        }
        return view;
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
