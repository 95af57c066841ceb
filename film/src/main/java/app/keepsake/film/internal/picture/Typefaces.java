package app.keepsake.film.internal.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The typefaces that come with the program; the system's own stands in for letters that they lack. Thread-safe. */
final class Typefaces {
    private static final Map<String, Font> LOADED = new ConcurrentHashMap<>();

    private Typefaces() {}

    /**
     * A typeface at a size, kerned.
     *
     * @param name file name without its ending
     * @param pixels size
     * @param tracking room between letters, in parts of the size
     */
    static Font get(String name, double pixels, double tracking, String text) {
        Font plain = LOADED.computeIfAbsent(name, Typefaces::load);
        Font able = plain.canDisplayUpTo(text) < 0 ? plain : new Font(Font.SANS_SERIF, Font.PLAIN, 1);
        return able.deriveFont((float) pixels)
                .deriveFont(Map.of(
                        TextAttribute.KERNING, TextAttribute.KERNING_ON,
                        TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON,
                        TextAttribute.TRACKING, tracking));
    }

    private static Font load(String name) {
        try (InputStream file = Typefaces.class.getResourceAsStream("/app/keepsake/film/fonts/" + name + ".ttf")) {
            if (file == null) {
                throw new IllegalStateException(
                        "Expected the typeface fonts/%s.ttf with the program, found none.".formatted(name));
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("fonts/%s.ttf is not a TrueType file.".formatted(name), e);
        }
    }
}
