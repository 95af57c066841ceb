package app.keepsake.operations.albums;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what another program wrote into a folder to say that it is an album. */
public interface AlbumFiles {
    /** What the source is called in the catalog. */
    String source();

    /**
     * What is told of a folder; empty when it is no album, also when what is there is damaged.
     *
     * @throws IOException when the folder cannot be read
     */
    Optional<ToldAlbum> of(Path folder) throws IOException;
}
