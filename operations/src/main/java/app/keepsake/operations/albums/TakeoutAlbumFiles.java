package app.keepsake.operations.albums;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON files that Google Takeout puts into the folders of albums, {@code metadata.json} in the language of the
 * account. Folders of years and, in older archives, of days have such files, too; their titles are dates, and they are no
 * albums.
 */
public final class TakeoutAlbumFiles implements AlbumFiles {
    private static final List<String> NAMES = List.of(
            "metadata.json",
            "Metadaten.json",
            "m\u00e9tadonn\u00e9es.json",
            "metadatos.json",
            "metadati.json",
            "metadados.json",
            "metagegevens.json",
            "metadane.json");

    /** Real ones have some hundred bytes, and some more for each comment. */
    private static final int LONGEST_FILE = 1 << 20;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final Set<String> OPEN = Set.of("public", "shared");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .build())
            .build();

    @Override
    public String source() {
        return "takeout";
    }

    @Override
    public Optional<ToldAlbum> of(Path folder) throws IOException {
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                try (InputStream in = Files.newInputStream(file)) {
                    return parse(in.readNBytes(LONGEST_FILE + 1));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ToldAlbum> parse(byte[] file) {
        if (file.length > LONGEST_FILE) {
            return Optional.empty();
        }
        JsonNode json;
        try {
            json = told(JSON.readTree(file));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
        String title = cut(json.path("title").asString(""), LONGEST_TITLE);
        return FolderTitle.of(title)
                .map(ignored -> new ToldAlbum(
                        title,
                        cut(json.path("description").asString(""), LONGEST_DESCRIPTION),
                        OPEN.contains(json.path("access").asString(""))
                                || !json.path("sharedAlbumComments").isEmpty()));
    }

    /** What a file tells of an album: in exports from before 2019, it lay one deeper. */
    public static JsonNode told(JsonNode file) {
        JsonNode deeper = file.path("albumData");
        return deeper.isObject() ? deeper : file;
    }

    private static String cut(String text, int most) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, most)));
    }
}
