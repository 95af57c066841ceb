package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded contract: what Nextcloud's manual says of its chunked upload, version 2. No Nextcloud runs here. */
final class NextcloudContractTest {
    private static final String UPLOADS = "/remote.php/dav/uploads/anna/keepsake-";

    @TempDir
    Path folder;

    private final Map<String, byte[]> chunks = new TreeMap<>();
    private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
    private boolean made;

    @Test
    void goesOnWithTheChunksThatAreThere() throws Exception {
        Parcel parcel = Parcels.in(folder);
        try (ContractServer server = new ContractServer((exchange, asked, body) -> {
                    String path = exchange.getRequestURI().getPath();
                    String name = path.substring(path.lastIndexOf('/') + 1);
                    assertThat(exchange.getRequestHeaders().getFirst("Authorization"))
                            .isEqualTo(Web.basic("anna", "right"));
                    switch (exchange.getRequestMethod()) {
                        case "MKCOL" -> {
                            ContractServer.say(exchange, made ? 405 : 201, "");
                            made = true;
                        }
                        case "PUT" -> {
                            assertThat(exchange.getRequestHeaders().getFirst("Destination"))
                                    .endsWith("/files/anna/Films/our%20film.mp4");
                            chunks.put(name, body);
                            ContractServer.say(exchange, 201, "");
                        }
                        case "PROPFIND" -> ContractServer.say(exchange, 207, listing(path));
                        case "MOVE" -> {
                            assertThat(name).isEqualTo(".file");
                            for (byte[] chunk : chunks.values()) {
                                whole.write(chunk);
                            }
                            ContractServer.say(exchange, 201, "");
                        }
                        default -> ContractServer.say(exchange, 405, "");
                    }
                });
                CuttingProxy way = new CuttingProxy(server.port(), Parcels.CUT)) {
            String files = server.uri("/remote.php/dav/files/anna/Films").toString();
            Target target = new Nextcloud(
                    java.net.URI.create(files.replace(":" + server.port(), ":" + way.port())), "anna", "right");
            Parcels.delivery(folder).carry(parcel, target);
            assertThat(way.hasCut()).isTrue();
            assertThat(server.asked.stream().filter(asked -> asked.startsWith("PUT " + UPLOADS)))
                    .as("the first chunk is not sent twice")
                    .hasSize(3);
        }
        assertThat(whole.toByteArray()).isEqualTo(Files.readAllBytes(parcel.file()));
    }

    private String listing(String path) {
        StringBuilder xml = new StringBuilder("<d:multistatus xmlns:d=\"DAV:\">");
        xml.append("<d:response><d:href>").append(path).append("</d:href></d:response>");
        chunks.forEach((name, bytes) -> xml.append(
                "<d:response><d:href>%s%s</d:href><d:propstat><d:prop><d:getcontentlength>%d</d:getcontentlength></d:prop></d:propstat></d:response>"
                        .formatted(path, name, bytes.length)));
        return xml.append("</d:multistatus>").toString();
    }
}
