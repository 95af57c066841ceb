package app.keepsake.server.internal.api;

import app.keepsake.server.internal.access.Access;
import app.keepsake.server.internal.access.Passwords;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may come in: the password, and the sessions of those who know it. */
final class DoorRoutes {
    /** The session's cookie. */
    static final String COOKIE = "keepsake-session";

    private static final int MONTH_SECONDS = 30 * 24 * 3600;

    private final Access access;

    DoorRoutes(Access access) {
        this.access = access;
    }

    /** A password. */
    record Password(String password) {}

    /**
     * A password to set.
     *
     * @param password empty to take it away
     * @param old the one so far, where there is one
     */
    record NewPassword(String password, Optional<String> old) {}

    /** @param needed whether there is a password, {@code open} whether this browser may come in */
    record Door(boolean needed, boolean open) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.put(
                        "/api/password",
                        "Sets a password, given the one so far, and ends all sessions. While others on the network"
                                + " reach the service it cannot be taken away.",
                        NewPassword.class,
                        Void.class,
                        this::setPassword),
                Endpoint.get("/api/session", "Whether a password is needed.", Door.class, this::door)
                        .forAnyone(),
                Endpoint.post("/api/session", "Comes in by password.", Password.class, Door.class, this::comeIn)
                        .forAnyone(),
                Endpoint.post(
                        "/api/session/again",
                        "Gives the password again, to see what is hidden, for ten minutes.",
                        Password.class,
                        Void.class,
                        this::prove),
                Endpoint.delete("/api/session", "Leaves.", this::leave).forAnyone());
    }

    private @Nullable Object setPassword(Context context) {
        NewPassword wanted = Json.read(context.bodyAsBytes(), NewPassword.class);
        String password = wanted.password();
        if (!password.isEmpty() && password.length() < Passwords.SHORTEST) {
            throw Problem.invalid("A password has at least %d characters.".formatted(Passwords.SHORTEST));
        }
        access.setPassword(context.ip(), wanted.old().orElse(""), password)
                .ifPresent(secret -> context.cookie(cookie(context, secret)));
        return null;
    }

    private Door door(Context context) {
        return new Door(access.hasPassword(), access.isOpen(context.cookie(COOKIE)));
    }

    private Door comeIn(Context context) {
        String password = Json.read(context.bodyAsBytes(), Password.class).password();
        String secret = access.begin(context.ip(), password)
                .orElseThrow(() -> new Problem(401, "password", "This is not the password."));
        context.cookie(cookie(context, secret));
        return new Door(true, true);
    }

    private @Nullable Object prove(Context context) {
        String password = Json.read(context.bodyAsBytes(), Password.class).password();
        String session = context.cookie(COOKIE);
        if (session != null && !access.prove(context.ip(), session, password)) {
            throw new Problem(403, "password", "This is not the password.");
        }
        return null;
    }

    private @Nullable Object leave(Context context) {
        access.end(context.cookie(COOKIE));
        context.removeCookie(COOKIE, "/");
        return null;
    }

    private static Cookie cookie(Context context, String secret) {
        return new Cookie(COOKIE, secret, "/", MONTH_SECONDS, isSecure(context), true, null, SameSite.STRICT);
    }

    /** Whether a cookie may be kept for connections with TLS alone. */
    static boolean isSecure(Context context) {
        return context.scheme().equals("https");
    }
}
