package app.keepsake.share;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What Mastodon's documentation says of instances, media and posts: a medium comes as {@code multipart/form-data} with a
 * part {@code file}, is answered by 202 and a number, and 206 until it is ready; it is gone after a while, or when a post
 * shows it, and a post with it is refused by 422 then; a post with the key of an earlier one gives that one.
 */
final class SimulatedMastodon implements ContractServer.Contract {
    static final int LONGEST_POST = 500;

    private final String token;
    private final Map<String, Integer> looks = new HashMap<>();
    private final Map<String, String> posts = new HashMap<>();
    private int media = 22348640;
    private int failures;
    boolean broken;
    byte[] medium = new byte[0];
    final List<String> texts = new ArrayList<>();

    SimulatedMastodon(String token) {
        this.token = token;
    }

    /** So many posts fail before one is taken. */
    void failPosts(int count) {
        failures = count;
    }

    /** Media without a post are thrown away after a day. */
    void forgetMedia() {
        looks.clear();
    }

    @Override
    public void answer(ContractServer.Request request) throws IOException {
        String line = request.line();
        if (line.equals("GET /api/v2/instance")) {
            request.respond(
                    200,
                    "{\"configuration\":{\"statuses\":{\"max_characters\":%d},\"media_attachments\":{\"video_size_limit\":103809024}}}"
                            .formatted(LONGEST_POST));
        } else if (!("Bearer " + token).equals(request.header("Authorization"))) {
            request.respond(
                    401, "{\"error\":\"The access token is invalid: %s\"}".formatted(request.header("Authorization")));
        } else if (line.equals("POST /api/v2/media")) {
            take(request);
        } else if (line.startsWith("GET /api/v1/media/")) {
            look(request, line.substring(line.lastIndexOf('/') + 1));
        } else if (line.equals("POST /api/v1/statuses")) {
            post(request);
        } else {
            request.respond(404, "{\"error\":\"Record not found\"}");
        }
    }

    private void take(ContractServer.Request request) throws IOException {
        String type = String.valueOf(request.header("Content-Type"));
        request.demand(
                type.matches("multipart/form-data; boundary=[A-Za-z0-9'()+_,./:=?-]{1,70}"), "multipart/form-data");
        request.demandHeader("Content-Length", Integer.toString(request.body.length));
        String boundary = type.replaceFirst(".*boundary=", "");
        String body = new String(request.body, StandardCharsets.ISO_8859_1);
        int head = body.indexOf("\r\n\r\n");
        String end = "\r\n--" + boundary + "--\r\n";
        request.demand(
                body.startsWith("--" + boundary + "\r\n")
                        && body.substring(0, Math.max(0, head))
                                .matches(
                                        "(?s).*Content-Disposition: form-data; name=\"file\"; filename=\"[^\"\r\n]+\"\r\nContent-Type: video/mp4")
                        && body.endsWith(end),
                "one part named file, with a file's name and a type");
        if (request.isBreach()) {
            request.refuse();
            return;
        }
        medium = body.substring(head + 4, body.length() - end.length()).getBytes(StandardCharsets.ISO_8859_1);
        String id = Integer.toString(++media);
        looks.put(id, 0);
        request.respond(202, "{\"id\":\"%s\",\"type\":\"video\",\"url\":null}".formatted(id));
    }

    private void look(ContractServer.Request request, String id) throws IOException {
        if (!looks.containsKey(id)) {
            request.respond(404, "{\"error\":\"Record not found\"}");
        } else if (broken) {
            request.respond(422, "{\"error\":\"Error processing thumbnail for uploaded media\"}");
        } else {
            request.respond(looks.merge(id, 1, Integer::sum) < 3 ? 206 : 200, "{\"id\":\"%s\"}".formatted(id));
        }
    }

    private void post(ContractServer.Request request) throws IOException {
        request.demandHeader("Content-Type", "application/x-www-form-urlencoded");
        Map<String, String> form = new HashMap<>();
        Arrays.stream(request.text().split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> form.put(
                        URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        request.demand(
                new TreeSet<>(form.keySet()).toString().equals("[media_ids[], status, visibility]"),
                "the fields of a post, found " + form.keySet());
        request.demand(
                List.of("public", "unlisted", "private", "direct").contains(form.getOrDefault("visibility", "")),
                "a visibility");
        String key = request.header("Idempotency-Key");
        request.demand(key != null && !key.isEmpty(), "an Idempotency-Key");
        String text = form.getOrDefault("status", "");
        if (request.isBreach()) {
            request.refuse();
        } else if (failures-- > 0) {
            request.respond(503, "");
        } else if (posts.containsKey(key)) {
            request.respond(200, posts.get(key));
        } else if (looks.getOrDefault(form.get("media_ids[]"), 0) < 3 || text.length() > LONGEST_POST) {
            request.respond(422, "{\"error\":\"Validation failed\"}");
        } else {
            texts.add(text);
            looks.remove(form.get("media_ids[]"));
            String answer =
                    "{\"id\":\"%d\",\"url\":\"https://social.example/%d\"}".formatted(texts.size(), texts.size());
            posts.put(key, answer);
            request.respond(200, answer);
        }
    }
}
