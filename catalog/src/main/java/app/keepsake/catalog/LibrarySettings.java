package app.keepsake.catalog;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the owner of a library's folder wrote into its file {@value #FILE}, by hand: nothing that is said to the service
 * gets there.
 *
 * @param catalog the address of the catalog's database
 * @param encoder the name of what encodes films
 * @param ffmpeg FFmpeg's program
 */
public record LibrarySettings(Optional<String> catalog, Optional<String> encoder, Optional<Path> ffmpeg) {
    /** In the library's folder; may be missing. */
    public static final String FILE = "keepsake.properties";

    private static final Set<String> NAMES = new TreeSet<>(Set.of("catalog", "encoder", "ffmpeg"));

    /**
     * Reads the settings of a library folder.
     *
     * @throws CatalogException when they cannot be understood
     */
    public static LibrarySettings of(Path folder) {
        Path file = folder.resolve(FILE);
        Properties settings = new Properties();
        if (Files.exists(file)) {
            try (Reader text = Files.newBufferedReader(file)) {
                settings.load(text);
            } catch (IOException | IllegalArgumentException e) {
                throw new CatalogException("The settings %s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
        Set<String> names = settings.stringPropertyNames();
        if (!NAMES.containsAll(names)) {
            throw new CatalogException("The settings %s: expected lines of %s, like \"catalog =".formatted(file, NAMES)
                    + " jdbc:postgresql://host/database\", found %s.".formatted(new TreeSet<>(names)));
        }
        return new LibrarySettings(
                Optional.ofNullable(settings.getProperty("catalog")),
                Optional.ofNullable(settings.getProperty("encoder")),
                Optional.ofNullable(settings.getProperty("ffmpeg")).map(text -> program(file, text)));
    }

    private static Path program(Path file, String text) {
        try {
            Path program = Path.of(text);
            if (program.isAbsolute()) {
                return program;
            }
        } catch (InvalidPathException e) {
            throw new CatalogException("The settings %s: %s".formatted(file, e.getMessage()), e);
        }
        throw new CatalogException(
                "The settings %s: expected the whole path of ffmpeg, found \"%s\".".formatted(file, text));
    }
}
