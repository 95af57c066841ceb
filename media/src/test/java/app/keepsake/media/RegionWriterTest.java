package app.keepsake.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keepsake.media.internal.Orientation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RegionWriterTest {
    private static final NamedRegion ANNA = new NamedRegion("Anna", 0.125, 0.25, 0.25, 0.25);
    private static final String LIGHTROOM = """
            <x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
            <rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'
             xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:own='http://example.org/own/'
             xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'
             xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#' xmp:Rating='5' own:develop='secret sauce'>
            <dc:subject><rdf:Bag><rdf:li>sea</rdf:li></rdf:Bag></dc:subject>
            <mwg-rs:Regions rdf:parseType='Resource'><mwg-rs:RegionList><rdf:Bag>
            <rdf:li rdf:parseType='Resource'><mwg-rs:Name>Bert</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type>
            <mwg-rs:Area stArea:x='0.8' stArea:y='0.5' stArea:w='0.2' stArea:h='0.3'/></rdf:li>
            </rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions></rdf:Description></rdf:RDF></x:xmpmeta>
            """;

    @TempDir
    Path folder;

    private Path photo;

    @BeforeEach
    void write() throws IOException {
        photo = folder.resolve("a.jpg");
        JpegWriter.write(RgbImage.black(40, 30), photo, 0.9f);
    }

    @Test
    void makesASidecarThatIsReadAgain() throws IOException {
        assertThat(RegionWriter.write(photo, List.of(ANNA))).isTrue();

        assertThat(MediaReader.read(photo).regions()).containsExactly(ANNA);
        assertThat(folder.resolve("a.jpg.xmp")).exists();
        assertThat(RegionWriter.write(photo, List.of(ANNA)))
                .as("nothing to add")
                .isFalse();
    }

    @Test
    void keepsWhatIsInASidecar() throws IOException {
        Path sidecar = folder.resolve("a.xmp");
        Files.writeString(sidecar, LIGHTROOM);

        assertThat(RegionWriter.write(photo, List.of(ANNA, new NamedRegion("Not Bert", 0.71, 0.36, 0.2, 0.3))))
                .isTrue();

        assertThat(folder.resolve("a.jpg.xmp")).doesNotExist();
        assertThat(Files.readString(sidecar)).contains("secret sauce", "sea", "Rating=\"5\"");
        assertThat(MediaReader.read(photo).regions())
                .extracting(NamedRegion::name)
                .containsExactly("Bert", "Anna");
        assertThat(MediaReader.read(photo).favourite()).isTrue();
    }

    @Test
    void leavesASidecarThatIsNoXmp() throws IOException {
        Path sidecar = folder.resolve("a.jpg.xmp");
        Files.writeString(sidecar, "<not xmp");

        assertThatThrownBy(() -> RegionWriter.write(photo, List.of(ANNA)))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("a.jpg.xmp")
                .hasMessageContaining("left as it is");
        assertThat(Files.readString(sidecar)).isEqualTo("<not xmp");
        assertThat(folder).isDirectoryNotContaining("glob:**.keepsake");
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void regionsOfTheStoredPictureComeBack(Orientation orientation) {
        NamedRegion back = orientation.apply(orientation.undo(ANNA));

        assertThat(back.name()).isEqualTo("Anna");
        assertThat(new double[] {back.x(), back.y(), back.width(), back.height()})
                .containsExactly(new double[] {0.125, 0.25, 0.25, 0.25}, Offset.offset(1e-12));
    }
}
