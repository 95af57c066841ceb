package app.keepsake.server.internal.api;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Memory;
import app.keepsake.memories.MayShow;
import app.keepsake.memories.Retelling;
import app.keepsake.server.internal.http.RangedFile;
import app.keepsake.server.internal.library.Films;
import app.keepsake.server.internal.pictures.Thumbnails;
import app.keepsake.server.internal.share.Share;
import app.keepsake.server.internal.share.Shares;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Films shared by a link, each as it was then. Who has the link sees the film with its title, chapters and cover, and
 * nothing else; before it is opened only title and cover, and only if the owner said so.
 */
final class ShareRoutes {
    private static final String COOKIE = "keepsake-share";
    private static final String LINK = "/api/shared/{secret}";
    private static final String NOTHING = Shares.Shows.NOTHING.name().toLowerCase(Locale.ROOT);
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final Pattern PAGE = Pattern.compile("/s/(" + SECRET + ")");

    private final Catalog catalog;
    private final Retelling memories;
    private final MayShow mayShow;
    private final Films films;
    private final Shares shares;
    private final Thumbnails thumbnails;
    private final Requests requests;

    ShareRoutes(
            Catalog catalog,
            Retelling memories,
            MayShow mayShow,
            Films films,
            Shares shares,
            Thumbnails thumbnails,
            Requests requests) {
        this.catalog = catalog;
        this.memories = memories;
        this.mayShow = mayShow;
        this.films = films;
        this.shares = shares;
        this.thumbnails = thumbnails;
        this.requests = requests;
    }

    /**
     * @param views how often it may be opened, 0 for any number; {@code password} may be empty
     * @param announced whether its title and picture are told to whoever has the link, before it is opened: false where
     *     it is left out
     */
    record Wanted(
            String memory,
            String mood,
            String length,
            int days,
            String password,
            int views,
            Optional<Boolean> announced) {}

    /** @param path of the link on this service; it is told only once */
    record Made(String path) {}

    /**
     * A link as its owner sees it.
     *
     * @param viewsLeft -1 for any number
     * @param shows "now" for the film as its memory is, "before" for the film as it was before the memory was changed,
     *     "nothing" when something in it was hidden
     */
    @SchemaName("ShareShareTold")
    record ShareView(
            String id,
            String memory,
            String mood,
            String length,
            String title,
            String expires,
            boolean password,
            int viewsLeft,
            String shows) {}

    /**
     * All links.
     *
     * @param hidden how many more there are that show nothing, of which nothing is told until the password is given
     *     again: their titles may name who was hidden
     */
    record All(List<ShareView> shares, int hidden) {}

    /**
     * What a link's page may know.
     *
     * @param password whether it is needed
     * @param open whether this browser has opened it, and need not again
     * @param title empty before, unless the owner lets it be told
     * @param cover whether there is a picture that may be shown now
     */
    record Closed(boolean password, boolean open, String title, boolean cover) {}

    /** The password, empty if there is none. */
    record Key(String password) {}

    /** What a link's page may know then. @param cover whether there is a picture */
    record Opened(String title, boolean cover) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/shares", "The links in force.", All.class, this::all),
                Endpoint.post(
                        "/api/shares", "Shares a film that is made by a link.", Wanted.class, Made.class, this::add),
                Endpoint.delete("/api/shares/{share}", "Ends a link.", this::remove),
                Endpoint.get(LINK, "What may be known of a link.", Closed.class, this::look)
                        .forAnyone(),
                Endpoint.post(LINK, "Opens a link, which counts as one view.", Key.class, Opened.class, this::open)
                        .forAnyone(),
                Endpoint.get(LINK + "/film", "The film of an opened link.", byte[].class, this::film)
                        .forAnyone()
                        .withQuery("download"),
                Endpoint.get(
                                LINK + "/film/chapters",
                                "The parts of the story of an opened link's film.",
                                FilmRoutes.Chapters.class,
                                this::chapters)
                        .forAnyone(),
                Endpoint.get(
                                LINK + "/cover",
                                "A picture of the film as WebP: of an opened link, or of one whose owner lets it be"
                                        + " told.",
                                byte[].class,
                                this::cover)
                        .forAnyone());
    }

    private All all(Context context) throws IOException {
        shares.tidy();
        boolean proven = requests.isProven(context);
        List<ShareView> all = shares.all().stream().map(this::view).toList();
        List<ShareView> listed =
                all.stream().filter(share -> proven || !showsNothing(share)).toList();
        if (listed.stream().anyMatch(ShareRoutes::showsNothing)) {
            context.header("Cache-Control", Requests.NEVER_KEPT);
        }
        return new All(listed, all.size() - listed.size());
    }

    private static boolean showsNothing(ShareView share) {
        return share.shows().equals(NOTHING);
    }

    private ShareView view(Share share) {
        return new ShareView(
                share.print(),
                share.memory(),
                share.mood(),
                share.length(),
                share.title(),
                Instant.ofEpochSecond(share.expires()).toString(),
                !share.password().isEmpty(),
                share.viewsLeft(),
                shares.shows(share, memories.find(share.memory())).name().toLowerCase(Locale.ROOT));
    }

    private Made add(Context context) throws IOException {
        Wanted wanted = Json.read(context.bodyAsBytes(), Wanted.class);
        String mood = FilmRoutes.oneOf(films.moods(), wanted.mood());
        String length = FilmRoutes.oneOf(Films.LENGTHS, wanted.length());
        if (wanted.days() < 1 || wanted.days() > 365 || wanted.views() < 0 || wanted.views() > 1_000_000) {
            throw Problem.invalid("A link lasts 1 to 365 days, for any number of views (0) or 1 to 1000000.");
        }
        Memory memory = memories.find(wanted.memory()).orElseThrow(() -> Problem.notFound("a memory", wanted.memory()));
        String secret = films.find(memory, mood, length)
                .flatMap(film -> share(memory, film, wanted))
                .orElseThrow(() -> new Problem(409, "not-made", "The film is not made yet. Play it first."));
        return new Made("/s/" + secret);
    }

    private Optional<String> share(Memory memory, Path film, Wanted wanted) {
        try {
            return shares.add(
                    memory,
                    film,
                    wanted.mood(),
                    wanted.length(),
                    new Shares.Terms(
                            Duration.ofDays(wanted.days()),
                            wanted.password(),
                            wanted.views() == 0 ? -1 : wanted.views(),
                            MemoryRoutes.cover(memory),
                            wanted.announced().orElse(false)));
        } catch (IOException e) {
            throw new Problem(503, "not-kept", "The film cannot be kept for the link: " + e.getMessage());
        }
    }

    private @Nullable Object remove(Context context) throws IOException {
        if (!shares.remove(context.pathParam("share"))) {
            throw Problem.notFound("a link in force", context.pathParam("share"));
        }
        return null;
    }

    /** One answer for links that never were, have expired or show what is withdrawn. */
    private static Problem gone() {
        return new Problem(404, "gone", "This link leads nowhere any more.");
    }

    private Share share(Context context) {
        String secret = context.pathParam("secret");
        if (!SECRET.matcher(secret).matches()) {
            throw gone();
        }
        return shares.find(secret).orElseThrow(ShareRoutes::gone);
    }

    private Path file(Share share) {
        return shares.film(share).orElseThrow(ShareRoutes::gone);
    }

    private boolean isOpen(Context context, Share share) {
        return shares.admits(share, context.cookie(COOKIE));
    }

    private Closed look(Context context) {
        Share share = share(context);
        Path ignored = file(share);
        boolean open = isOpen(context, share);
        if (!open && share.viewsLeft() == 0) {
            throw gone();
        }
        boolean told = open || shares.announces(share);
        return new Closed(
                !share.password().isEmpty(),
                open,
                told ? share.title() : "",
                told && picture(share).isPresent());
    }

    /** What stands for a film, while that may be shown. */
    private Optional<AssetView> picture(Share share) {
        return shares.film(share)
                .flatMap(film -> share.cover())
                .flatMap(asset -> catalog.assets().view(asset))
                .filter(view -> !requests.isHidden(view.asset()));
    }

    /** The link that leads to a page, if its owner lets be told what film it is to whoever has it. */
    Optional<Announced> announced(String path) {
        return Optional.of(PAGE.matcher(path))
                .filter(Matcher::matches)
                .flatMap(page -> shares.find(page.group(1))
                        .filter(shares::announces)
                        .filter(share -> shares.film(share).isPresent())
                        .map(share -> new Announced(
                                share.title(),
                                picture(share).map(ignored -> "/api/shared/" + page.group(1) + "/cover"))));
    }

    /** A film of which may be told. @param cover the path of its picture */
    record Announced(String title, Optional<String> cover) {}

    private Opened open(Context context) {
        Share share = share(context);
        Path ignored = file(share);
        String password = Json.read(context.bodyAsBytes(), Key.class).password();
        String ticket = shares.open(context.pathParam("secret"), password, context.ip())
                .orElseThrow(() -> new Problem(
                        403, "closed", "The password is wrong, or the film was opened as often as it may be."));
        // Each link has a ticket of its own: who opens another goes on watching the first.
        String path = "/api/shared/" + context.pathParam("secret");
        context.cookie(new Cookie(COOKIE, ticket, path, -1, DoorRoutes.isSecure(context), true, null, SameSite.STRICT));
        return new Opened(share.title(), picture(share).isPresent());
    }

    private Share opened(Context context) {
        Share share = share(context);
        if (!isOpen(context, share)) {
            throw notOpen();
        }
        return share;
    }

    private static Problem notOpen() {
        return new Problem(403, "closed", "Open the link first.");
    }

    private FilmRoutes.Chapters chapters(Context context) {
        return FilmRoutes.Chapters.of(catalog.memories().chapters(file(opened(context))));
    }

    private @Nullable Object cover(Context context) throws IOException {
        Share share = share(context);
        if (!shares.announces(share) && !isOpen(context, share)) {
            throw notOpen();
        }
        AssetView picture = picture(share).orElseThrow(ShareRoutes::gone);
        Path small = thumbnails
                .find(picture.asset(), Thumbnails.Size.VIEW)
                .orElseGet(() -> PictureRoutes.made(() -> thumbnails.of(picture, Thumbnails.Size.VIEW)));
        RangedFile.send(
                context,
                small,
                Thumbnails.TYPE,
                picture.asset().hash() + "-cover",
                RangedFile.Keeping.ASKING,
                () -> picture(share).isPresent());
        return null;
    }

    private @Nullable Object film(Context context) throws IOException {
        Share share = opened(context);
        if (context.queryParam("download") != null) {
            context.header("Content-Disposition", "attachment; filename=\"film.mp4\"");
        }
        FilmRoutes.send(context, catalog, mayShow, file(share));
        return null;
    }
}
