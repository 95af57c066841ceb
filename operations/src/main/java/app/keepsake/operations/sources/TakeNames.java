package app.keepsake.operations.sources;

import app.keepsake.catalog.Catalog;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaReader;
import app.keepsake.media.NamedRegion;
import app.keepsake.operations.choices.Aftermath;
import app.keepsake.operations.library.DurableFile;
import app.keepsake.operations.neighbours.ImportNames;
import app.keepsake.operations.neighbours.Neighbour;
import app.keepsake.operations.neighbours.Neighbour.NamedFace;
import app.keepsake.operations.sources.SourceFolder.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes over the names of people that a source told since the last time, once its photos have been looked at. */
final class TakeNames {
    private final Catalog catalog;
    private final Aftermath aftermath;

    TakeNames(Catalog catalog, Aftermath aftermath) {
        this.catalog = catalog;
        this.aftermath = aftermath;
    }

    /** @return how many faces have a person by it */
    int from(SourceFolder folder, String kind, DurableFile<SourceState> state) throws IOException {
        long since = state.read().namesTaken();
        long newest = since;
        List<NamedFace> faces = new ArrayList<>();
        for (Item item : folder.fetched()) {
            Path sidecar = folder.sidecar(item);
            long told = Files.getLastModifiedTime(sidecar).toMillis();
            if (told > since && SidecarText.hasFaces(sidecar)) {
                faces.addAll(faces(folder.picture(item).orElseThrow()));
            }
            newest = Math.max(newest, told);
        }
        int named = faces.isEmpty()
                ? 0
                : new ImportNames(catalog, aftermath)
                        .from(new Neighbour(kind, faces, List.of()))
                        .faces();
        long until = newest;
        SourceState ignored = state.update(now -> now.namedUntil(until));
        return named;
    }

    private static List<NamedFace> faces(Path picture) {
        List<NamedFace> faces = new ArrayList<>();
        try {
            for (NamedRegion region : MediaReader.read(picture).regions()) {
                faces.add(new NamedFace(
                        picture.toString(),
                        region.name(),
                        region.x(),
                        region.y(),
                        region.width(),
                        region.height(),
                        1,
                        1));
            }
        } catch (MediaException damaged) {
            // The index run has told of it.
        }
        return faces;
    }
}
