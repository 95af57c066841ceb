package app.keepsake.share;

import java.util.List;
import java.util.Optional;

/**
 * What a place expects of a film.
 *
 * @param name as users write it
 * @param aspect width to height, for example "9:16"
 * @param size of the shorter side, for example "1080p"
 * @param length "short", "medium", "long", or a number of seconds
 * @param megabytes the most that the place takes; a film that is larger is not sent
 */
public record Preset(String name, String aspect, String size, String length, int megabytes) {
    private static final List<Preset> ALL = List.of(
            new Preset("wide", "16:9", "1080p", "medium", 2000),
            new Preset("story", "9:16", "1080p", "60", 250),
            new Preset("reel", "9:16", "1080p", "90", 250),
            new Preset("square", "1:1", "1080p", "60", 250),
            new Preset("post", "16:9", "720p", "60", 99),
            new Preset("mail", "16:9", "720p", "20", 25));

    public static List<Preset> all() {
        return ALL;
    }

    public static Optional<Preset> named(String name) {
        return ALL.stream().filter(preset -> preset.name.equals(name)).findFirst();
    }

    /** @throws UploadRefusedException when a film is larger than the place takes */
    public void check(long bytes) throws UploadRefusedException {
        if (bytes > megabytes * 1_000_000L) {
            throw new UploadRefusedException("Expected at most %d MB for the preset %s, found %d MB. Choose one of %s."
                    .formatted(
                            megabytes,
                            name,
                            bytes / 1_000_000,
                            String.join(", ", ALL.stream().map(Preset::name).toList())));
        }
    }
}
