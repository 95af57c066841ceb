package app.keepsake.operations.library;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the user set. None can be made that makes no sense, whoever writes it: a page, or a person in the file.
 *
 * @param folders that are watched, absolute
 * @param language of the pages and of titles: one of {@link #LANGUAGES}; empty for the system's and the browser's
 * @param background whether the service works by itself
 * @param thumbnailMegabytes how much disk small pictures may take, 50 to 100000
 * @param publicAddress by which others reach the service, as {@link PublicAddress} has it; empty where links have the
 *     address under which they were made
 * @param encoder of pictures and texts, which the owner brought
 * @param cores how many of the machine's cores background work may use, from 1; empty for all, and so are more than there are
 */
public record Settings(
        List<String> folders,
        String language,
        boolean background,
        int thumbnailMegabytes,
        Optional<Integer> cores,
        Optional<String> publicAddress,
        Optional<Encoder> encoder) {
    /** The languages that there are words for; the empty one is the system's. */
    public static final List<String> LANGUAGES =
            List.of("", "en", "de", "es", "fr", "it", "nl", "pl", "pt", "ja", "zh-Hans");

    private static final int LEAST_MEGABYTES = 50;
    private static final int MOST_MEGABYTES = 100_000;

    // After what it is checked by.
    public static final Settings INITIAL =
            new Settings(List.of(), "", true, 500, Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * An encoder that was tried.
     *
     * @param folder its files, by its whole path
     * @param version tells it from others, and from itself when its files change
     */
    public record Encoder(String folder, String version) {}

    /** @throws IllegalArgumentException saying what makes no sense */
    public Settings {
        folders = List.copyOf(folders);
        for (String folder : folders) {
            if (!isAbsolute(folder)) {
                throw new IllegalArgumentException(
                        "Expected folders by their whole paths, found \"%s\".".formatted(folder));
            }
        }
        encoder.filter(each -> !isAbsolute(each.folder())).ifPresent(each -> {
            throw new IllegalArgumentException(
                    "Expected an encoder's folder by its whole path, found \"%s\".".formatted(each.folder()));
        });
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("Expected one of the languages %s, or none, found \"%s\"."
                    .formatted(String.join(", ", LANGUAGES.subList(1, LANGUAGES.size())), language));
        }
        if (thumbnailMegabytes < LEAST_MEGABYTES || thumbnailMegabytes > MOST_MEGABYTES) {
            throw new IllegalArgumentException("Expected %d to %d megabytes, found %d."
                    .formatted(LEAST_MEGABYTES, MOST_MEGABYTES, thumbnailMegabytes));
        }
        publicAddress = publicAddress.map(PublicAddress::parse);
        if (cores.isPresent() && cores.get() < 1) {
            throw new IllegalArgumentException("Expected at least 1 core, found %d.".formatted(cores.get()));
        }
    }

    private static boolean isAbsolute(String folder) {
        try {
            return Path.of(folder).isAbsolute();
        } catch (InvalidPathException none) {
            return false;
        }
    }

    /** The language in which titles and reasons are written. */
    public Locale locale() {
        return language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language);
    }

    public Settings withFolders(List<String> changed) {
        return new Settings(changed, language, background, thumbnailMegabytes, cores, publicAddress, encoder);
    }

    public Settings withEncoder(Optional<Encoder> changed) {
        return new Settings(folders, language, background, thumbnailMegabytes, cores, publicAddress, changed);
    }
}
