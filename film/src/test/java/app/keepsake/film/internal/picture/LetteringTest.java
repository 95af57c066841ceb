package app.keepsake.film.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.keepsake.film.Mood;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LetteringTest {
    @ParameterizedTest
    @CsvSource({
        "1280, 720, gentle, Sea",
        "1280, 720, happy, 'A very long title that would never fit on one line of a film'",
        "720, 1280, uplifting, 'Grandmother’s ninetieth birthday'",
        "720, 720, dreamy, Donaudampfschifffahrtsgesellschaftskapitän",
        "1280, 720, gentle,"
                + " \u30ea\u30b9\u30dc\u30f3\u3067\u904e\u3054\u3057\u305f\u4e09\u65e5\u9593\u3068\u6d77\u8fba\u306e\u5915\u65e5\u306e\u601d\u3044\u51fa\u306e\u5199\u771f",
        "720, 1280, extreme, \u91cc\u65af\u672c\u7684\u4e09\u5929",
        "1280, 720, gentle, ''"
    })
    void titlesStayInsideTheSafeArea(int width, int height, String mood, String title) {
        Overlay overlay = new Lettering(width, height, Mood.named(mood).look()).title(title, "Somewhere, 2024", Lettering.Spot.MIDDLE);

        assertSafe(overlay, width, height);
    }

    @ParameterizedTest
    @CsvSource({"1280, 720, Ammersee", "720, 1280, 'A long walk along the river in the evening light of May'"})
    void captionsStayInsideTheSafeArea(int width, int height, String text) {
        Overlay overlay = new Lettering(width, height, Mood.named("gentle").look()).caption(text, CaptionPlace.LOW_LEFT);

        assertSafe(overlay, width, height);
    }

    private static void assertSafe(Overlay overlay, int width, int height) {
        int inked = 0;
        for (int y = 0; y < overlay.height(); y++) {
            for (int x = 0; x < overlay.width(); x++) {
                if (overlay.ink()[y * overlay.width() + x] != 0) {
                    inked++;
                    assertThat(x + overlay.left()).isBetween(width / 20, width - width / 20);
                    assertThat(y + overlay.top()).isBetween(height / 20, height - height / 20);
                }
            }
        }
        assertThat(inked).isGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "256, 255", "128, 177"})
    void fullInkIsWhite(int alpha, int expected) {
        byte[] full = {(byte) 255};
        byte[] none = {0};
        byte[] frame = new byte[3];
        java.util.Arrays.fill(frame, (byte) 100);

        new Overlay(0, 0, 1, 1, full, none).draw(frame, 1, alpha, 0, 1);

        assertThat(frame)
                .containsExactly(Collections.nCopies(3, (byte) expected).toArray(Byte[]::new));
    }
}
