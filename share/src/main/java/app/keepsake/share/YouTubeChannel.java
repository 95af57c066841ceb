package app.keepsake.share;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A channel of YouTube, by its resumable upload. The session's address is kept, and asked at the next try how much has
 * arrived. Source: YouTube Data API, "Resumable uploads".
 */
final class YouTubeChannel implements Target {
    private static final URI UPLOADS =
            URI.create("https://www.googleapis.com/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status");
    private static final Pattern RANGE = Pattern.compile("bytes=0-(\\d+)");
    private static final int UNFINISHED = 308;
    private static final int NOT_LET_IN = 401;
    private static final int MOST_RENEWALS = 100;

    private final YouTubeLogin login;
    private final String refreshToken;
    private final String privacy;
    private final URI uploads;
    private final HttpClient client;

    /**
     * @param login is closed with this
     * @param privacy "private", "unlisted" or "public"
     */
    YouTubeChannel(YouTubeLogin login, String refreshToken, String privacy) {
        this(login, refreshToken, privacy, UPLOADS);
    }

    YouTubeChannel(YouTubeLogin login, String refreshToken, String privacy, URI uploads) {
        this.login = login;
        this.refreshToken = refreshToken;
        this.privacy = privacy;
        this.uploads = uploads;
        this.client = Web.client();
    }

    @Override
    public Optional<URI> send(Upload upload, UploadProgress progress) throws IOException, InterruptedException {
        String access = login.access(refreshToken);
        String note = "session " + upload.print();
        String session = progress.remembered(note).orElse("");
        HttpResponse<String> state = session.isEmpty() ? null : ask(session, access, upload);
        if (state == null || isOver(state)) {
            session = begin(access, upload);
            progress.remember(note, session);
            state = null;
        }
        long before = -1;
        int renewals = 0;
        while (state == null || state.statusCode() == UNFINISHED) {
            long from = state == null ? 0 : arrived(state);
            if (from <= before || from >= upload.size()) {
                throw new IOException("YouTube: expected more than %d bytes to have arrived, found %d."
                        .formatted(Math.max(0, before), from));
            }
            before = from;
            state = part(session, access, upload, from);
            if (state.statusCode() == NOT_LET_IN && renewals++ < MOST_RENEWALS) {
                // Leave lasts an hour; a slow upload takes longer.
                access = login.access(refreshToken);
                before = -1;
                state = ask(session, access, upload);
            }
            if (isOver(state)) {
                progress.forget(note);
                throw new IOException("YouTube: the upload that was begun is not there any more.");
            }
            if (state.statusCode() == UNFINISHED) {
                progress.arrived(arrived(state));
            }
        }
        String id = Web.json(Web.succeeded(state)).path("id").asString("");
        progress.arrived(upload.size());
        progress.forget(note);
        return id.isEmpty() ? Optional.empty() : Optional.of(URI.create("https://youtu.be/" + Web.encoded(id)));
    }

    /** A session is kept for a week. */
    private static boolean isOver(HttpResponse<String> state) {
        return state.statusCode() == 404 || state.statusCode() == 410;
    }

    private HttpResponse<String> ask(String session, String access, Upload upload)
            throws IOException, InterruptedException {
        return put(session, access, "bytes */" + upload.size(), new byte[0]);
    }

    private HttpResponse<String> part(String session, String access, Upload upload, long from)
            throws IOException, InterruptedException {
        byte[] bytes = upload.part(from);
        String range = "bytes %d-%d/%d".formatted(from, from + bytes.length - 1, upload.size());
        return put(session, access, range, bytes);
    }

    private String begin(String access, Upload upload) throws IOException, InterruptedException {
        VideoWords words = VideoWords.of(upload.words());
        byte[] about = JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "snippet", Map.of("title", words.title(), "description", words.description()),
                        "status", Map.of("privacyStatus", privacy, "selfDeclaredMadeForKids", false)));
        HttpResponse<String> begun = Web.succeeded(Web.send(
                client,
                Web.request(uploads)
                        .header("Authorization", "Bearer " + access)
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .header("X-Upload-Content-Length", Long.toString(upload.size()))
                        .header("X-Upload-Content-Type", "video/mp4")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(about))
                        .build()));
        return begun.headers()
                .firstValue("Location")
                .flatMap(Web::address)
                .map(URI::toString)
                .orElseThrow(() -> new IOException("YouTube began an upload without saying where."));
    }

    private static long arrived(HttpResponse<String> state) {
        Matcher range = RANGE.matcher(state.headers().firstValue("Range").orElse(""));
        return range.matches() ? Long.parseLong(range.group(1)) + 1 : 0;
    }

    private HttpResponse<String> put(String session, String access, String range, byte[] bytes)
            throws IOException, InterruptedException {
        return Web.send(
                client,
                Web.request(URI.create(session))
                        .header("Authorization", "Bearer " + access)
                        .header("Content-Type", "video/mp4")
                        .header("Content-Range", range)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build());
    }

    @Override
    public void close() {
        client.shutdownNow();
        login.close();
    }
}
