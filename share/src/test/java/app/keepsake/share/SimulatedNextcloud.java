package app.keepsake.share;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Nextcloud's developer manual says of its chunked upload, version 2: each request names the same destination among
 * the user's files; chunks have numbers from 1 to 10000 and at least 5 MB, but for the last; with each the whole size is
 * told; the MOVE of {@code .file} puts them together, if their sum is that size.
 */
final class SimulatedNextcloud implements ContractServer.Contract {
    private static final int SMALLEST_CHUNK = 5_000_000;

    private final String authorization;
    private final String user;
    private final Map<Integer, byte[]> chunks = new TreeMap<>();
    private String upload = "";
    private String destination = "";
    byte[] whole = new byte[0];

    SimulatedNextcloud(String user, String password) {
        this.user = user;
        this.authorization = Web.basic(user, password);
    }

    /** Uploads that nobody goes on with are thrown away after a day. */
    void forget() {
        chunks.clear();
        upload = "";
    }

    @Override
    public void answer(ContractServer.Request request) throws IOException {
        if (!authorization.equals(request.header("Authorization"))) {
            request.respond(401, "");
            return;
        }
        String uploads = "/remote.php/dav/uploads/" + user + "/";
        if (!request.demand(request.path().startsWith(uploads), "a path below " + uploads)) {
            request.refuse();
            return;
        }
        String[] path = request.path().substring(uploads.length()).split("/", -1);
        String name = path.length > 1 ? path[1] : "";
        switch (request.method()) {
            case "MKCOL" -> make(request, path[0]);
            case "PUT" -> put(request, path[0], name);
            case "PROPFIND" -> list(request, path[0]);
            case "MOVE" -> move(request, path[0], name);
            default -> request.respond(405, "");
        }
    }

    private void make(ContractServer.Request request, String asked) throws IOException {
        String wanted = String.valueOf(request.header("Destination"));
        request.demand(
                wanted.matches("http://[^/]+/remote\\.php/dav/files/" + user + "/.+"), "a Destination among the files");
        request.demand(request.body.length == 0, "no body");
        if (request.isBreach()) {
            request.refuse();
        } else if (asked.equals(upload)) {
            request.respond(405, "");
        } else {
            upload = asked;
            destination = URI.create(wanted).getRawPath();
            request.respond(201, "");
        }
    }

    private boolean isKnown(ContractServer.Request request, String asked) throws IOException {
        if (asked.equals(upload)) {
            return true;
        }
        request.respond(404, "");
        return false;
    }

    private void demandDestination(ContractServer.Request request) {
        String wanted = String.valueOf(request.header("Destination"));
        request.demand(URI.create(wanted).getRawPath().equals(destination), "the Destination of the MKCOL");
    }

    private void put(ContractServer.Request request, String asked, String name) throws IOException {
        if (!isKnown(request, asked)) {
            return;
        }
        demandDestination(request);
        request.demand(name.matches("\\d{1,5}"), "a number as a chunk's name");
        int number = Integer.parseInt(name);
        request.demand(number >= 1 && number <= 10_000, "a number from 1 to 10000");
        long total = Long.parseLong(String.valueOf(request.header("OC-Total-Length")));
        boolean last = number == (total + Upload.PART - 1) / Upload.PART;
        request.demand(last || request.body.length >= SMALLEST_CHUNK, "a chunk of at least 5 MB");
        request.demandHeader("Content-Length", Integer.toString(request.body.length));
        if (request.isBreach()) {
            request.refuse();
            return;
        }
        chunks.put(number, request.body);
        request.respond(201, "");
    }

    private void list(ContractServer.Request request, String asked) throws IOException {
        if (!isKnown(request, asked)) {
            return;
        }
        request.demandHeader("Depth", "1");
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\">");
        xml.append("<d:response><d:href>")
                .append(request.path())
                .append("</d:href><d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop>"
                        + "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>");
        chunks.forEach((number, bytes) -> xml.append(file(request.path(), "%05d".formatted(number), bytes.length)));
        xml.append(file(
                request.path(),
                ".file",
                chunks.values().stream().mapToInt(bytes -> bytes.length).sum()));
        request.respond(207, xml.append("</d:multistatus>").toString());
    }

    private static String file(String folder, String name, int length) {
        return ("<d:response><d:href>%s%s</d:href><d:propstat><d:prop><d:getcontentlength>%d</d:getcontentlength></d:prop>"
                        + "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>")
                .formatted(folder, name, length);
    }

    private void move(ContractServer.Request request, String asked, String name) throws IOException {
        if (!isKnown(request, asked)) {
            return;
        }
        demandDestination(request);
        request.demand(name.equals(".file"), "a move of .file");
        String overwrite = request.header("Overwrite");
        request.demand(overwrite == null || overwrite.equals("T"), "Overwrite: T, which is what no such header says");
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        for (byte[] chunk : chunks.values()) {
            together.write(chunk);
        }
        request.demandHeader("OC-Total-Length", Integer.toString(together.size()));
        if (request.isBreach()) {
            request.refuse();
            return;
        }
        boolean there = whole.length > 0;
        whole = together.toByteArray();
        forget();
        request.respond(there ? 204 : 201, "");
    }
}
