package app.keepsake.operations.takeout;

import app.keepsake.operations.albums.TakeoutAlbumFiles;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An album of an export. Its file is called {@code metadata.json} in the language of the account, so it is told by what is
 * in it.
 *
 * @param folder with its photos, as the export has it, with a slash at its end
 * @param title as its owner wrote it
 */
public record TakeoutAlbum(String folder, String title) {
    /** Of a file; some have a note with each photo. */
    static final int MOST_BYTES = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Empty for the sidecar of a photo, for the file of a year, and for anything else. */
    static Optional<TakeoutAlbum> of(String folder, byte[] file) {
        try {
            JsonNode told = TakeoutAlbumFiles.told(JSON.readTree(file));
            String title = told.path("title").asString("").strip();
            boolean photo = !told.path("photoTakenTime").isMissingNode();
            return photo || title.isEmpty() || isYear(title)
                    ? Optional.empty()
                    : Optional.of(new TakeoutAlbum(folder, title));
        } catch (JacksonException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Whether a file is what tells of a photo or clip. */
    static boolean isSidecar(byte[] file) {
        try {
            return !JSON.readTree(file).path("photoTakenTime").isMissingNode();
        } catch (JacksonException | StackOverflowError e) {
            return false;
        }
    }

    /** {@code Photos from 2019}, in the languages that Takeout is known to write them in. */
    private static boolean isYear(String title) {
        return title.matches(
                "(?:Photos from|Fotos von|Fotos aus|Photos de|Fotos de|Foto del|Foto's uit|Foton fr\u00E5n) \\d{4}");
    }
}
