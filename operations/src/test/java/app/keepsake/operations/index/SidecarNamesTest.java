package app.keepsake.operations.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SidecarNamesTest {
    @ParameterizedTest
    @CsvSource({
        "IMG_1.jpg,IMG_1.jpg.supplemental-metadata.json,true",
        "IMG_1(2).jpg,IMG_1.jpg.supplemental-metadata(2).json,true",
        "IMG_1-edited.jpg,IMG_1.jpg.json,true",
        "IMG_1-modifi\u00E9(2).jpg,IMG_1.jpg(2).json,true",
        "IMG_1(2)-ha editado.jpg,IMG_1.jpg(2).json,true",
        "IMG_1-\u7DE8\u96C6\u6E08\u307F.jpg,IMG_1.jpg.json,true",
        "PXL_1.MP~2.jpg,PXL_1.MP~2.jpg.json,true",
        "IMG_2.jpg,IMG_1.jpg.json,false",
        "IMG_1-2.jpg,IMG_1.jpg.json,false"
    })
    void knowsWhichSidecarsMayBelongToAPhoto(String photo, String sidecar, boolean may) {
        long newest = SidecarNames.newest(Path.of("folder", photo), new TreeMap<>(Map.of(sidecar, 7L)));
        assertThat(newest).isEqualTo(may ? 7 : 0);
    }
}
