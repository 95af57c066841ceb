package app.keepsake.server.internal.access;

import app.keepsake.server.internal.wire.Problem;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what no page of Keepsake would send: requests through a proxy that is not trusted, under another site's name
 * (DNS rebinding), or made by another site's page (CSRF), and sets the headers that keep pages apart from everything else.
 */
public final class Guard {
    /** Changes carry this header, which no page of another site can add without being asked about it first. */
    public static final String HEADER = "X-Keepsake";

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-f:.]+]");
    private static final Pattern PORT = Pattern.compile(":[0-9]+$");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Callers callers;
    private final BooleanSupplier locked;
    private final Supplier<Optional<String>> publicHost;
    private final Set<String> names;

    /**
     * @param locked whether there is a password
     * @param publicHost the name by which the owner says that others reach this machine
     */
    public Guard(Callers callers, BooleanSupplier locked, Supplier<Optional<String>> publicHost) {
        this.callers = callers;
        this.locked = locked;
        this.publicHost = publicHost;
        this.names = names();
    }

    private static Set<String> names() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return new HashSet<>(List.of("localhost", name));
        } catch (UnknownHostException e) {
            return Set.of("localhost");
        }
    }

    /** @throws Problem when the request is refused */
    public void check(Context request) {
        setHeaders(request);
        callers.check(request.req(), locked.getAsBoolean());
        // Behind a proxy the name is the proxy's. A page under another name has no session there, and needs one.
        boolean forwarded = callers.isForwarded(request.req());
        if (!forwarded) {
            checkName(request);
        }
        String site = lower(request.header("Sec-Fetch-Site"));
        boolean elsewhere = site.equals("cross-site") || site.equals("same-site");
        if (READING.contains(request.method())) {
            // Another site may link to a page, but not send the browser to the API.
            boolean page = lower(request.header("Sec-Fetch-Mode")).equals("navigate")
                    && !request.path().startsWith("/api/");
            if (elsewhere && !page) {
                throw new Problem(403, "origin", "Another site's page may not read from Keepsake.");
            }
            return;
        }
        String origin = lower(request.header("Origin")).replaceFirst("^https?://", "");
        boolean own = origin.isEmpty()
                || origin.equals(lower(request.header("Host")))
                || (forwarded && origin.equals(lower(request.header("X-Forwarded-Host"))));
        if (elsewhere || !own || request.header(HEADER) == null) {
            throw new Problem(
                    403, "origin", "Changes come from Keepsake's own pages, or carry the header %s.".formatted(HEADER));
        }
    }

    private void checkName(Context request) {
        String host = PORT.matcher(lower(request.header("Host"))).replaceFirst("");
        boolean local = host.endsWith(".local") && names.contains(host.substring(0, host.length() - 6));
        boolean known = ADDRESS.matcher(host).matches() || names.contains(host) || local;
        if (!known && !publicHost.get().filter(host::equals).isPresent()) {
            throw new Problem(
                    421,
                    "host",
                    "Expected this machine's name or address in the address bar, found \"%s\".".formatted(host));
        }
    }

    private static void setHeaders(Context response) {
        response.header("Content-Security-Policy", POLICY);
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Referrer-Policy", "no-referrer");
        response.header("Cross-Origin-Resource-Policy", "same-origin");
        response.header("Cross-Origin-Opener-Policy", "same-origin");
        response.header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
        response.header("Cache-Control", "no-store");
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
