package app.keepsake.operations.albums;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FolderTitleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Hochzeit Anna                 | Hochzeit Anna
                    2019-08-12 Hochzeit Anna      | Hochzeit Anna
                    20190812_Hochzeit_Anna        | Hochzeit Anna
                    2019_08 Italien               | Italien
                    2019 Italien                  | Italien
                    2019-08-12 - 2019-08-15 Harz  | Harz
                    2019-08-12 bis 2019-08-15 Harz| Harz
                    12.08.2019 - Taufe            | Taufe
                    24.12. Heiligabend            | Heiligabend
                    Italien 2019                  | Italien 2019
                    Abi2019                       | Abi2019
                    Feb2020Skifahren              | Feb2020Skifahren
                    Sommer 2019                   | Sommer 2019
                    Mamas 60.                     | Mamas 60.
                    100 Jahre Opa                 | 100 Jahre Opa
                    Rock am Ring (2)              | Rock am Ring
                    Trip - Copy                   | Trip
                    京都                           | 京都
                    Été à Nice                    | Été à Nice
                    Videos Oma                    | Videos Oma
                    Maiwanderung                  | Maiwanderung""")
    void namesOfOwnersAreTitles(String folder, String title) {
        assertThat(FolderTitle.of(folder)).contains(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DCIM",
                "100APPLE",
                "101_PANA",
                "100D3300",
                "102MSDCF",
                "IMG_1234",
                "DSC01234",
                "Camera",
                "Camera Roll",
                "Camera Uploads",
                "Eigene Aufnahmen",
                "2019",
                "2019-08",
                "2019-08-12",
                "20190812",
                "2019_08_12",
                "08",
                "August",
                "08 August",
                "August 2019",
                "2019-08 August",
                "12.08.2019",
                "Photos from 2019",
                "Fotos von 2019",
                "Photos de 2019",
                "WhatsApp Images",
                "WhatsApp Video",
                "Telegram",
                "Screenshots",
                "Pictures",
                "Meine Bilder",
                "Bilder 2",
                "Neuer Ordner (3)",
                "Downloads",
                "2019 Fotos",
                "(1)",
                "",
                "  ",
                "_",
                "x",
                "junit-8123459871",
                "keepsake4711",
                "550e8400-e29b-41d4-a716-446655440000",
                "Untitled(3)",
                "\u001b[2J"
            })
    void namesOfCamerasProgramsAndDaysAreNone(String folder) {
        assertThat(FolderTitle.of(folder)).isEmpty();
    }
}
