package app.keepsake.film.internal.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The typefaces that come with the program: those of moods, and for Japanese and Chinese one each, in all moods. The
 * system's own stand in for letters that they lack. Thread-safe.
 */
final class Typefaces {
    private static final String FOLDER = "/app/keepsake/film/fonts/";
    private static final String JAPANESE = "noto-sans-jp";
    private static final String CHINESE = "noto-sans-sc";
    private static final Map<String, Font> LOADED = new ConcurrentHashMap<>();

    static {
        standInForFontconfig();
    }

    private Typefaces() {}

    /**
     * A typeface at a size, kerned.
     *
     * @param name file name without its ending
     * @param pixels size
     * @param tracking room between letters, in parts of the size
     */
    static Font get(String name, double pixels, double tracking, String text) {
        Font own = named(name);
        Font able = Stream.concat(Stream.of(name), eastAsian(text).stream())
                .map(Typefaces::named)
                .filter(font -> font.canDisplayUpTo(text) < 0)
                .findFirst()
                .orElseGet(() -> systemFont(text, own));
        return able.deriveFont((float) pixels)
                .deriveFont(Map.of(
                        TextAttribute.KERNING, TextAttribute.KERNING_ON,
                        TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON,
                        TextAttribute.TRACKING, tracking));
    }

    private static Font named(String name) {
        return LOADED.computeIfAbsent(name, Typefaces::load);
    }

    /**
     * Those that may have a text's letters, the likelier first. Both languages share signs and draw some of them in
     * other ways; kana are Japanese for sure.
     */
    private static List<String> eastAsian(String text) {
        Set<UnicodeScript> scripts =
                text.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toUnmodifiableSet());
        if (scripts.contains(UnicodeScript.HIRAGANA) || scripts.contains(UnicodeScript.KATAKANA)) {
            return List.of(JAPANESE, CHINESE);
        }
        return scripts.contains(UnicodeScript.HAN) ? List.of(CHINESE, JAPANESE) : List.of();
    }

    private static Font load(String name) {
        try (InputStream file = open(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("fonts/%s.ttf is not a TrueType file.".formatted(name), e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(
                Typefaces.class.getResourceAsStream(FOLDER + name + ".ttf"),
                () -> "no typeface fonts/" + name + ".ttf");
    }

    /** The system's composite font, which knows most scripts; on a machine without fonts it fails when it is used. */
    private static Font systemFont(String text, Font otherwise) {
        Font system = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
        try {
            new TextLayout(text, system, new FontRenderContext(null, true, true)).getAdvance();
            return system;
        } catch (Error none) {
            return otherwise;
        }
    }

    /**
     * Java's fonts do not start on a Linux without the fontconfig library, not even for a font of one's own, unless a
     * list of fonts is given. This gives one, naming a typeface of ours.
     */
    private static void standInForFontconfig() {
        if (!System.getProperty("os.name").startsWith("Linux") || hasFontconfig()) {
            return;
        }
        try {
            Path font = Files.createTempFile("keepsake", ".ttf");
            Path list = Files.createTempFile("keepsake", ".properties");
            font.toFile().deleteOnExit();
            list.toFile().deleteOnExit();
            try (InputStream lato = open("lato")) {
                Files.copy(lato, font, StandardCopyOption.REPLACE_EXISTING);
            }
            StringBuilder text = new StringBuilder("version=1\nsequence.allfonts=latin-1\n");
            for (String family : new String[] {"serif", "sansserif", "monospaced", "dialog", "dialoginput"}) {
                for (String style : new String[] {"plain", "bold", "italic", "bolditalic"}) {
                    text.append("%s.%s.latin-1=Lato%n".formatted(family, style));
                }
            }
            Files.writeString(list, text.append("filename.Lato=").append(font).append('\n'));
            System.setProperty("sun.awt.fontconfig", list.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasFontconfig() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup("libfontconfig.so.1", arena);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
