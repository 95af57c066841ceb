package app.keepsake.media.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.media.TimeClaim;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XmpBytesTest {
    private static final String RDF = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
             xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
             exif:DateTimeOriginal="1988-12-01T18:53:44" tiff:Model="Größe"/></rdf:RDF>""";
    private static final String PACKET = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + RDF + "</x:xmpmeta>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "%s\0\0\0",
                "\0\0%s",
                "%s escription></rdf:RDF></x:xmpmeta><?xpacket end='w'?>",
                "\uFEFF<?xpacket begin='\uFEFF' id='W5M0MpCehiHzreSzNTczkc9d'?>\n%s\n  x <?xpacket end='w'?>\n  ",
                "<?xml version='1.0' encoding='UTF-8'?>garbage%s<<<",
                "<!-- xmpmeta of RDF -->%s"
            })
    void keepsThePacketAlone(String around) {
        for (String packet : new String[] {PACKET, RDF, PACKET.replace("xmpmeta", "xapmeta")}) {
            for (Charset charset : new Charset[] {
                StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16
            }) {
                if (around.startsWith("\0") && charset != StandardCharsets.UTF_8) {
                    continue;
                }
                MetadataFields fields = XmpPacket.parse(
                        around.formatted(packet).getBytes(charset), new Sizes(4, 3), Orientation.NORMAL);
                assertThat(fields.times().stream().map(TimeClaim::local))
                        .as("%s in %s", packet, charset)
                        .contains(LocalDateTime.of(1988, 12, 1, 18, 53, 44));
                assertThat(fields.camera()).contains("Größe");
            }
        }
    }

    @Test
    void leavesAloneWhatHoldsNoPacket() {
        for (String text : new String[] {"", "x", "<a/>", "<x:xmpmeta>", "xmpmeta".repeat(100_000), "<RDF".repeat(9)}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(XmpBytes.cleaned(bytes)).isEqualTo(bytes);
        }
    }
}
