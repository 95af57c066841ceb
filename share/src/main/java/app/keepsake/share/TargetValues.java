package app.keepsake.share;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a user says of a target, looked at before anything is done with it. No message repeats a value: a secret may stand
 * in the wrong place.
 */
final class TargetValues {
    private static final Map<String, List<String>> CHOICES = Map.of(
            "visibility", List.of("", "public", "unlisted", "private", "direct"),
            "privacy", List.of("", "private", "unlisted", "public"));
    private static final int LARGEST_PORT = 65_535;

    private TargetValues() {}

    /**
     * Looks at all values of a target.
     *
     * @param known names of the kind's fields
     * @param needed those of them that must be given
     * @throws IllegalArgumentException naming the field that is missing, unknown, or of the wrong form
     */
    static void check(String kind, List<String> known, Set<String> needed, Map<String, String> values) {
        for (String name : known) {
            String value = values.getOrDefault(name, "").strip();
            if (needed.contains(name) && value.isEmpty()) {
                throw new IllegalArgumentException("A target of the kind %s needs %s.".formatted(kind, name));
            }
            // A line break in a password would begin another header of a request.
            if (value.codePoints().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "Expected %s in one line, found line breaks or the like in it.".formatted(name));
            }
        }
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "A target of the kind %s has %s, found another.".formatted(kind, String.join(", ", known)));
                });
        if (values.containsKey("url")) {
            checkAddress(values.get("url").strip());
        }
        checkPort(values.getOrDefault("port", "").strip());
        CHOICES.forEach((name, choices) -> {
            if (!choices.contains(values.getOrDefault(name, "").strip())) {
                throw new IllegalArgumentException("Expected as %s one of %s, found something else."
                        .formatted(name, String.join(", ", choices.subList(1, choices.size()))));
            }
        });
        if (!values.getOrDefault("bucket", "b").strip().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("Expected as bucket letters, digits, dots and dashes.");
        }
    }

    private static void checkAddress(String text) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            // The exception's own message repeats the address.
            throw new IllegalArgumentException(
                    "Expected as url an address like https://host/folder, with %20 for a space.");
        }
        if (!("https".equals(address.getScheme()) || "http".equals(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "Expected as url an address that begins with https:// and a host's name.");
        }
        if (address.getUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "Expected a url without a user, a password, \"?\" or \"#\" in it. Names and passwords have fields of their own.");
        }
    }

    private static void checkPort(String text) {
        if (!text.isEmpty()
                && !(text.matches("\\d{1,5}")
                        && Integer.parseInt(text) > 0
                        && Integer.parseInt(text) <= LARGEST_PORT)) {
            throw new IllegalArgumentException("Expected a port from 1 to %d.".formatted(LARGEST_PORT));
        }
    }
}
