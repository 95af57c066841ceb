package app.keepsake.share;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Google's documentation says of OAuth for devices and of the YouTube Data API's resumable uploads: a session is
 * begun with the film's size and type and its metadata; parts are multiples of 256 KiB but for the last, follow each
 * other, and name their range and the whole; {@code bytes *}{@code /SIZE} asks how much has arrived; 308 names it in
 * {@code Range}, which is missing while nothing has; a session is gone after a week.
 */
final class SimulatedYouTube implements ContractServer.Contract {
    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");
    private static final int STEP = 256 * 1024;

    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private int sessions;
    private long size;
    private int leaves;
    private int polls;

    /** Where sessions are, which may lie behind a proxy. */
    int sessionPort;

    /** How many requests a leave lasts. */
    int leaveLasts = Integer.MAX_VALUE;

    private int used;
    JsonNode about = JsonMapper.shared().createObjectNode();
    boolean sessionsGone;

    byte[] film() {
        return arrived.toByteArray();
    }

    int sessions() {
        return sessions;
    }

    @Override
    public void answer(ContractServer.Request request) throws IOException {
        switch (request.line()) {
            case "POST /device/code" -> {
                demandForm(request, Set.of("client_id", "scope"));
                request.respond(
                        200,
                        "{\"device_code\":\"d\",\"user_code\":\"GQVQ-JKEC\",\"verification_url\":\"https://www.google.com/device\",\"expires_in\":30,\"interval\":0}");
            }
            case "POST /token" -> leave(request);
            case "POST /upload?uploadType=resumable&part=snippet,status" -> begin(request);
            default -> {
                if (request.line().startsWith("PUT /session/")) {
                    put(request);
                } else {
                    request.demand(false, "a documented request");
                    request.respond(404, "{}");
                }
            }
        }
    }

    private static Map<String, String> demandForm(ContractServer.Request request, Set<String> fields) {
        request.demandHeader("Content-Type", "application/x-www-form-urlencoded");
        Map<String, String> form = new HashMap<>();
        Arrays.stream(request.text().split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> form.put(
                        URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        request.demand(form.keySet().equals(fields), "the fields " + fields + ", found " + form.keySet());
        return form;
    }

    private void leave(ContractServer.Request request) throws IOException {
        if (request.text().contains("device_code")) {
            Map<String, String> form =
                    demandForm(request, Set.of("client_id", "client_secret", "device_code", "grant_type"));
            request.demand(
                    "urn:ietf:params:oauth:grant-type:device_code".equals(form.get("grant_type")), "the grant's type");
            switch (++polls) {
                case 1, 2 -> request.respond(428, "{\"error\":\"authorization_pending\"}");
                default -> request.respond(200, "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":3599}");
            }
            return;
        }
        Map<String, String> form =
                demandForm(request, Set.of("client_id", "client_secret", "refresh_token", "grant_type"));
        request.demand("refresh_token".equals(form.get("grant_type")), "the grant's type");
        used = 0;
        request.respond(200, "{\"access_token\":\"access-%d\",\"expires_in\":3599}".formatted(++leaves));
    }

    private boolean isLetIn(ContractServer.Request request) throws IOException {
        if (++used > leaveLasts) {
            request.respond(401, "{\"error\":{\"code\":401,\"message\":\"Invalid Credentials\"}}");
            return false;
        }
        request.demandHeader("Authorization", "Bearer access-" + leaves);
        return true;
    }

    private void begin(ContractServer.Request request) throws IOException {
        if (!isLetIn(request)) {
            return;
        }
        request.demandHeader("Content-Type", "application/json; charset=UTF-8");
        request.demandHeader("X-Upload-Content-Type", "video/mp4");
        request.demandHeader("X-Upload-Content-Length", Integer.toString(TestUploads.SIZE));
        about = JsonMapper.shared().readTree(request.text());
        request.demand(
                Set.copyOf(about.propertyNames()).equals(Set.of("snippet", "status")), "the parts that it names");
        String title = about.at("/snippet/title").asString("");
        request.demand(!title.isBlank() && title.length() <= 100 && !title.matches("(?s).*[<>].*"), "a title");
        String description = about.at("/snippet/description").asString("");
        request.demand(
                description.getBytes(StandardCharsets.UTF_8).length <= 5000 && !description.matches("(?s).*[<>].*"),
                "a description");
        request.demand(
                List.of("private", "unlisted", "public")
                        .contains(about.at("/status/privacyStatus").asString("")),
                "a privacy");
        if (request.isBreach()) {
            request.refuse();
            return;
        }
        size = TestUploads.SIZE;
        arrived.reset();
        sessionsGone = false;
        request.exchange
                .getResponseHeaders()
                .set("Location", "http://localhost:%d/session/%d".formatted(sessionPort, ++sessions));
        request.respond(200, "");
    }

    private void put(ContractServer.Request request) throws IOException {
        if (!isLetIn(request)) {
            return;
        }
        if (sessionsGone || !request.path().equals("/session/" + sessions)) {
            request.respond(404, "{}");
            return;
        }
        String range = String.valueOf(request.header("Content-Range"));
        request.demandHeader("Content-Length", Integer.toString(request.body.length));
        if (request.body.length == 0) {
            request.demand(range.equals("bytes */" + size), "Content-Range: bytes */" + size + ", found " + range);
        } else {
            request.demandHeader("Content-Type", "video/mp4");
            Matcher parts = RANGE.matcher(range);
            request.demand(
                    parts.matches()
                            && Long.parseLong(parts.group(1)) == arrived.size()
                            && Long.parseLong(parts.group(2)) == arrived.size() + request.body.length - 1
                            && Long.parseLong(parts.group(3)) == size,
                    "the range that follows %d of %d, found %s".formatted(arrived.size(), size, range));
            request.demand(
                    request.body.length % STEP == 0 || arrived.size() + request.body.length == size,
                    "a multiple of 256 KiB");
            if (!request.isBreach()) {
                arrived.write(request.body);
            }
        }
        if (request.isBreach()) {
            request.refuse();
        } else if (arrived.size() == size) {
            request.respond(201, "{\"kind\":\"youtube#video\",\"id\":\"dQw4\"}");
        } else {
            if (arrived.size() > 0) {
                request.exchange.getResponseHeaders().set("Range", "bytes=0-" + (arrived.size() - 1));
            }
            request.respond(308, "");
        }
    }
}
