package app.keepsake.cli;

import app.keepsake.catalog.Album;
import app.keepsake.catalog.AlbumContents;
import app.keepsake.catalog.Catalog;
import app.keepsake.memories.ShownAlbums;
import app.keepsake.operations.albums.AlbumByTitle;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "albums",
        description = "Lists albums, the latest first: folders with a name of their own, and those of Google Takeout."
                + " What choices and flags keep out is neither shown nor counted.",
        mixinStandardHelpOptions = true)
final class AlbumsCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = output.out();
        try (Catalog catalog = output.openCatalog()) {
            List<Album> albums = ShownAlbums.of(catalog).all().stream()
                    .map(AlbumContents::album)
                    .toList();
            if (output.isToAProgram()) {
                albums.forEach(album -> output.line(toJson(album, catalog)));
            } else if (albums.isEmpty()) {
                out.println("No albums yet. Index a folder that has a name of its own, such as \"Anna's wedding\".");
            } else {
                albums.forEach(album -> out.println(AlbumByTitle.line(album)));
            }
            out.flush();
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> toJson(Album album, Catalog catalog) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", album.id());
        told.put("source", album.source());
        told.put("title", album.title());
        told.put("description", album.description());
        told.put("shared", album.shared());
        told.put("count", album.count());
        told.put("firstDay", album.first().map(LocalDate::toString).orElse(""));
        told.put("lastDay", album.last().map(LocalDate::toString).orElse(""));
        told.put("cover", MemoriesCommand.file(album.cover(), catalog));
        return told;
    }
}
