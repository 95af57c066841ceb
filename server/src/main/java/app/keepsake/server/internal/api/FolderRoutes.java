package app.keepsake.server.internal.api;

import app.keepsake.server.internal.folders.Entry;
import app.keepsake.server.internal.folders.FolderTree;
import app.keepsake.server.internal.folders.Listing;
import app.keepsake.server.internal.folders.PictureCount;
import app.keepsake.server.internal.folders.Wanted;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Choosing among the folders of this machine. Only the owner may: who has a link sees nothing of it. These are questions
 * that are posted, so that no browser keeps their answers, and no page of another site can ask.
 */
final class FolderRoutes {
    private final FolderTree tree;

    FolderRoutes(FolderTree tree) {
        this.tree = tree;
    }

    /**
     * A folder to look into.
     *
     * @param folder its whole path; empty for where to begin
     * @param files which files are listed beside folders: folders (none), music, zip or db
     */
    record Asked(String folder, String files) {}

    /** A folder whose pictures are counted. */
    record Counted(String folder) {}

    /** @param sort folder, file, pictures, videos, music, home, disk or machine */
    @SchemaName("FolderEntry")
    record EntryView(String name, String path, String sort, String leadsTo) {
        static EntryView of(Entry entry) {
            return new EntryView(
                    entry.name(), entry.path(), entry.sort().name().toLowerCase(Locale.ROOT), entry.leadsTo());
        }
    }

    /** @param asked as it was asked for, where a link led elsewhere; else empty */
    @SchemaName("FolderListing")
    record ListingView(String folder, String asked, String parent, List<EntryView> entries, boolean more) {
        static ListingView of(Listing listing) {
            return new ListingView(
                    listing.folder(),
                    listing.asked(),
                    listing.parent(),
                    listing.entries().stream().map(EntryView::of).toList(),
                    listing.more());
        }
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(
                        "/api/folders/look",
                        "Folders in a folder of this machine, to choose one.",
                        Asked.class,
                        ListingView.class,
                        this::look),
                Endpoint.post(
                        "/api/folders/count",
                        "Roughly how many photos and clips lie in a folder.",
                        Counted.class,
                        PictureCount.class,
                        this::count));
    }

    private PictureCount count(Context context) throws IOException {
        neverKept(context);
        return tree.count(Json.read(context.bodyAsBytes(), Counted.class).folder());
    }

    private static void neverKept(Context context) {
        context.header("Cache-Control", Requests.NEVER_KEPT);
    }

    private ListingView look(Context context) throws IOException {
        neverKept(context);
        Asked asked = Json.read(context.bodyAsBytes(), Asked.class);
        return ListingView.of(tree.list(asked.folder(), wanted(asked.files())));
    }

    private static Wanted wanted(String files) {
        return Arrays.stream(Wanted.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(files))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("Expected folders, music, zip or db, found \"%s\".".formatted(files)));
    }
}
