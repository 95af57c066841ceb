package app.keepsake.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded contract: what Google's documentation says of the device flow and of resumable uploads. */
final class YouTubeContractTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private int polls;

    @Test
    void goesOnWhereTheConnectionWasCut() throws Exception {
        Parcel parcel = Parcels.in(folder);
        CuttingProxy[] way = new CuttingProxy[1];
        try (ContractServer server = new ContractServer((exchange, asked, body) -> {
            switch (asked) {
                case "POST /token" -> {
                    assertThat(new String(body, StandardCharsets.UTF_8)).contains("grant_type=refresh_token");
                    ContractServer.say(exchange, 200, "{\"access_token\":\"access\",\"expires_in\":3599}");
                }
                case "POST /upload?uploadType=resumable" -> {
                    assertThat(exchange.getRequestHeaders().getFirst("Authorization"))
                            .isEqualTo("Bearer access");
                    assertThat(new String(body, StandardCharsets.UTF_8))
                            .contains("\"title\":\"Lisbon\"")
                            .contains("\"privacyStatus\":\"private\"");
                    exchange.getResponseHeaders()
                            .set("Location", "http://localhost:%d/session/1".formatted(way[0].port()));
                    ContractServer.say(exchange, 200, "");
                }
                case "PUT /session/1" -> {
                    arrived.write(body);
                    if (arrived.size() == Parcels.SIZE) {
                        ContractServer.say(exchange, 201, "{\"id\":\"dQw4\"}");
                    } else {
                        if (arrived.size() > 0) {
                            exchange.getResponseHeaders().set("Range", "bytes=0-" + (arrived.size() - 1));
                        }
                        ContractServer.say(exchange, 308, "");
                    }
                }
                default -> ContractServer.say(exchange, 404, "{}");
            }
        })) {
            way[0] = new CuttingProxy(server.port(), Parcels.CUT);
            try (CuttingProxy cutting = way[0]) {
                Target target = new YouTubeChannel(
                        new YouTubeLogin("id", "secret", server.uri("/")),
                        "refresh",
                        "private",
                        server.uri("/upload?uploadType=resumable"));
                assertThat(Parcels.delivery(folder).carry(parcel, target))
                        .contains(URI.create("https://youtu.be/dQw4"));
                assertThat(cutting.hasCut()).isTrue();
            }
            assertThat(server.asked.stream().filter(asked -> asked.startsWith("POST /upload")))
                    .as("one session")
                    .hasSize(1);
        }
        assertThat(arrived.toByteArray()).isEqualTo(Files.readAllBytes(parcel.file()));
    }

    @Test
    void waitsUntilTheCodeIsTyped() throws Exception {
        List<String> shown = new ArrayList<>();
        try (ContractServer server = new ContractServer((exchange, asked, body) -> {
            if (asked.equals("POST /device/code")) {
                ContractServer.say(
                        exchange,
                        200,
                        "{\"device_code\":\"d\",\"user_code\":\"GQVQ-JKEC\",\"verification_url\":\"https://www.google.com/device\",\"expires_in\":30,\"interval\":0}");
            } else if (++polls < 3) {
                ContractServer.say(exchange, 428, "{\"error\":\"authorization_pending\"}");
            } else {
                ContractServer.say(exchange, 200, "{\"access_token\":\"a\",\"refresh_token\":\"r\"}");
            }
        })) {
            String token = new YouTubeLogin("id", "secret", server.uri("/"))
                    .refreshToken((page, code) -> shown.addAll(List.of(page, code)));
            assertThat(token).isEqualTo("r");
            assertThat(shown).containsExactly("https://www.google.com/device", "GQVQ-JKEC");
        }
    }
}
