package app.keepsake.server.internal.access;

import app.keepsake.server.internal.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request. What a proxy passes on is never taken for a request of this machine, though it comes from it: it
 * is answered only when the proxy is trusted, and then it is the client's who asked the proxy. Immutable.
 */
public final class Callers {
    private static final Set<String> SIGNS = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-original-forwarded-for",
            "x-original-host",
            "true-client-ip",
            "cf-connecting-ip",
            "fastly-client-ip");

    /** Alone, in brackets, or with the port that some proxies add. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\[([0-9a-fA-F:.]+)](?::[0-9]+)?|([0-9.]+)(?::[0-9]+)?|([0-9a-fA-F:.]+)");

    private final List<Network> trusted;

    /**
     * @param trusted proxies, as addresses or networks
     * @throws IllegalArgumentException when one of them is neither
     */
    public Callers(List<String> trusted) {
        this.trusted = trusted.stream().map(Network::parse).toList();
    }

    /** Whether a proxy passed a request on. */
    boolean isForwarded(HttpServletRequest request) {
        // No browser has spoken HTTP/1.0 for long; a proxy that adds no header often does.
        return "HTTP/1.0".equals(request.getProtocol())
                || Collections.list(request.getHeaderNames()).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(name -> name.startsWith("x-forwarded") || SIGNS.contains(name));
    }

    /**
     * @param locked whether there is a password
     * @throws Problem when a proxy passed the request on that is not trusted, or does not say for whom
     */
    void check(HttpServletRequest request, boolean locked) {
        if (!isForwarded(request)) {
            return;
        }
        if (!comesFromTrusted(request)) {
            throw refused(
                    "This came through a proxy at %s, which Keepsake does not know. If it is yours, start Keepsake with --trusted-proxy %1$s."
                            .formatted(request.getRemoteAddr()));
        }
        if (!locked) {
            throw refused("Keepsake has no password yet. Set one on its own machine, without the proxy.");
        }
        if (client(request).isEmpty()) {
            throw refused("The proxy must say who asks, in the header X-Forwarded-For.");
        }
    }

    private static Problem refused(String message) {
        return new Problem(403, "proxy", message);
    }

    /** The address of who asks, as digits: behind a trusted proxy, of its client. */
    public String address(HttpServletRequest request) {
        return isForwarded(request) && comesFromTrusted(request)
                ? client(request).orElseGet(request::getRemoteAddr)
                : request.getRemoteAddr();
    }

    /** By which scheme the browser asks; a trusted proxy knows. */
    public String scheme(HttpServletRequest request) {
        String told = request.getHeader("X-Forwarded-Proto");
        return told != null && comesFromTrusted(request) ? told.toLowerCase(Locale.ROOT) : request.getScheme();
    }

    private boolean comesFromTrusted(HttpServletRequest request) {
        return parse(request.getRemoteAddr()).filter(this::isTrusted).isPresent();
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.holds(address));
    }

    /** The last of the list that is no trusted proxy: what stands before it is what the client said of itself. */
    private Optional<String> client(HttpServletRequest request) {
        List<String> list = new ArrayList<>();
        Collections.list(request.getHeaders("X-Forwarded-For")).forEach(line -> list.addAll(List.of(line.split(","))));
        Optional<InetAddress> last = Optional.empty();
        for (String entry : list.reversed()) {
            Optional<InetAddress> address = parse(entry.strip());
            if (address.isEmpty()) {
                break;
            }
            last = address;
            if (!isTrusted(address.get())) {
                break;
            }
        }
        return last.map(InetAddress::getHostAddress);
    }

    private static Optional<InetAddress> parse(@Nullable String text) {
        Matcher address = ADDRESS.matcher(text == null ? "" : text.replaceFirst("%[^]]*", ""));
        if (!address.matches()) {
            return Optional.empty();
        }
        String digits = Optional.ofNullable(address.group(1))
                .or(() -> Optional.ofNullable(address.group(2)))
                .orElseGet(() -> address.group(3));
        try {
            return Optional.of(InetAddress.ofLiteral(digits));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
